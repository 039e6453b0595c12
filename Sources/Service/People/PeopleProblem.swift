package import Core

/// Why somebody is not let in, or may not do what they want with accounts and grants.
package enum PeopleProblem: Error, Sendable, Equatable {
  /// Either; which one is not told.
  case wrongNameOrPassword
  /// Also of a code that was used before.
  case wrongCode
  /// The present password, where it is to be changed.
  case wrongPassword
  /// After too many failures.
  case waiting(seconds: Int64)
  /// More attempts than the rate allows.
  case tooMany(seconds: Int64)
  /// The session has expired, was signed out, or is at another stage.
  case sessionOver
  /// A form without the mark of its session.
  case foreignForm
  /// No secret waits for its first code.
  case noEnrolment
  case passwordTooShort(least: Int)
  case passwordTooLong(most: Int)
  case passwordGuessable
  case samePassword
  case badSignInName
  case badName
  case nameTaken(String)
  case partyHasAccount
  case alreadyIdentified
  case noAccount
  case notAllowed
  case noGrant
  case ownGrant
  case ownProposal
  case grantDecided
  case alreadyGranted
  case organisationNeeded
  case badRegion
  case endPassed
  case delegationTooLong(CivilDate)
  case tooFewAdministrators
  case administratorsExist
  case recoveryNeedsTwo
  case noRecovery
}

extension PeopleProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .wrongNameOrPassword: "PEO001"
    case .wrongCode: "PEO002"
    case .wrongPassword: "PEO003"
    case .waiting: "PEO004"
    case .tooMany: "PEO005"
    case .sessionOver: "PEO006"
    case .foreignForm: "PEO007"
    case .noEnrolment: "PEO008"
    case .passwordTooShort: "PEO009"
    case .passwordTooLong: "PEO010"
    case .passwordGuessable: "PEO011"
    case .samePassword: "PEO012"
    case .badSignInName: "PEO013"
    case .badName: "PEO014"
    case .nameTaken: "PEO015"
    case .partyHasAccount: "PEO016"
    case .alreadyIdentified: "PEO017"
    case .noAccount: "PEO018"
    case .notAllowed: "PEO019"
    case .noGrant: "PEO020"
    case .ownGrant: "PEO021"
    case .ownProposal: "PEO022"
    case .grantDecided: "PEO023"
    case .alreadyGranted: "PEO024"
    case .organisationNeeded: "PEO025"
    case .badRegion: "PEO026"
    case .endPassed: "PEO027"
    case .delegationTooLong: "PEO028"
    case .tooFewAdministrators: "PEO029"
    case .administratorsExist: "PEO030"
    case .recoveryNeedsTwo: "PEO031"
    case .noRecovery: "PEO032"
    }
  }
}

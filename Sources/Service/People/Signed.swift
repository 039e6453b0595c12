package import Core
import Cryptography
package import Office

/// Whose request it is, as the session says.
package struct Signed: Sendable {
  /// What somebody may do with their session.
  package enum Stage: String, Sendable {
    /// An official who has given their password: only type the code.
    case needsCode
    /// An official without a second factor: only enrol one.
    case mustEnrol
    /// The password was set by another: only change it.
    case mustChangePassword
    case full
  }

  /// Holds no grants before the stage is `full`: whoever forgets to ask for the stage gives no
  /// rights.
  package let actor: Actor
  /// Names the session in lists and in the trail; no secret, and the same when the token is
  /// renewed.
  package let session: String
  package let stage: Stage
  package let language: Language
  /// Stands in every form of the session.
  package let csrf: String

  /// Whether a form carries what was put into it for this session. Without it, or with that of
  /// another session, it was not sent from a page of this one.
  package func accepts(csrf given: String?) -> Bool {
    guard let given else { return false }
    return ConstantTime.equal(given.utf8, csrf.utf8)
  }

  /// - Throws: `PeopleProblem.foreignForm` where `accepts` says no.
  package func check(csrf given: String?) throws(PeopleProblem) {
    guard accepts(csrf: given) else { throw .foreignForm }
  }
}

/// What came of a sign-in: the token for the cookie, and whose it is.
package struct SignIn: Sendable {
  package let token: String
  package let signed: Signed
  /// Seconds after which the browser may forget the cookie.
  package let lifetime: Int64
}

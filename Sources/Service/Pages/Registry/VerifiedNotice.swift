package import Core
package import Determination

/// A notice that was issued, as whoever holds the paper may see it.
package struct VerifiedNotice: Sendable {
  /// What a determination comes to.
  package struct Result: Sendable {
    package let outcome: Outcome
    package let amount: Money?
    package let granted: Money?

    package init(outcome: Outcome, amount: Money?, granted: Money?) {
      self.outcome = outcome
      self.amount = amount
      self.granted = granted
    }

    var payable: Money? {
      Determination.payable(outcome, amount: amount, granted: granted)
    }
  }

  /// Whether it still holds.
  package enum Standing: Sendable, Equatable {
    case same(on: CivilDate)
    case changed(on: CivilDate)
    case notSince
  }

  package let code: String
  /// Masked where it is a person's; `nil` where it is not on record any more.
  package let name: String?
  package let benefit: Bilingual
  package let on: CivilDate
  package let issued: CivilDate
  /// What the paper says.
  package let paper: Result
  package let standing: Standing

  package init(
    code: String, name: String?, benefit: Bilingual, on: CivilDate, issued: CivilDate,
    paper: Result, standing: Standing
  ) {
    self.code = code
    self.name = name
    self.benefit = benefit
    self.on = on
    self.issued = issued
    self.paper = paper
    self.standing = standing
  }
}

package import Core

/// What always holds of the whole ledger, as `Ledger.verify` goes over it.
package enum LedgerRule: String, Sendable, CaseIterable {
  /// Every entry adds up to zero in each budget, money and claims apart.
  case entryAddsUp = "entry-adds-up"
  /// The balances that lines carry are the sums of the lines.
  case runningBalance = "running-balance"
  case neverNegative = "never-negative"
  /// A closed budget has nothing free and nothing committed.
  case closedIsEmpty = "closed-is-empty"
  /// No more is claimed of a subject than it was paid.
  case claimIsPaid = "claim-is-paid"
  /// Instalments add up to the claim, and no more came in than was claimed.
  case claimAddsUp = "claim-adds-up"
  /// An appropriation is what one person proposed and another confirmed.
  case secondPerson = "second-person"
  /// Entries and lines are numbered without a gap.
  case numbering
  /// Every kind of act, account and day is one that the program knows.
  case readable

  package var label: Bilingual {
    switch self {
    case .entryAddsUp: Bilingual(zh: "分录借贷不平", en: "the entry does not add up to zero")
    case .runningBalance:
      Bilingual(zh: "余额不等于明细之和", en: "a balance is not the sum of its lines")
    case .neverNegative: Bilingual(zh: "余额为负", en: "a balance is below zero")
    case .closedIsEmpty:
      Bilingual(zh: "已结转的指标仍有可用或承诺", en: "a closed budget still has free or committed money")
    case .claimIsPaid: Bilingual(zh: "追回多于已付", en: "more is claimed than was paid")
    case .claimAddsUp: Bilingual(zh: "追回与分期对不上", en: "a claim and its instalments disagree")
    case .secondPerson:
      Bilingual(zh: "指标下达未经另一人确认", en: "an appropriation lacks the second person")
    case .numbering: Bilingual(zh: "编号有缺", en: "a number is missing")
    case .readable: Bilingual(zh: "内容无法识别", en: "it says what nobody can read")
    }
  }
}

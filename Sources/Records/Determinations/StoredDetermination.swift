package import Core
package import Determination

/// A determination as it is kept: the answer, and what it rests on. The reasons are not kept; they
/// are worked out again when somebody asks.
package struct StoredDetermination: Sendable, Hashable {
  /// What it is called by `gongjiang replay`; never given twice.
  package var number: Int64
  /// Full id, `wenzhou-2018-242/skill-upgrade`.
  package var benefit: String
  /// The party whose record gives rise to it.
  package var owner: String
  /// Who receives.
  package var party: String
  /// The record that gives rise to it, by its id or its number among the owner's records.
  package var subject: String?
  package var outcome: Outcome
  /// Before caps and stacking; `nil` unless the benefit's own conditions hold.
  package var gross: Money?
  /// The sum due in all up to the day of the run; `nil` unless entitled, and for what is not money.
  package var amount: Money?
  /// Already granted by claims; `nil` when the sum of one is unknown.
  package var granted: Money?
  /// The months of a monthly benefit that is due.
  package var monthly: Monthly?
  /// The points of a score sheet.
  package var score: Determination.Score?
  /// The first day on which it can come out otherwise though no fact and no rule changes; `nil` when
  /// there is none.
  package var until: CivilDate?
  /// SM3 of the plan and the vocabulary it was determined under, in hexadecimal.
  package var plan: String
  /// The run that brought it.
  package var run: Int64

  /// Amount less granted; see `Determination.payable`.
  package var payable: Money? {
    Determination.payable(outcome, amount: amount, granted: granted)
  }
}

/// What the determinations of a benefit come to.
package struct BenefitTotal: Sendable, Hashable {
  /// Full id.
  package let benefit: String
  package var entitled = 0
  package var notEntitled = 0
  package var undetermined = 0
  /// 分 due in all.
  package var amount: Money = .zero
  /// 分 that claims say were granted, where they say how much.
  package var granted: Money = .zero
  /// How many different parties are entitled.
  package var receivers = 0

  package init(benefit: String) { self.benefit = benefit }
}

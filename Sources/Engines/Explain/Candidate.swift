import Core
import Determination
import Facts
import PolicyPlan

/// A benefit for one subject on its way through the order of evaluation: first by its own rules,
/// then changed by one stacking rule after the other.
struct Candidate {
  /// Index in `Plan.benefits`.
  var benefit: Int
  /// The benefit's full id.
  let benefitID: String
  /// The subject: a record, or the party itself.
  let subject: RecordReference
  /// The subject's id, or its number among the party's records of the type; the party's id where
  /// the benefit is about the party itself.
  let subjectID: String
  /// Whose record the subject is: the party that stacking counts by.
  let owner: String
  /// Who receives.
  let receiver: String
  /// For whom the document's figures are read.
  let locality: Locality
  /// The subject's own date; `nil` when it is unknown, or subjects of this type have none.
  let event: CivilDate?
  /// Whether there is a date that nobody has told: the candidate may come before any other.
  let hasUnknownDate: Bool
  /// What claims say the receiver was granted for it; `nil` when one does not say how much.
  let granted: Money?

  /// The version of the document that the candidate goes by, by its position in `Plan.versions`, and
  /// the benefit's position in its plan; `nil` for the document as it was issued.
  var version: (index: Int, benefit: Int)?
  var outcome: Outcome
  /// Why the outcome is undetermined.
  var unknown: Unknown?
  var gross: Money?
  var amount: Money?
  /// The gross that the rule gives if the conditions hold, while it is open whether they do, where
  /// a stacking rule is about it.
  var supposed: Money?
  /// The gross at most, while it is open, where a stacking rule is about it; `nil` when that may be
  /// anything.
  var most: Money?
  /// The least of the benefit's own caps.
  var cap: Money?
  /// The months that count, or may count while the candidate is undetermined, in order of time;
  /// empty unless the benefit is monthly.
  var months: [PaidMonth] = []
  /// What a month may pay where the first month is unknown, so that any may count.
  var anyMonth: PaidMonth?
  /// Whether a month that was looked at did not count.
  var refusesMonth = false
  /// Which ways choices inside the rules' formulas went; empty unless somebody reads reasons.
  var branches: Set<Branch> = []
  /// Whether the party takes something else instead.
  private(set) var isForgone = false
  /// Whether it is of another document, whose own rules have settled it: it counts and is not
  /// changed.
  var isForeign = false
  /// The definitions that stacking rules go by.
  var definitions: [String: Held] = [:]
  var reasons: [Reason] = []
  /// The figures that the reasons tell of.
  var figures: Set<Trace.Figure> = []
  /// The points, where the benefit gives them.
  var score: Determination.Score?

  struct PaidMonth {
    /// `CivilDate.monthNumber`.
    let month: Int
    /// `nil` while the rate is unknown, in a candidate that is undetermined.
    var rate: Money?
    /// What an unknown rate comes to at most; `nil` when that may be anything.
    var most: Money?

    init(month: Int, rate: Money?, most: Money? = nil) {
      self.month = month
      self.rate = rate
      self.most = rate ?? most
    }
  }

  /// Whether the gross may still turn out to be anything.
  var hasOpenGross: Bool { outcome == .undetermined && likelyGross == nil }

  /// What an open case can be paid at most; `nil` when that may be anything.
  var mostPaid: Money? { most.map { min($0, cap ?? $0) } }

  /// The gross, known or supposed.
  var likelyGross: Money? { gross ?? supposed }

  mutating func becomeUndetermined(_ unknown: Unknown) {
    outcome = .undetermined
    self.unknown = self.unknown?.union(unknown) ?? unknown
    amount = nil
  }

  /// The party takes something else instead.
  mutating func forgo() {
    isForgone = true
    loseAll()
  }

  mutating func becomeNotEntitled() {
    outcome = .notEntitled
    unknown = nil
    amount = nil
  }

  /// A stacking rule leaves nothing: no money, or for what is not money no entitlement.
  mutating func loseAll() {
    if amount == nil { return becomeNotEntitled() }
    amount = .zero
    months = []
  }

  /// The order of ties: earlier event, then higher gross, then benefit, then subject.
  static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.event != right.event {
      // An unknown date stands last; whoever settles by order asks `certainlyPrecedes`.
      guard let first = left.event else { return false }
      guard let second = right.event else { return true }
      return first < second
    }
    if left.likelyGross != right.likelyGross {
      return (left.likelyGross ?? .zero) > (right.likelyGross ?? .zero)
    }
    return (left.benefitID, left.subjectID) < (right.benefitID, right.subjectID)
  }

  /// Whether the order of ties puts this candidate first, whatever is still unknown.
  func certainlyPrecedes(_ other: Candidate) -> Bool {
    isPlaced(against: other) && Candidate.precedes(self, other)
  }

  /// The same for awards, whose ties go by record and not by benefit (catalogue, reading 17).
  func certainlyPrecedesAsAward(_ other: Candidate) -> Bool {
    guard isPlaced(against: other) else { return false }
    if event == other.event, likelyGross == other.likelyGross, subjectID != other.subjectID {
      return subjectID < other.subjectID
    }
    return Candidate.precedes(self, other)
  }

  private func isPlaced(against other: Candidate) -> Bool {
    if hasUnknownDate || other.hasUnknownDate { return false }
    return event != other.event || !hasOpenGross && !other.hasOpenGross
  }
}

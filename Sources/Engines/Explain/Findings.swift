package import Core
package import Determination

/// What one subject comes to, and until when that holds by itself.
package struct Finding: Sendable {
  /// The party whose record the subject is.
  package let owner: String
  /// The first day on which it can come out otherwise though no fact and no rule changes: a spell
  /// ends, a month goes by, a parameter takes another value. Never too late; `nil` when nothing
  /// changes by itself.
  package let until: CivilDate?
  package internal(set) var determination: Determination
  /// Whether a month that was looked at did not count.
  package let refusesMonth: Bool
  /// Which ways choices inside the rules' formulas went; empty unless somebody reads reasons, and
  /// where an amended text decided.
  let branches: Set<Branch>
  /// What gives rise to it.
  let reference: RecordReference
  /// Why it is open.
  let unknown: Unknown?
}

/// What the subjects of some parties come to under one plan.
package struct Findings: Sendable {
  /// Position of the plan in `ExplainEngine.plans`.
  package let plan: Int
  /// In the order of the document's benefits, then of the facts.
  package let findings: [Finding]
  /// By party, when its findings may change by themselves, ones that are not there yet included.
  package let due: [String: CivilDate]
}

/// Whose subjects are determined, and how.
package struct Scope: Sendable {
  /// The parties; `nil` for all.
  package var owners: Set<String>?
  /// Positions of the plans; `nil` for all.
  package var plans: [Int]?
  /// Positions of the benefits that are determined, with those that bear on them, by position of the
  /// plan; all of a plan that is not named.
  package var benefits: [Int: Set<Int>] = [:]
  /// Parties that are left out where parties compete with each other, by position of the plan.
  package var except: [Int: Set<String>] = [:]
  /// Whether only that is determined for which parties compete with each other.
  package var isCompetition = false
  /// Whether anybody will read reasons, missing facts and citations; else there are none, and the
  /// rest is the same.
  package var isExplaining: Bool
  /// Whether what open cases lack is narrowed down to what can still change them, which takes some
  /// dozens of determinations of each; else it is everything that an open rule asks for.
  package var narrowsMissing: Bool
  /// How much may be tried out for that, in records that are gone through; when it is used up, the other
  /// open cases lack everything that open rules ask for, their own and those of the cases beside them.
  /// `nil` for no limit.
  package var effort: Int?

  package init(
    owners: Set<String>? = nil, plans: [Int]? = nil, benefits: [Int: Set<Int>] = [:],
    except: [Int: Set<String>] = [:], isCompetition: Bool = false, isExplaining: Bool,
    narrowsMissing: Bool = false, effort: Int? = SearchEffort.ofOneParty
  ) {
    self.narrowsMissing = narrowsMissing
    self.effort = effort
    self.benefits = benefits
    self.isCompetition = isCompetition
    self.owners = owners
    self.plans = plans
    self.except = except
    self.isExplaining = isExplaining
  }
}

package import Core
package import Office
import Procedures

/// A case as it stands.
package struct CaseRecord: Sendable, Equatable {
  /// The year and a running number, `2026-0000123`: what people call it.
  package let number: String
  package let kind: CaseKind
  /// The procedure, and the SM3 of the text that it goes on under.
  package let procedure: String
  package let procedureHash: String
  package let entitlement: Entitlement
  /// What the party was called when the case was opened.
  package let partyName: String
  package let region: String
  /// 分; zero where no money moves.
  package let amount: Int64
  package var state: String
  package let opened: Moment
  /// When it came to its present state.
  package var entered: Moment
  /// The last day on which it should move on; `nil` where there is no limit, or the working days of
  /// that year are not known.
  package var due: CivilDate?
  /// The account of the official who works on it.
  package var assigned: Int64?
  package var basis: Basis
  /// The case that this one tops up or claws back.
  package let parent: String?

  /// What was determined, and under which rules and facts: nothing in the registry is ever overwritten,
  /// so its change says which facts they were.
  package struct Basis: Sendable, Equatable {
    /// The day of the determination.
    package let on: CivilDate
    /// SM3 of the plan.
    package let plan: String
    /// The last change of the registry that it knew.
    package let change: Int64

    package init(on: CivilDate, plan: String, change: Int64) {
      self.on = on
      self.plan = plan
      self.change = change
    }
  }

  package var money: Money { Money(fen: amount) }
}

/// What a case is about, told from every other: it may be in one open case only.
package struct Entitlement: Sendable, Hashable {
  /// Full id, `wenzhou-2018-242/skill-upgrade`.
  package let benefit: String
  /// Whose record gives rise to it.
  package let owner: String
  /// Who receives.
  package let party: String
  /// The record; `nil` for benefits of the party itself.
  package let subject: String?

  package init(benefit: String, owner: String, party: String, subject: String?) {
    self.benefit = benefit
    self.owner = owner
    self.party = party
    self.subject = subject
  }

  /// One text of it, for unique keys elsewhere.
  package var text: String { [benefit, owner, party, subject ?? ""].joined(separator: "|") }
}

/// Whether a case is the first of its entitlement, or follows from a later determination.
package enum CaseKind: String, Sendable, CaseIterable {
  case first
  case topUp = "top-up"
  case clawBack = "claw-back"

  package var label: Bilingual {
    switch self {
    case .first: Bilingual(zh: "首次", en: "first")
    case .topUp: Bilingual(zh: "补发", en: "top-up")
    case .clawBack: Bilingual(zh: "追回", en: "claw-back")
    }
  }
}

/// What a case is opened with.
package struct CaseProposal: Sendable {
  package let procedure: String
  package let kind: CaseKind
  package let entitlement: Entitlement
  package let partyName: String
  package let region: String
  /// 分.
  package let amount: Int64
  package let basis: CaseRecord.Basis
  /// The determination with its reasons, as JSON.
  package let determination: String
  /// The items of the score sheet, where there is one.
  package let items: [String]
  package let parent: String?

  package init(
    procedure: String, kind: CaseKind = .first, entitlement: Entitlement, partyName: String,
    region: String, amount: Int64, basis: CaseRecord.Basis, determination: String,
    items: [String] = [], parent: String? = nil
  ) {
    self.procedure = procedure
    self.kind = kind
    self.entitlement = entitlement
    self.partyName = partyName
    self.region = region
    self.amount = amount
    self.basis = basis
    self.determination = determination
    self.items = items
    self.parent = parent
  }
}

/// Something that happened to a case.
package struct CaseEvent: Sendable, Equatable {
  /// 1, 2, 3 … within the case.
  package let number: Int64
  package let moment: Moment
  package let user: Int64
  package let name: String
  package let role: Role?
  /// The transition, `open`, `assign`, `attach` and the like.
  package let act: String
  package let stage: String?
  package let from: String?
  package let to: String?
  /// Whether it was a signature that did not move the case yet.
  package let isSignature: Bool
  package let note: String
}

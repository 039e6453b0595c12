package import Core

/// A step from one state to the next.
package struct Transition: Sendable, Equatable {
  package let id: String
  /// What the button says: an imperative.
  package let label: Bilingual
  package let from: [String]
  package let to: String
  package let by: [Turn]
  /// The part of the work that it belongs to; `nil` for what the party and the service do. Nobody
  /// takes part in two stages of one case.
  package let stage: Stage?
  package let needs: [Requirement]
  package let effects: [Effect]
  package let signatures: Signatures
  /// The message that the party gets, by its template.
  package let tells: String?
  /// Whether it goes against the party, or cannot be taken back, and so is asked again before.
  package let isGrave: Bool

  package init(
    id: String, label: Bilingual, from: [String], to: String, by: [Turn], stage: Stage? = nil,
    needs: [Requirement] = [], effects: [Effect] = [], signatures: Signatures = .one,
    tells: String? = nil, isGrave: Bool = false
  ) {
    self.id = id
    self.label = label
    self.from = from
    self.to = to
    self.by = by
    self.stage = stage
    self.needs = needs
    self.effects = effects
    self.signatures = signatures
    self.tells = tells
    self.isGrave = isGrave
  }
}

/// The parts of official work on a case, each done by other hands.
package enum Stage: String, Sendable, CaseIterable {
  case intake, review, departments, approval, payment, appeal

  package var label: Bilingual {
    switch self {
    case .intake: Bilingual(zh: "受理", en: "intake")
    case .review: Bilingual(zh: "审核", en: "review")
    case .departments: Bilingual(zh: "联合审查", en: "joint check")
    case .approval: Bilingual(zh: "审批", en: "approval")
    case .payment: Bilingual(zh: "支付", en: "payment")
    case .appeal: Bilingual(zh: "复核", en: "appeal")
    }
  }
}

/// What must be given or be there before a transition can be made.
package enum Requirement: String, Sendable, CaseIterable {
  /// Words that say why.
  case reason
  /// At least one piece of evidence.
  case evidence
  /// An account to be paid to.
  case account
  /// The points that the enterprise gives itself.
  case selfScores = "self-scores"
  /// The points that the reviewer gives.
  case reviewScores = "review-scores"
}

/// What happens together with a transition.
package enum Effect: String, Sendable, CaseIterable {
  /// The rows of the case stand in a public notice from now on.
  case announce
  /// The objections to the case are answered: they do not hold.
  case dismissObjections = "dismiss-objections"
  /// The objections to the case are answered: they hold.
  case upholdObjections = "uphold-objections"
  /// The amount is set aside from the appropriation.
  case commit
  /// What was set aside is free again.
  case release
  /// What was paid is remembered in the registry as granted.
  case claim
  /// What was remembered so is not granted after all.
  case unclaim
  /// The result of a selection is remembered in the registry.
  case select
  /// What was paid wrongly is claimed back.
  case demand
}

/// How many must sign before a transition is made.
package enum Signatures: Sendable, Equatable {
  case one
  /// As many as the largest threshold says that the amount reaches, at least one.
  case byAmount([Threshold])
  /// One of each of these departments, by organisation id.
  case departments([String])

  /// From this amount on, so many.
  package struct Threshold: Sendable, Equatable {
    /// 分.
    package let from: Int64
    package let count: Int

    package init(from: Int64, count: Int) {
      self.from = from
      self.count = count
    }
  }

  /// How many signatures a case of this amount needs.
  package func count(amount: Int64) -> Int {
    switch self {
    case .one: 1
    case .byAmount(let thresholds):
      thresholds.filter { amount >= $0.from }.map(\.count).max() ?? 1
    case .departments(let departments): departments.count
    }
  }
}

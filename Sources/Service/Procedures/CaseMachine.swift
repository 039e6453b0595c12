import Core
package import Office

/// Moves cases: pure, without a clock and without a store.
package enum CaseMachine {
  /// What comes of an act.
  package enum Step: Sendable, Equatable {
    /// The case is in the transition's next state, and its effects happen.
    case moved(to: CaseState, effects: [Effect])
    /// The signature counts; so many more are needed.
    case signed(department: String?, missing: Int)
  }

  /// Whether an act is allowed, and what comes of it.
  ///
  /// - Parameters:
  ///   - id: the transition.
  ///   - standing: the case as it is.
  ///   - procedure: how it moves.
  ///   - signer: who acts, in which role.
  ///   - given: which of the things are there that a transition may need.
  /// - Returns: what comes of it.
  /// - Throws: why it is not allowed.
  package static func step(
    _ id: String, _ standing: CaseStanding, _ procedure: Procedure, by signer: Signer,
    given: Set<Requirement>
  ) throws(CaseRefusal) -> Step {
    guard let transition = procedure.transition(id) else { throw .unknownTransition(id) }
    guard transition.from.contains(standing.state) else {
      throw .notFromHere(transition.label, procedure.state(standing.state)?.label)
    }
    let department = try right(transition, standing, procedure, signer)
    if let missing = transition.needs.first(where: { !given.contains($0) }) {
      throw .missing(missing)
    }
    guard let next = procedure.state(transition.to) else { throw .unknownTransition(id) }
    let given = standing.signatures.filter { $0.transition == id }
    if given.contains(where: { $0.user == signer.actor.user }) { throw .signedAlready }
    if let department, given.contains(where: { $0.department == department }) {
      throw .departmentSignedAlready
    }
    let missing = transition.signatures.count(amount: standing.amount) - given.count - 1
    return missing > 0
      ? .signed(department: department, missing: missing)
      : .moved(to: next, effects: transition.effects)
  }

  /// The transitions that somebody may make, in any of their roles, whatever they still have to give.
  package static func open(
    _ standing: CaseStanding, _ procedure: Procedure, to actor: Actor
  ) -> [(transition: Transition, role: Role)] {
    procedure.transitions(from: standing.state).compactMap { transition in
      let roles = actor.grants.map(\.role)
      let role = roles.first { role in
        guard let signer = Signer(actor, as: role) else { return false }
        let step = try? step(
          transition.id, standing, procedure, by: signer, given: Set(Requirement.allCases))
        return step != nil
      }
      return role.map { (transition, $0) }
    }
  }

  /// Refuses whoever may not make a transition.
  ///
  /// - Returns: the department that the signer signs for, where departments do.
  private static func right(
    _ transition: Transition, _ standing: CaseStanding, _ procedure: Procedure, _ signer: Signer
  ) throws(CaseRefusal) -> String? {
    let matching = transition.by.filter { fits($0, standing, signer) }
    guard !matching.isEmpty else {
      throw transition.by.contains { isRole($0, of: signer) } ? .notYourRegion : .notYourRole
    }
    guard let stage = transition.stage else { return nil }
    // Nobody decides on their own matter, nor on that of an organisation they speak for.
    let own = signer.actor.organisations + (signer.actor.party.map { [$0] } ?? [])
    if !standing.concerned.isDisjoint(with: own) { throw .ownMatter }
    // Maker is never checker, whatever the role: one person, one stage.
    if let other = standing.hands.first(where: {
      $0.user == signer.actor.user && $0.stage != stage
    }) {
      throw .otherStage(other.stage.label)
    }
    guard stage == .departments else { return nil }
    let departments = procedure.departments(in: standing.state)
    let mine = signer.actor.grants.first { grant in
      grant.role == signer.role && grant.organisation.map(departments.contains) == true
    }
    guard let department = mine?.organisation else { throw .notYourDepartment }
    return department
  }

  private static func fits(_ turn: Turn, _ standing: CaseStanding, _ signer: Signer) -> Bool {
    let actor = signer.actor
    switch turn {
    case .service: return signer == .system
    case .nobody: return false
    case .anybody: return signer != .system
    case .party:
      return signer.role == .worker && actor.party == standing.party
        || (signer.role == .enterpriseAgent || signer.role == .institutionAgent)
          && actor.grants.contains {
            $0.role == signer.role && $0.organisation == standing.party
          }
    case .official(let role):
      return signer.role == role
        && actor.grants.contains { grant in
          grant.role == role
            && (grant.region.map { standing.region.isRegion(within: $0) } ?? true)
        }
    }
  }

  private static func isRole(_ turn: Turn, of signer: Signer) -> Bool {
    switch turn {
    case .official(let role): role == signer.role
    case .party: !signer.role.isOfficial && signer != .system
    case .anybody, .service, .nobody: false
    }
  }
}

package import Core
import YAMLText

/// What must hold of a procedure as a whole: an auditor need not read every file to know it.
extension ProcedureReader {
  /// Every name leads somewhere.
  mutating func checkNames(_ procedure: Procedure, _ root: YAML) {
    let states = procedure.states.map(\.id)
    if !states.contains(procedure.start) {
      refuse(.unknownWord("start", procedure.start, states), at: place(root, "start"))
    }
    for state in procedure.states {
      guard let then = state.then, let node = root["states"]?[state.id] else { continue }
      if let lapse = procedure.transition(then), lapse.from.contains(state.id),
        lapse.by.contains(.service)
      {
        continue
      }
      let possible = procedure.transitions(from: state.id).filter { $0.by.contains(.service) }
      refuse(.unknownWord("then", then, possible.map(\.id)), at: place(node, "then"))
    }
    for transition in procedure.transitions {
      guard let node = root["transitions"]?[transition.id] else { continue }
      for name in transition.from where !states.contains(name) {
        refuse(.unknownWord("from", name, states), at: place(node, "from"))
      }
      if !states.contains(transition.to) {
        refuse(.unknownWord("to", transition.to, states), at: place(node, "to"))
      }
      let isOfficial = transition.by.contains { if case .official = $0 { true } else { false } }
      if isOfficial != (transition.stage != nil) {
        refuse(isOfficial ? .noStage : .needlessStage, at: node.range)
      }
    }
  }

  /// Every state can be reached and left, and money is set aside only behind other hands: on every
  /// way to a commitment somebody else has taken part before whoever approves.
  mutating func checkWays(_ procedure: Procedure, _ root: YAML) {
    let reached = closure(from: [procedure.start], procedure) { _ in true }
    for state in procedure.states {
      guard let node = root["states"]?[state.id] else { continue }
      if !reached.contains(state.id) { refuse(.unreachable(state.label), at: node.range) }
      let isLeft = !procedure.transitions(from: state.id).isEmpty
      if !state.isEnd, !isLeft { refuse(.deadEnd(state.label), at: node.range) }
      if state.isEnd, state.within != nil { refuse(.endWithLimit(state.label), at: node.range) }
    }
    let unseen = closure(from: [procedure.start], procedure) { transition in
      transition.stage == nil || transition.stage == .approval
    }
    for transition in procedure.transitions where transition.effects.contains(.commit) {
      guard let node = root["transitions"]?[transition.id] else { continue }
      if transition.stage != .approval || !unseen.isDisjoint(with: transition.from) {
        refuse(.oneHand(transition.label), at: node.range)
      }
    }
  }

  /// The states that can be come to by some of the transitions.
  private func closure(
    from start: Set<String>, _ procedure: Procedure, by isTaken: (Transition) -> Bool
  ) -> Set<String> {
    var (reached, open) = (start, Array(start))
    while let state = open.popLast() {
      for transition in procedure.transitions(from: state) where isTaken(transition) {
        if reached.insert(transition.to).inserted { open.append(transition.to) }
      }
    }
    return reached
  }
}

extension Procedure {
  /// Reads a procedure.
  ///
  /// - Parameter source: the YAML file.
  /// - Returns: the procedure.
  /// - Throws: `DiagnosticsError` with everything that is wrong (YAML001 …, PRC001 …);
  ///   `CryptographyFailure`.
  package static func read(_ source: SourceText) throws -> Procedure {
    var reader = ProcedureReader(source)
    let procedure = try reader.read()
    guard let procedure, reader.diagnostics.isEmpty else {
      throw DiagnosticsError(source: source, diagnostics: reader.diagnostics)
    }
    return procedure
  }
}

package import Core

/// How a case moves, as data: its states, who may take it from one to the next, and what happens
/// then. Read from `Procedures/*.yaml`; run by `CaseMachine`.
package struct Procedure: Sendable, Equatable {
  /// The name of the file without its ending.
  package let id: String
  package let label: Bilingual
  /// SM3 of the file, in hexadecimal: a case goes on under the procedure it was begun with.
  package let hash: String
  /// The state a case begins in.
  package let start: String
  /// In the order written.
  package let states: [CaseState]
  package let transitions: [Transition]

  package init(
    id: String, label: Bilingual, hash: String, start: String, states: [CaseState],
    transitions: [Transition]
  ) {
    self.id = id
    self.label = label
    self.hash = hash
    self.start = start
    self.states = states
    self.transitions = transitions
  }

  package func state(_ id: String) -> CaseState? { states.first { $0.id == id } }
  package func transition(_ id: String) -> Transition? { transitions.first { $0.id == id } }

  /// The transitions that lead out of a state, in the order written.
  package func transitions(from state: String) -> [Transition] {
    transitions.filter { $0.from.contains(state) }
  }

  /// The departments that are asked in a state, by organisation id.
  package func departments(in state: String) -> Set<String> {
    transitions(from: state).reduce(into: []) { result, transition in
      if case .departments(let departments) = transition.signatures {
        result.formUnion(departments)
      }
    }
  }
}

/// Where a case can stand.
package struct CaseState: Sendable, Equatable {
  package let id: String
  package let label: Bilingual
  /// Whose turn it is.
  package let turn: Turn
  /// Working days until it should have moved on.
  package let within: Int?
  /// The transition that the service makes when they are over; `nil`: it is only overdue.
  package let then: String?
  /// Cases here may be put into a payment batch.
  package let isPayable: Bool

  package init(
    id: String, label: Bilingual, turn: Turn, within: Int? = nil, then: String? = nil,
    isPayable: Bool = false
  ) {
    self.id = id
    self.label = label
    self.turn = turn
    self.within = within
    self.then = then
    self.isPayable = isPayable
  }

  package var isEnd: Bool { turn == .nobody }
}

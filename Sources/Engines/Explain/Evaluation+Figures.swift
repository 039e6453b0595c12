import Core
import FEEL
import PolicyPlan

/// The figures of a document: its own values, or those that the party's region has set.
extension Evaluation {
  mutating func assumption(_ index: Int) -> Held {
    let assumption = plan.assumptions[index]
    if case .running = locality.day { clock.note(assumption.locals.change(after: world.on)) }
    switch locality.choice(ofAssumption: index, plan, on: world.on) {
    case .own:
      trace.note(.assumption(index, local: nil))
      return .value(assumption.value)
    case .local(let local):
      trace.note(.assumption(index, local: local))
      return .value(assumption.locals[local].value)
    case .open(let unknown): return .unknown(unknown)
    }
  }

  mutating func parameter(_ index: Int, on node: NodeID) -> Held {
    let asked = day(node)
    guard case .value(.date(let date)) = asked.held else {
      return .unknown(asked.held.unknown ?? noDate(node))
    }
    let parameter = plan.parameters[index]
    if let next = parameter.change(after: date), asked.reaches(next) { clock.note(next) }
    switch locality.choice(ofParameter: index, plan, on: date) {
    case .local(let local):
      trace.note(.parameter(index, on: date, local: local))
      return .value(parameter.locals[local].value)
    case .open(let unknown): return .unknown(unknown)
    case .own: break
    }
    guard let dated = parameter.value(on: date) else {
      return .unknown(Unknown(defect: .noValue(of: parameter.name, on: date.description)))
    }
    trace.note(.parameter(index, on: date, local: nil))
    return .value(dated.value)
  }
}

extension ParameterPlan {
  /// The first day after another on which the value may be a different one, anywhere.
  func change(after day: CivilDate) -> CivilDate? {
    let own = values.flatMap { [$0.from, $0.to?.next] }.compactMap { $0 }.filter { $0 > day }.min()
    return [own, locals.change(after: day)].compactMap { $0 }.min()
  }
}

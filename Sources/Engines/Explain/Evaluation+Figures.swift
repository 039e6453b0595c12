import Core
import FEEL
import PolicyPlan

/// The figures of a document: its own values, or those that the party's region has set.
extension Evaluation {
  mutating func assumption(_ index: Int) -> Held {
    if plan.assumptions[index].locals.isEmpty {
      trace.note(.assumption(index, local: nil))
      return .value(plan.assumptions[index].value)
    }
    let assumption = plan.assumptions[index]
    if case .running = locality.day { clock.note(assumption.locals.change(after: world.on)) }
    switch locality.choice(of: assumption, on: world.on) {
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
    let parameter = plan.parameters[index]
    guard case .value(.date(let date)) = asked.held else {
      guard let unknown = asked.held.unknown else { return .unknown(noDate(node)) }
      guard unknown.defects.isEmpty, let value = parameter.constant else {
        return .unknown(unknown)
      }
      trace.note(.parameter(index, on: world.on, local: nil))
      return .value(value)
    }
    if let next = parameter.change(after: date), asked.reaches(next) { clock.note(next) }
    switch locality.choice(of: parameter, on: date) {
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
  /// The value, where it is the same on every day and everywhere.
  fileprivate var constant: Value? {
    let possible = possible
    guard let first = possible.first, possible.allSatisfy({ $0.equals(first) }) else { return nil }
    return first
  }

  /// Every value it may have on some day, somewhere; none where some days have none.
  var possible: [Value] {
    guard let first = values.first, let last = values.last, first.from == nil, last.to == nil else {
      return []
    }
    return values.map(\.value) + locals.map(\.value)
  }

  /// The first day after another on which the value may be a different one, anywhere.
  func change(after day: CivilDate) -> CivilDate? {
    let own = values.flatMap { [$0.from, $0.to?.next] }.compactMap { $0 }.filter { $0 > day }.min()
    return [own, locals.change(after: day)].compactMap { $0 }.min()
  }
}

import Core
import FEEL
package import LocalValues
import Vocabulary

extension Plan {
  /// This plan with local values in the place of some of its figures.
  ///
  /// - Parameter values: any; those of other documents are passed over.
  /// - Returns: the plan, with the values that fit; and what is wrong with the others.
  package func setting(_ values: [LocalValue]) -> (plan: Plan, problems: [LocalProblem]) {
    var plan = self
    var problems: [LocalProblem] = []
    var taken: [LocalValue] = []
    for value in values where value.document == id {
      if let other = taken.first(where: { $0.overlaps(value) }) {
        problems.append(LocalProblem(value, .overlaps(other)))
        continue
      }
      taken.append(value)
      switch typed(value) {
      case .success((let figure, let local)): plan.insert(local, of: figure)
      case .failure(let problem): problems.append(problem)
      }
    }
    // What is wrong with a value was told once.
    for index in plan.versions.indices {
      plan.versions[index].plan = plan.versions[index].plan.setting(values).plan
    }
    return (plan, problems)
  }

  /// The document's own figures everywhere.
  package var withoutLocals: Plan {
    var plan = self
    for index in plan.parameters.indices { plan.parameters[index].locals = [] }
    for index in plan.assumptions.indices { plan.assumptions[index].locals = [] }
    for index in plan.versions.indices {
      plan.versions[index].plan = plan.versions[index].plan.withoutLocals
    }
    return plan
  }

  private mutating func insert(_ local: LocalFigure, of figure: Figure) {
    switch figure {
    case .parameter(let index): parameters[index].locals.insertInOrder(local)
    case .assumption(let index): assumptions[index].locals.insertInOrder(local)
    }
  }

  private func typed(_ value: LocalValue) -> Result<(Figure, LocalFigure), LocalProblem> {
    guard let figure = figure(named: value.name) else {
      let names = parameters.map(\.name) + assumptions.map(\.name)
      let near = Suggestion.nearest(to: value.name, among: names)
      return .failure(LocalProblem(value, .noFigure(nearest: near)))
    }
    guard value.region.isRegion(within: region) else {
      return .failure(LocalProblem(value, .outside(region: region)))
    }
    let type = type(of: figure)
    guard let read = type.literal(value.text) else {
      return .failure(LocalProblem(value, .wrongType(type)))
    }
    if case .assumption(let index) = figure, !assumptions[index].options.isEmpty,
      !assumptions[index].options.contains(where: { $0.isSame(as: read) })
    {
      let options = assumptions[index].options.map(\.literalText)
      return .failure(LocalProblem(value, .notAnOption(options)))
    }
    if !computes(with: figure) { return .failure(LocalProblem(value, .nothingComputes)) }
    if isShareOfQuota(figure), !region.isRegion(within: value.region) {
      return .failure(LocalProblem(value, .shareOfQuota(region: region)))
    }
    var since: CivilDate?
    if case .registry(_, let day) = value.origin { since = day }
    return .success(
      (
        figure,
        LocalFigure(
          region: value.region, from: value.from, to: value.to, value: read, reason: value.reason,
          by: value.by, cites: value.cites, since: since)
      ))
  }
}

extension Value {
  /// Whether both are one value: 0.5 and 0.50 are.
  fileprivate func isSame(as other: Value) -> Bool {
    if case .boolean(true) = Operations.compare(.equal, self, other) { true } else { false }
  }
}

extension FEELType {
  /// A value of this type from the text somebody wrote in the place of a figure: a number, a date, a
  /// text as it is, true or false in either language.
  fileprivate func literal(_ text: String) -> Value? {
    switch self {
    case .number: Decimal128(text).map(Value.number)
    case .date: CivilDate(text).map(Value.date)
    case .string: .string(text)
    case .boolean:
      switch text {
      case "true", "是": .boolean(true)
      case "false", "否": .boolean(false)
      default: nil
      }
    default: nil
    }
  }
}

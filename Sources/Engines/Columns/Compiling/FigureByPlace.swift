import Core
import FEEL
import PolicyPlan

/// A figure of a document by place: its own values, and in each region that has set some those.
struct FigureByPlace {
  /// From some day on a figure has a value, or none.
  struct Dated {
    /// Number of the day; below all days for the first.
    let from: Int32
    let value: Value?
  }

  /// In order of time.
  let own: [Dated]
  /// The most specific region first.
  let regions: [(code: String, values: [Dated])]

  init(_ parameter: ParameterPlan) {
    self.init(
      parameter.locals, ends: parameter.values.flatMap { [$0.from, $0.to?.following] }
    ) { parameter.value(on: $0)?.value }
  }

  init(_ assumption: AssumptionPlan) {
    self.init(assumption.locals, ends: []) { _ in assumption.value }
  }

  init(_ figure: Figure, _ plan: Plan) {
    switch figure {
    case .parameter(let index): self.init(plan.parameters[index])
    case .assumption(let index): self.init(plan.assumptions[index])
    }
  }

  private init(
    _ locals: [LocalFigure], ends: [CivilDate?], own: (CivilDate) -> Value?
  ) {
    self.own = Self.values(ends, own)
    var codes: [String] = []
    for local in locals where !codes.contains(local.region) { codes.append(local.region) }
    regions = codes.map { code in
      let around = locals.filter { code.isRegion(within: $0.region) }
      let all = ends + around.flatMap { [$0.from, $0.to?.following] }
      return (
        code,
        Self.values(all) { day in
          around.first { $0.covers(day) }?.value ?? own(day)
        }
      )
    }
  }

  /// What holds from each of some days on, and before the first.
  private static func values(
    _ ends: [CivilDate?], _ value: (CivilDate) -> Value?
  ) -> [Dated] {
    let days = Set(ends.compactMap { $0?.dayNumber }).sorted()
    let before = CivilDate(dayNumber: (days.first ?? 0) - 1)
    return [Dated(from: .none + 1, value: value(before))]
      + days.map { Dated(from: Int32(clamping: $0), value: value(CivilDate(dayNumber: $0))) }
  }
}

extension [FigureByPlace.Dated] {
  /// The value on a day.
  func value(on day: CivilDate) -> Value? {
    last { Int($0.from) <= day.dayNumber }?.value
  }
}

extension CivilDate {
  fileprivate var following: CivilDate { CivilDate(dayNumber: dayNumber + 1) }
}

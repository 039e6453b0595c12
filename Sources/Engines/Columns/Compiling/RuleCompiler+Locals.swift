import Core
import FEEL
import PolicyPlan

/// For whom figures are read, and as of when: what a region has set in the place of one holds by place
/// and day.
struct CaseLocality {
  /// The code of the region of the party by which the document applies.
  let place: Register
  /// The day by which assumptions are read.
  let day: Cell
}

/// Figures that regions have set.
extension RuleCompiler {
  /// An assumption as it holds for the case.
  mutating func assumption(_ index: Int, _ node: NodeID) throws(OffColumns) -> Cell {
    let assumption = plan.assumptions[index]
    if assumption.locals.isEmpty { return .known(assumption.value) }
    guard let locality else { throw .localFigure(assumption.name) }
    return try byPlace(FigureByPlace(assumption), on: locality.day, locality, node)
  }

  /// A figure on a day, at the place of the case: where nobody knows the place, what holds everywhere.
  mutating func byPlace(
    _ figure: FigureByPlace, on day: Cell, _ locality: CaseLocality, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    var result = try value(of: figure.own, on: day, isEverywhere: false, node)
    for (code, values) in figure.regions.reversed() {
      let bytes = store.texts.areInside(code)
      let isThere = builder.emit(
        .isOneOf(locality.place, set: builder.set(bytes)), in: locality.place.frame, .truth)
      let there = try value(of: values, on: day, isEverywhere: false, node)
      if case (.unknown, .unknown) = (there, result) { continue }
      result = try select(isThere, there, result, node)
    }
    return result
  }

  /// A figure that changes in time.
  ///
  /// - Parameters:
  ///   - values: from some days on.
  ///   - day: the day asked about.
  ///   - isEverywhere: whether the values hold everywhere: then one that is the same on every day is
  ///     told of a day that nobody knows.
  ///   - node: for whom, should it be impossible.
  /// - Returns: the value of each day.
  /// - Throws: what has no column form.
  mutating func value(
    of values: [FigureByPlace.Dated], on day: Cell, isEverywhere: Bool, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    switch day {
    case .known(.date(let date)): return values.value(on: date).map { .known($0) } ?? .unknown
    case .known, .unknown: return .unknown
    case .date(let register, let mayBeNone):
      if isEverywhere, !mayBeNone, values.count == 1, let only = values.first?.value {
        return .known(only)
      }
      return try stepped(values, register, node)
    default: throw off(node)
    }
  }

  private mutating func stepped(
    _ values: [FigureByPlace.Dated], _ day: Register, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let told = values.compactMap(\.value)
    if told.isEmpty { return .unknown }
    if case .boolean = told[0] { return try steppedTruth(values, day, node) }
    let both = try unified(told.map { .known($0) }, in: ProgramBuilder.root, node)
    var units: [Int64] = []
    for dated in values {
      units.append(
        try dated.value.map { value throws(OffColumns) in
          try self.units(value, both.form, node)
        } ?? .unknown)
    }
    return both.cell(
      emit(Program.SteppedFigure(from: values.map(\.from), values: units, width: both.width), day))
  }

  /// Truths as 0 and 1, held against 1.
  private mutating func steppedTruth(
    _ values: [FigureByPlace.Dated], _ day: Register, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    var units: [Int64] = []
    for dated in values {
      switch dated.value {
      case .boolean(let truth)?: units.append(truth ? 1 : 0)
      case nil: units.append(.unknown)
      default: throw off(node)
      }
    }
    let number = emit(
      Program.SteppedFigure(from: values.map(\.from), values: units, width: .narrow), day)
    return .truth(
      builder.emit(.compareConstant(.equal, number, 1), in: number.frame, .truth),
      mayBeNone: false)
  }

  private mutating func emit(_ figure: Program.SteppedFigure, _ day: Register) -> Register {
    builder.emit(.stepped(day, figure: builder.figure(figure)), in: day.frame, figure.width)
  }

  private func units(
    _ value: Value, _ form: Unified.Form, _ node: NodeID
  ) throws(OffColumns) -> Int64 {
    switch (form, value) {
    case (.number(let scaled, _), .number(let number)):
      guard let units = number.units(scale: scaled.scale) else {
        throw .range(plan.line(of: node))
      }
      return units
    case (.date, .date(let date)): return Int64(date.dayNumber)
    case (.text, .string(let text)): return try code(of: text, node)
    default: throw off(node)
    }
  }
}

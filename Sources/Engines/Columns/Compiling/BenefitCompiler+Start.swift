import Core
import FEEL
import PolicyDocument
import PolicyPlan
import Vocabulary

/// From when a document applies, and by which day; regions may have set either otherwise.
extension BenefitCompiler {
  /// The day by which assumptions are read: the subject's own, where it has one.
  mutating func day(_ subject: Register) -> Cell {
    let today = Cell.known(.date(store.on))
    guard benefit.event == .ofSubject, type.eventField != nil else { return today }
    let event = event(subject)
    let hasNone = rules.builder.emit(
      .compareConstant(.equal, event, .none), in: ProgramBuilder.root, .truth)
    let on = rules.constant(Int64(store.on.dayNumber), .narrow, ProgramBuilder.root)
    return .date(
      rules.builder.emit(
        .select(hasNone, then: on, otherwise: event), in: ProgramBuilder.root, .narrow),
      mayBeNone: false)
  }

  /// Whether a text holds for a subject, by its day; unknown for one without, as long as there are
  /// several texts.
  mutating func textHolds(_ text: BenefitText, _ subject: Register) throws(OffColumns) -> TruthCell
  {
    guard let spans = text.spans else { return .constant(Truth.yes) }
    let event = event(subject)
    var any = TruthCell.constant(Truth.no)
    for span in spans {
      // Of a day that nobody has told nothing is known.
      var isWithin = TruthCell.register(
        rules.builder.emit(.compare(.equal, event, event), in: ProgramBuilder.root, .truth))
      for (sign, day) in [(ComparisonOperator.greaterOrEqual, span.from), (.less, span.to)] {
        guard let day else { continue }
        let side = rules.builder.emit(
          .compareConstant(sign, event, Int64(day)), in: ProgramBuilder.root, .truth)
        isWithin = try rules.and(isWithin, .register(side), node)
      }
      any = try rules.or(any, isWithin, node)
    }
    let hasNone = rules.builder.emit(
      .compareConstant(.equal, event, .none), in: ProgramBuilder.root, .truth)
    return try rules.truth(
      try rules.select(hasNone, .unknown, rules.cell(any), node), node)
  }

  /// Whether the document applies to a subject's day, or to the day of the determination.
  mutating func inForce(_ subject: Register) throws(OffColumns) -> TruthCell {
    guard let own = benefit.eventsFrom else { return .constant(Truth.yes) }
    let start =
      try benefit.start.map { index throws(OffColumns) in
        try rules.assumption(index, node)
      } ?? .known(.date(own))
    let isByDay = try holds(benefit.startsBy) { $0 == .on }
    let byDay = try begun(.known(.date(store.on)), start)
    let byEvent: TruthCell
    if benefit.event == .determination {
      byEvent = byDay
    } else if type.eventField == nil {
      // Without a day it applies; but not before it is known from when on.
      guard case .known(.date) = start else { throw .localFigure(benefit.label.zh) }
      byEvent = .constant(Truth.yes)
    } else {
      byEvent = try begun(.date(event(subject), mayBeNone: true), start)
    }
    switch isByDay {
    case .constant(let truth): return truth == Truth.yes ? byDay : byEvent
    case .register(let truth):
      let chosen = try rules.select(truth, rules.cell(byDay), rules.cell(byEvent), node)
      return try rules.where(truth, chosen, node)
    }
  }

  private mutating func begun(_ day: Cell, _ start: Cell) throws(OffColumns) -> TruthCell {
    if case .known(let value) = start {
      guard case .date = value else { return .constant(Truth.unknown) }
    }
    return try rules.compare(.greaterOrEqual, day, start, node)
  }

  private mutating func event(_ subject: Register) -> Register {
    rules.builder.emit(
      .event(type: benefit.subject, rows: subject), in: ProgramBuilder.root, .narrow)
  }

  /// Whether a setting has a value that is asked for.
  mutating func holds<Value>(
    _ setting: Setting<Value>, _ isWanted: (Value) -> Bool
  ) throws(OffColumns) -> TruthCell {
    let (yes, no) = (isWanted(setting.value(where: true)), isWanted(setting.value(where: false)))
    guard let index = setting.assumption else { return .constant(yes ? Truth.yes : Truth.no) }
    let truth = try rules.truth(try rules.assumption(index, node), node)
    if case .constant(let known) = truth {
      if known == Truth.unknown { return truth }
      return .constant((known == Truth.yes ? yes : no) ? Truth.yes : Truth.no)
    }
    let other = try rules.truth(try rules.negated(rules.cell(truth), node), node)
    switch (yes, no) {
    case (true, false): return truth
    case (false, true): return other
    // Whatever it comes to; but not before it is known.
    case (true, true): return try rules.or(truth, other, node)
    case (false, false): return try rules.and(truth, other, node)
    }
  }
}

extension RuleCompiler {
  /// Yes where a truth is known, else unknown.
  mutating func isKnown(_ truth: Register) -> Register {
    builder.emit(.sameTruth(truth, truth, isEqual: true), in: truth.frame, .truth)
  }

  /// A cell as a truth; unknown where it is unknown by which reading it was come to.
  mutating func `where`(
    _ reading: Register, _ cell: Cell, _ node: NodeID
  ) throws(OffColumns) -> TruthCell {
    try truth(try select(isKnown(reading), cell, .unknown, node), node)
  }
}

extension TruthCell {
  /// Whether it is yes for all lanes.
  var isCertain: Bool { if case .constant(Truth.yes) = self { true } else { false } }
  /// Whether it is yes for any.
  var isPossible: Bool { if case .constant(Truth.no) = self { false } else { true } }
}

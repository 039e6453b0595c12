import FEEL

/// A test of a column's value, with the values it compares with.
indirect enum Criterion: Sendable {
  case any
  case compare(ComparisonOperator, Value)
  case range(low: Value?, lowIncluded: Bool, high: Value?, highIncluded: Bool)
  case not([Criterion])
  case oneOf([Criterion])
  /// One whose values nobody knows before a case is there.
  case opaque
}

/// What a cell admits: what it surely does and what it may. The two differ where a test rests on
/// something that only a case decides.
struct Admission: Sendable {
  var sure: ValueSet
  var possible: ValueSet
  /// Whether null is admitted; nobody knows of an opaque test.
  var sureNull: Bool
  var possibleNull: Bool

  /// Whether the test names null itself.
  var mentionsNull = false

  init(_ sure: ValueSet, _ possible: ValueSet, sureNull: Bool, possibleNull: Bool) {
    self.sure = sure
    self.possible = possible
    self.sureNull = sureNull
    self.possibleNull = possibleNull
  }

  private init(exactly set: ValueSet, null: Bool = false) {
    self.init(set, set, sureNull: null, possibleNull: null)
  }

  init(_ criterion: Criterion, _ measure: Measure) {
    switch criterion {
    case .any: self.init(exactly: .all(measure), null: true)
    case .opaque:
      self.init(.none(measure), .all(measure), sureNull: false, possibleNull: true)
    case .compare(let sign, let value): self = Admission.compared(sign, value, measure)
    case .range(let low, let lowIncluded, let high, let highIncluded):
      self = Admission.range(low, lowIncluded, high, highIncluded, measure)
    case .oneOf(let tests): self = Admission.united(tests, measure)
    case .not(let tests):
      let inner = Admission.united(tests, measure)
      self.init(
        inner.possible.complement(in: measure), inner.sure.complement(in: measure),
        sureNull: false, possibleNull: !inner.sureNull)
      mentionsNull = inner.mentionsNull
      if inner.mentionsNull { sureNull = !inner.possibleNull }
    }
    sure = sure.settled(measure)
    possible = possible.settled(measure)
  }

  private static func united(_ tests: [Criterion], _ measure: Measure) -> Admission {
    tests.map { Admission($0, measure) }.reduce(Admission(exactly: .none(measure))) { sum, test in
      var united = Admission(
        sum.sure.union(test.sure), sum.possible.union(test.possible),
        sureNull: sum.sureNull || test.sureNull,
        possibleNull: sum.possibleNull || test.possibleNull)
      united.mentionsNull = sum.mentionsNull || test.mentionsNull
      return united
    }
  }

  private static func compared(
    _ sign: ComparisonOperator, _ value: Value, _ measure: Measure
  ) -> Admission {
    if case .null = value { return comparedWithNull(sign, measure) }
    if let word = measure.word(of: value) {
      let one = ValueSet.words(WordSet([word]))
      switch sign {
      case .equal: return Admission(exactly: one)
      case .notEqual: return Admission(exactly: one.complement(in: measure), null: true)
      default: return Admission(.opaque, measure)
      }
    }
    guard let number = measure.position(of: value) else { return Admission(.opaque, measure) }
    let set: IntervalSet =
      switch sign {
      case .equal: IntervalSet(number)
      case .notEqual: IntervalSet(number).complement
      case .less: IntervalSet(from: .start, to: .before(number))
      case .lessOrEqual: IntervalSet(from: .start, to: .after(number))
      case .greater: IntervalSet(from: .after(number), to: .end)
      case .greaterOrEqual: IntervalSet(from: .before(number), to: .end)
      }
    return Admission(exactly: .scale(set), null: sign == .notEqual)
  }

  private static func comparedWithNull(_ sign: ComparisonOperator, _ measure: Measure) -> Admission
  {
    var admission =
      switch sign {
      case .equal: Admission(exactly: .none(measure), null: true)
      case .notEqual: Admission(exactly: .all(measure))
      default: Admission(exactly: .none(measure))
      }
    admission.mentionsNull = true
    return admission
  }

  private static func range(
    _ low: Value?, _ lowIncluded: Bool, _ high: Value?, _ highIncluded: Bool, _ measure: Measure
  ) -> Admission {
    var (from, to) = (Cut.start, Cut.end)
    if let low {
      guard let value = measure.position(of: low) else { return Admission(.opaque, measure) }
      from = lowIncluded ? .before(value) : .after(value)
    }
    if let high {
      guard let value = measure.position(of: high) else { return Admission(.opaque, measure) }
      to = highIncluded ? .after(value) : .before(value)
    }
    guard measure.grid != nil else { return Admission(.opaque, measure) }
    return Admission(exactly: .scale(IntervalSet(from: from, to: to)))
  }
}

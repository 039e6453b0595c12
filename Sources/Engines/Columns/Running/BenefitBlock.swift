/// What a benefit comes to for a block of subjects.
struct BenefitBlock {
  /// What one subject comes to.
  struct Answer: RawRepresentable, Equatable {
    let rawValue: UInt8
    /// There is no entry.
    static let absent = Answer(rawValue: 0)
    static let notEntitled = Answer(rawValue: 1)
    /// This engine cannot say.
    static let open = Answer(rawValue: 2)
    static let entitled = Answer(rawValue: 3)
  }

  /// A month that is paid, and what it pays in 分.
  struct Month: Equatable {
    let number: Int32
    var rate: Int64
  }

  /// First row of the block in the subjects' table.
  var firstRow = 0
  var answers: [Answer] = []
  /// 分; a mark where there is none.
  var gross: [Int64] = []
  var amounts: [Int64] = []
  /// Number of the party who receives; empty where it is the party whose record the subject is.
  var receivers: [Int32] = []
  /// Where each subject's months are; empty for what is not monthly.
  var spans: [Range<Int32>] = []
  var months: [Month] = []
  /// The points of each item, subject by subject; empty for what is no score. Units of the item's own
  /// scale.
  var points: [Int64] = []
  /// By which text each subject goes; empty where that is the same for all.
  var texts: [UInt16] = []
  /// By definition that stacking rules go by, what each subject comes to under it.
  var definitions: [[Int64]] = []

  /// Whether any subject has come to an answer.
  func has(_ answer: Answer) -> Bool {
    let answers = answers.span
    var found: UInt8 = 0
    for place in answers.indices { found |= Kernels.bit(answers[place] == answer) }
    return found != 0
  }

  /// Makes room for more subjects, of whom nothing is known yet.
  mutating func grow(to count: Int) {
    let more = count - answers.count
    answers.append(contentsOf: repeatElement(.open, count: more))
    gross.append(contentsOf: repeatElement(.unknown, count: more))
    amounts.append(contentsOf: repeatElement(.unknown, count: more))
  }

  mutating func clear(firstRow: Int) {
    self.firstRow = firstRow
    answers.removeAll(keepingCapacity: true)
    gross.removeAll(keepingCapacity: true)
    amounts.removeAll(keepingCapacity: true)
    receivers.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    months.removeAll(keepingCapacity: true)
    points.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    definitions.removeAll(keepingCapacity: true)
  }
}

extension Executor {
  /// Adds what the last rows came to under a benefit. Mutating, for else it would be copied: the block is
  /// written meanwhile.
  mutating func collect(_ steps: BenefitSteps, into block: inout BenefitBlock) {
    let base = block.answers.count
    let count = space.frames[ProgramBuilder.root].count
    block.grow(to: base + count)
    settle(steps, base, count, &block)
    if let receiver = steps.receiver {
      block.receivers.append(contentsOf: narrow(receiver)[..<count])
    }
    let isWeighed = steps.weighed != ProgramBuilder.root
    let weighed = space.frames[steps.weighed]
    let entitled = space.frames[steps.entitled]
    func place(_ lane: Int) -> Int {
      let own = Int(entitled.parents[lane])
      return base + (isWeighed ? Int(weighed.parents[own]) : own)
    }
    for (index, register) in steps.definitions.enumerated() {
      if block.definitions.count == index { block.definitions.append([]) }
      block.definitions[index].append(contentsOf: repeatElement(.unknown, count: count))
      for lane in 0..<entitled.count {
        block.definitions[index][place(lane)] = value(register, lane)
      }
    }
    switch steps.payment {
    case .inKind, .score:
      for lane in 0..<entitled.count where block.answers[place(lane)] == .open {
        block.answers[place(lane)] = .entitled
      }
      if case .score(let score) = steps.payment { collect(score, base, count, into: &block) }
    case .once(let gross, let amount):
      let (grosses, amounts) = (wide(gross), wide(amount))
      for lane in 0..<entitled.count where block.answers[place(lane)] == .open {
        // Below zero is no sum that can be paid, and marks are no sums.
        guard grosses[lane] >= 0, amounts[lane] >= 0 else { continue }
        block.answers[place(lane)] = .entitled
        block.gross[place(lane)] = grosses[lane]
        block.amounts[place(lane)] = amounts[lane]
      }
    case .monthly(let monthly):
      block.spans.append(contentsOf: repeatElement(0..<0, count: count))
      let months = lanes(of: monthly)
      for lane in 0..<entitled.count where block.answers[place(lane)] == .open {
        collect(months, lane, place(lane), into: &block)
      }
    }
  }

  /// A lane of a register of any width.
  private func value(_ register: Register, _ lane: Int) -> Int64 {
    switch register.width {
    case .truth:
      let truth = truth(register)[lane]
      return truth == Truth.unknown ? .unknown : truth == Truth.none ? .none : Int64(truth)
    case .narrow:
      let number = narrow(register)[lane]
      return number == .unknown ? .unknown : number == .none ? .none : Int64(number)
    case .wide: return wide(register)[lane]
    }
  }

  /// Who has no entry, and who is not entitled for certain.
  private func settle(
    _ steps: BenefitSteps, _ base: Int, _ count: Int, _ block: inout BenefitBlock
  ) {
    let (entries, lights) = (truth(steps.entry), truth(steps.light))
    let entry = entries.span
    let light = lights.span
    var answers = block.answers.mutableSpan
    precondition(
      entry.count >= count && light.count >= count && answers.count >= base + count)
    for lane in 0..<count {
      let open = Kernels.pick(
        light[lane] == Truth.no, Answer.notEntitled.rawValue, Answer.open.rawValue)
      answers[base + lane] = Answer(
        rawValue: Kernels.pick(entry[lane] == Truth.no, Answer.absent.rawValue, open))
    }
    if steps.weighed == ProgramBuilder.root { return }
    let weighed = space.frames[steps.weighed]
    let heavies = truth(steps.heavy)
    let heavy = heavies.span
    let parents = weighed.parents.span
    for lane in 0..<weighed.count {
      let place = base + Int(parents[lane])
      let before = answers[place].rawValue
      let isOut =
        Kernels.bit(heavy[lane] == Truth.no)
        & Kernels.bit(before == Answer.open.rawValue)
      answers[place] = Answer(
        rawValue: Kernels.pick(isOut == 1, Answer.notEntitled.rawValue, before))
    }
  }

  private typealias Answer = BenefitBlock.Answer

  /// What is read of every subject's months.
  private struct MonthLanes {
    let first: [Int32]
    let ends: [Int32]
    let numbers: [Int32]
    let counts: [UInt8]
    let rates: [Int64]
    let caps: [[Int64]]
    let limit: Int?
  }

  private func lanes(of monthly: BenefitSteps.Months) -> MonthLanes {
    let frame = space.frames[monthly.frame]
    return MonthLanes(
      first: narrow(monthly.first), ends: frame.ends, numbers: frame.months,
      counts: truth(monthly.counts), rates: wide(monthly.rate), caps: monthly.caps.map { wide($0) },
      limit: monthly.limit)
  }

  private func collect(
    _ months: MonthLanes, _ lane: Int, _ place: Int, into block: inout BenefitBlock
  ) {
    if months.first[lane].isMark { return }
    let start = lane == 0 ? 0 : Int(months.ends[lane - 1])
    let first = block.months.count
    var total: Int64 = 0
    for month in start..<Int(months.ends[lane]) {
      if let limit = months.limit, block.months.count - first >= limit { break }
      if months.counts[month] == Truth.no { continue }
      let rate = months.rates[month]
      let (sum, overflow) = total.addingReportingOverflow(rate)
      guard months.counts[month] == Truth.yes, rate >= 0, !overflow else {
        block.months.removeSubrange(first...)
        return
      }
      total = sum
      block.months.append(.init(number: months.numbers[month], rate: rate))
    }
    if block.months.count == first {
      block.answers[place] = .notEntitled
      return
    }
    var amount = total
    for cap in months.caps { amount = min(amount, cap[lane]) }
    guard amount >= 0 else {
      block.months.removeSubrange(first...)
      return
    }
    block.answers[place] = .entitled
    block.gross[place] = total
    block.amounts[place] = amount
    block.spans[place] = Int32(first)..<Int32(block.months.count)
  }
}

import Core
import PolicyPlan

/// Determines blocks of parties on one thread.
struct BlockRun {
  let compiled: CompiledColumns
  let store: ColumnStore
  private var executors: [Executor]
  /// By program, then benefit of it.
  private(set) var blocks: [[BenefitBlock]]
  /// By component; `nil` where no rule is about it.
  private var stacking: [StackingRun?]
  /// Of each benefit by plan and position, the component; `nil` for what is left.
  let componentOf: [[Int?]]
  /// Where each benefit stands: program and place in it, by plan and position.
  private let places: [[(program: Int, place: Int, text: Int)?]]
  /// By component, then party of the block: whether the explain engine answers.
  private(set) var asked: [[Bool]]

  /// By party of the block: how many cases a component's rules are about.
  private var cases: [Int32] = []
  private let contest: Contest
  private let hasStrangers: Bool

  /// Rows that a program runs on at a time: its registers stay in the cache.
  static let rows = 4096

  /// What those come to who compete with each other is worked out before, by `Contest`.
  init(_ compiled: CompiledColumns, _ store: ColumnStore, _ contest: Contest) {
    self.contest = contest
    self.compiled = compiled
    self.store = store
    executors = compiled.programs.map { Executor($0, store) }
    blocks = compiled.programs.map { Array(repeating: BenefitBlock(), count: $0.benefits.count) }
    asked = Array(repeating: [], count: compiled.components.count)
    var componentOf: [[Int?]] = compiled.plans.map {
      Array(repeating: nil, count: $0.benefits.count)
    }
    for (index, component) in compiled.components.enumerated() {
      for benefit in component.benefits { componentOf[component.plan][benefit] = index }
    }
    self.componentOf = componentOf
    var places: [[(Int, Int, Int)?]] = compiled.plans.map {
      Array(repeating: nil, count: $0.benefits.count)
    }
    for (program, steps) in compiled.programs.enumerated() {
      for place in steps.benefits.indices where steps.primaries[place] == place {
        let benefit = steps.benefits[place]
        places[benefit.plan][benefit.benefit] = (program, place, benefit.text)
      }
    }
    self.places = places
    hasStrangers = store.parties.hasStrangers
    stacking = compiled.components.map { component in
      // Quotas are settled before.
      guard let steps = component.steps, !component.isContested else { return nil }
      return StackingRun(store, compiled.plans[component.plan], component, steps, places)
    }
  }

  /// The block of a benefit, if it runs on columns.
  func block(ofPlan plan: Int, _ benefit: Int) -> BenefitBlock? {
    places[plan][benefit].map { blocks[$0.program][$0.place] }
  }

  /// The score sheet of a benefit, and how its points lie; `nil` for what is no score.
  func sheet(
    ofPlan plan: Int, _ benefit: Int
  ) -> (sheet: ScoreSheet, steps: BenefitSteps.Score)? {
    guard let found = places[plan][benefit],
      case .score(let steps) = compiled.programs[found.program].benefits[found.place].payment,
      case .score(let sheet)? = compiled.plans[plan].benefit(
        benefit, text: text(ofPlan: plan, benefit))?.payment
    else { return nil }
    return (sheet, steps)
  }

  /// By which text the first subjects of a benefit go: all of them where a block names none.
  func text(ofPlan plan: Int, _ benefit: Int) -> Int {
    places[plan][benefit]?.text ?? 0
  }

  mutating func run(_ parties: Range<Int>) {
    for index in asked.indices {
      asked[index] = Array(repeating: false, count: parties.count)
    }
    for program in executors.indices { run(program, parties) }
    for index in stacking.indices where stacking[index] != nil { stack(index, parties) }
  }

  private mutating func run(_ program: Int, _ parties: Range<Int>) {
    guard let table = store.tables[compiled.programs[program].type] else { return }
    let rows = Int(table.offsets[parties.lowerBound])..<Int(table.offsets[parties.upperBound])
    if let settled = contest.blocks[program] {
      let primaries = compiled.programs[program].primaries
      for place in settled.indices where primaries[place] == place {
        blocks[program][place] = settled[place].part(rows)
      }
    } else {
      execute(program, rows)
    }
    for (place, steps) in compiled.programs[program].benefits.enumerated() {
      if let index = componentOf[steps.plan][steps.benefit] {
        ask(blocks[program][place], table.owners, parties, &asked[index])
      }
    }
  }

  private mutating func execute(_ program: Int, _ rows: Range<Int>) {
    for place in blocks[program].indices { blocks[program][place].clear(firstRow: rows.lowerBound) }
    var first = rows.lowerBound
    while first < rows.upperBound {
      let end = min(first + BlockRun.rows, rows.upperBound)
      executors[program].run(first..<end)
      for (place, steps) in compiled.programs[program].benefits.enumerated() {
        executors[program].collect(steps, into: &blocks[program][place])
      }
      first = end
    }
    compiled.programs[program].mergeTexts(&blocks[program])
  }

  /// Notes whom this engine cannot answer: what is open, and who is named and not described.
  private func ask(
    _ block: BenefitBlock, _ owners: [Int32], _ parties: Range<Int>, _ asked: inout [Bool]
  ) {
    if block.has(.open) {
      for (place, answer) in block.answers.enumerated() where answer == .open {
        asked[Int(owners[block.firstRow + place]) - parties.lowerBound] = true
      }
    }
    guard hasStrangers else { return }
    for place in block.answers.indices {
      let owner = Int(owners[block.firstRow + place])
      if store.parties.types[owner] < 0 { asked[owner - parties.lowerBound] = true }
    }
  }

  // Stacking.

  private mutating func stack(_ index: Int, _ parties: Range<Int>) {
    var taken: StackingRun?
    swap(&taken, &stacking[index])
    guard var run = taken.take() else { return }
    defer { stacking[index] = run }
    if !note(run, parties) { return }
    for party in parties {
      let count = cases[party - parties.lowerBound]
      // Most have no case, or one; what was granted counts beside a single one too.
      if count < run.fewestCases && (count == 0 || !store.parties.hasClaims[party]) { continue }
      if asked[index][party - parties.lowerBound] { continue }
      // What was granted without a record counts, and is for the explain engine.
      if store.parties.hasClaims[party], claims(run, party) {
        asked[index][party - parties.lowerBound] = true
        continue
      }
      if count < run.fewestCases { continue }
      run.clear()
      for member in run.members { gather(member, party, &run) }
      run.apply()
      if run.isOpen {
        asked[index][party - parties.lowerBound] = true
      } else {
        for one in run.cases { write(one, run) }
      }
    }
  }

  /// Counts the cases of each party that rules may cut.
  ///
  /// - Returns: whether there are any.
  private mutating func note(_ run: StackingRun, _ parties: Range<Int>) -> Bool {
    var isAny = false
    for member in run.members {
      let block = blocks[member.program][member.place]
      if !block.has(.entitled) { continue }
      if !isAny {
        cases.removeAll(keepingCapacity: true)
        cases.append(contentsOf: repeatElement(0, count: parties.count))
        isAny = true
      }
      var counts = cases.mutableSpan
      let answers = block.answers.span
      let owners = member.owners.span.extracting(
        block.firstRow..<block.firstRow + answers.count)
      for place in answers.indices {
        let own = Int(owners[place]) - parties.lowerBound
        counts[own] = counts[own] &+ Kernels.pick(answers[place] == .entitled, 1, 0)
      }
    }
    return isAny
  }

  /// Whether a party was granted one of the benefits.
  private func claims(_ run: StackingRun, _ party: Int) -> Bool {
    let granted = store.claims(of: party)
    return run.members.contains { granted.contains($0.id) }
  }

  private func gather(_ member: StackingRun.Member, _ party: Int, _ run: inout StackingRun) {
    let first = blocks[member.program][member.place].firstRow
    for row in Int(member.offsets[party])..<Int(member.offsets[party + 1]) {
      let lane = row - first
      guard blocks[member.program][member.place].answers[lane] == .entitled else { continue }
      var months = 0..<0
      if !blocks[member.program][member.place].spans.isEmpty {
        let span = blocks[member.program][member.place].spans[lane]
        let first = run.months.count
        run.months.append(
          contentsOf: blocks[member.program][member.place].months[
            Int(span.lowerBound)..<Int(span.upperBound)])
        months = first..<run.months.count
      }
      run.cases.append(
        StackingCase(
          benefit: member.benefit, row: row, place: lane, event: member.events[row],
          locality: locality(member, lane, row, party),
          text: blocks[member.program][member.place].texts.isEmpty
            ? member.text : Int(blocks[member.program][member.place].texts[lane]),
          gross: blocks[member.program][member.place].gross[lane],
          amount: blocks[member.program][member.place].amounts[lane], months: months))
    }
  }

  private func locality(
    _ member: StackingRun.Member, _ lane: Int, _ row: Int, _ owner: Int
  ) -> StackingCase.Locality {
    let receivers = blocks[member.program][member.place].receivers
    let receiver = receivers.isEmpty ? Int32(owner) : receivers[lane]
    let event = member.isDated ? member.events[row] : .none
    return .init(
      place: receiver.isMark ? .unknown : store.parties.places[Int(receiver)],
      day: event == .none ? Int32(store.on.dayNumber) : event)
  }

  private mutating func write(_ one: StackingCase, _ run: StackingRun) {
    guard let member = run.members.first(where: { $0.benefit == one.benefit }) else { return }
    let (program, place) = (member.program, member.place)
    if !one.isEntitled {
      blocks[program][place].answers[one.place] = .notEntitled
      return
    }
    blocks[program][place].amounts[one.place] = one.amount
    if blocks[program][place].spans.isEmpty { return }
    let first = Int32(blocks[program][place].months.count)
    blocks[program][place].months.append(contentsOf: run.months[one.months])
    blocks[program][place].spans[one.place] = first..<Int32(blocks[program][place].months.count)
  }
}

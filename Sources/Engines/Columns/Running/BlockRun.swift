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
  private let places: [[(program: Int, place: Int)?]]
  /// By component, then party of the block: whether the explain engine answers.
  private(set) var asked: [[Bool]]

  /// Rows that a program runs on at a time: its registers stay in the cache.
  private static let rows = 2048

  init(_ compiled: CompiledColumns, _ store: ColumnStore) {
    self.compiled = compiled
    self.store = store
    executors = compiled.programs.map { Executor($0, store) }
    blocks = compiled.programs.map { Array(repeating: BenefitBlock(), count: $0.benefits.count) }
    stacking = compiled.components.map { component in
      component.steps.map { StackingRun(store, compiled.plans[component.plan], $0) }
    }
    asked = Array(repeating: [], count: compiled.components.count)
    var componentOf: [[Int?]] = compiled.plans.map {
      Array(repeating: nil, count: $0.benefits.count)
    }
    for (index, component) in compiled.components.enumerated() {
      for benefit in component.benefits { componentOf[component.plan][benefit] = index }
    }
    self.componentOf = componentOf
    var places: [[(Int, Int)?]] = compiled.plans.map {
      Array(repeating: nil, count: $0.benefits.count)
    }
    for (program, steps) in compiled.programs.enumerated() {
      for (place, benefit) in steps.benefits.enumerated() {
        places[benefit.plan][benefit.benefit] = (program, place)
      }
    }
    self.places = places
  }

  /// The block of a benefit, if it runs on columns.
  func block(ofPlan plan: Int, _ benefit: Int) -> BenefitBlock? {
    places[plan][benefit].map { blocks[$0.program][$0.place] }
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
    for (place, steps) in compiled.programs[program].benefits.enumerated() {
      if let index = componentOf[steps.plan][steps.benefit] {
        ask(blocks[program][place], table, parties, &asked[index])
      }
    }
  }

  /// Notes whom this engine cannot answer: what is open, and who is named and not described.
  private func ask(
    _ block: BenefitBlock, _ table: ColumnTable, _ parties: Range<Int>, _ asked: inout [Bool]
  ) {
    for (place, answer) in block.answers.enumerated() {
      let owner = Int(table.owners[block.firstRow + place])
      if answer == .open || store.parties.types[owner] < 0 {
        asked[owner - parties.lowerBound] = true
      }
    }
  }

  // Stacking.

  private mutating func stack(_ index: Int, _ parties: Range<Int>) {
    let component = compiled.components[index]
    let plan = compiled.plans[component.plan]
    guard var run = stacking[index] else { return }
    stacking[index] = nil
    defer { stacking[index] = run }
    for party in parties where !asked[index][party - parties.lowerBound] {
      run.clear()
      for benefit in component.benefits { gather(component, plan, benefit, party, &run) }
      if run.cases.isEmpty { continue }
      // What was granted without a record counts, and is for the explain engine.
      if store.parties.hasClaims[party], claims(component, plan, party) {
        asked[index][party - parties.lowerBound] = true
        continue
      }
      run.apply()
      if run.isOpen {
        asked[index][party - parties.lowerBound] = true
        continue
      }
      for one in run.cases { write(one, component, run.months) }
    }
  }

  /// Whether a party was granted one of the benefits.
  private func claims(
    _ component: CompiledColumns.Component, _ plan: Plan, _ party: Int
  ) -> Bool {
    let granted = store.claims(of: party)
    return component.benefits.contains { granted.contains(plan.benefits[$0].id) }
  }

  private func gather(
    _ component: CompiledColumns.Component, _ plan: Plan, _ benefit: Int, _ party: Int,
    _ run: inout StackingRun
  ) {
    guard let (program, place) = places[component.plan][benefit],
      let table = store.tables[plan.benefits[benefit].subject]
    else { return }
    for row in table.rows(of: party) {
      let lane = row - blocks[program][place].firstRow
      guard blocks[program][place].answers[lane] == .entitled else { continue }
      var months = 0..<0
      if !blocks[program][place].spans.isEmpty {
        let span = blocks[program][place].spans[lane]
        let first = run.months.count
        run.months.append(
          contentsOf: blocks[program][place].months[Int(span.lowerBound)..<Int(span.upperBound)])
        months = first..<run.months.count
      }
      run.cases.append(
        StackingCase(
          benefit: benefit, row: row, place: lane, event: table.events[row],
          gross: blocks[program][place].gross[lane], amount: blocks[program][place].amounts[lane],
          months: months))
    }
  }

  private mutating func write(
    _ one: StackingCase, _ component: CompiledColumns.Component, _ months: [BenefitBlock.Month]
  ) {
    guard let (program, place) = places[component.plan][one.benefit] else { return }
    if !one.isEntitled {
      blocks[program][place].answers[one.place] = .notEntitled
      return
    }
    blocks[program][place].amounts[one.place] = one.amount
    if blocks[program][place].spans.isEmpty { return }
    let first = Int32(blocks[program][place].months.count)
    blocks[program][place].months.append(contentsOf: months[one.months])
    blocks[program][place].spans[one.place] = first..<Int32(blocks[program][place].months.count)
  }
}

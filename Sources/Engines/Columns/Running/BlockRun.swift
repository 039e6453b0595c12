import Core
import PolicyPlan

/// Determines blocks of parties on one thread.
struct BlockRun {
  let compiled: CompiledColumns
  let store: ColumnStore
  private var executors: [Executor]
  /// By program, then benefit of it.
  var blocks: [[BenefitBlock]]
  /// By component; `nil` where no rule is about it.
  var stacking: [StackingRun?]
  /// Of each benefit by plan and position, the component; `nil` for what is left.
  let componentOf: [[Int?]]
  /// Where each benefit stands: program and place in it, by plan and position.
  private let places: [[(program: Int, place: Int, text: Int)?]]
  /// By component, then party of the block: whether the explain engine answers.
  var asked: [[Bool]]

  /// By party of the block: how many cases a component's rules are about.
  var cases: [Int32] = []
  /// Places in the block of the parties that a component's rules may have something to do with.
  var candidates: [Int32] = []
  /// Whether anybody was granted anything.
  let hasClaims: Bool
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
    hasClaims = store.parties.hasAnyClaims
    stacking = compiled.components.map { component in
      // Quotas are settled before.
      guard let steps = component.steps, steps.isPersonal else { return nil }
      return StackingRun(store, compiled.plans, component, steps, places)
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
    _ block: BenefitBlock, _ owners: Cells<Int32>, _ parties: Range<Int>, _ asked: inout [Bool]
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
}

import PolicyPlan

/// What those come to who compete with each other, all of them, before any block is told: the whole
/// tables of the programs that quotas are about.
struct Contest {
  /// By program: what its benefits come to, from the first row of the subjects' table on.
  private(set) var blocks: [Int: [BenefitBlock]] = [:]
  private let compiled: CompiledColumns
  private let store: ColumnStore

  init(_ compiled: CompiledColumns, _ store: ColumnStore) {
    self.compiled = compiled
    self.store = store
    for program in compiled.contested { blocks[program] = determine(program) }
    for component in compiled.components where component.isContested { settle(component) }
  }

  private func determine(_ program: Int) -> [BenefitBlock] {
    let steps = compiled.programs[program]
    var executor = Executor(steps, store)
    var blocks = [BenefitBlock](repeating: BenefitBlock(), count: steps.benefits.count)
    let count = store.tables[steps.type]?.count ?? 0
    for first in stride(from: 0, to: count, by: BlockRun.rows) {
      executor.run(first..<min(first + BlockRun.rows, count))
      for (place, benefit) in steps.benefits.enumerated() {
        executor.collect(benefit, into: &blocks[place])
      }
    }
    steps.mergeTexts(&blocks)
    return blocks
  }

  // One rule after the other, as each leaves the cases to the next.
  private mutating func settle(_ component: CompiledColumns.Component) {
    for rule in component.steps?.rules ?? [] {
      guard case .quota(let steps) = rule.kind,
        let (program, places) = compiled.places(of: rule.over, plan: component.plan)
      else { continue }
      settle(steps, compiled.plans[component.plan], program, places)
    }
  }

  private mutating func settle(
    _ steps: QuotaSteps, _ plan: Plan, _ program: Int, _ places: [Int]
  ) {
    guard let table = store.tables[steps.subject], var blocks = blocks[program],
      let scores = table.columns[steps.quota.rank], let years = table.columns[steps.quota.year]
    else { return }
    var rankings: [Int64: QuotaRanking] = [:]
    // Cases of an unknown year may count in any.
    var undated: [Int64] = []
    for place in places {
      for row in 0..<table.count where blocks[place].competes(row) {
        let isCertain =
          blocks[place].answers[row] == .entitled && isDescribed(Int(table.owners[row]))
        if years[row].isMark {
          undated.append(scores[row])
        } else {
          rankings[years[row], default: QuotaRanking()].add(scores[row], isCertain: isCertain)
        }
      }
    }
    for year in rankings.keys {
      for score in undated { rankings[year]?.add(score, isCertain: false) }
      rankings[year]?.close(
        QuotaPlaces(steps, plan, store).places(in: Int(year)),
        plan.value(steps.quota.ties, in: Int(year)))
    }
    for place in places {
      for row in 0..<table.count where blocks[place].answers[row] == .entitled {
        blocks[place].answers[row] =
          switch rankings[years[row]]?.isAmong(scores[row]) {
          case true?: .entitled
          case false?: .notEntitled
          case nil: .open
          }
      }
    }
    self.blocks[program] = blocks
  }

  /// Of a party that is named and not described the explain engine tells.
  private func isDescribed(_ party: Int) -> Bool { store.parties.types[party] >= 0 }
}

extension BenefitBlock {
  /// Whether a subject may have a place of a quota.
  fileprivate func competes(_ row: Int) -> Bool {
    answers[row] == .entitled || answers[row] == .open
  }
}

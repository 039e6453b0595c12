import Core
import PolicyPlan

/// How many places a quota has: a share of the records of a population.
struct QuotaPlaces {
  private let steps: QuotaSteps
  private let plan: Plan
  private let store: ColumnStore

  init(_ steps: QuotaSteps, _ plan: Plan, _ store: ColumnStore) {
    self.steps = steps
    self.plan = plan
    self.store = store
  }

  /// How many at least and at most: of a record it may be unknown whether it counts.
  ///
  /// - Parameter year: by whose end a record has come into being.
  /// - Returns: `nil` where the share is no number, or records of parties are not all there.
  func places(in year: Int) -> ClosedRange<Int>? {
    guard let share = plan.share(of: steps.quota, in: year), store.isWhole else { return nil }
    guard let table = store.tables[steps.quota.population] else { return nil }
    var (sure, possible) = (0, 0)
    for row in 0..<table.count {
      switch min(isHere(Int(table.owners[row])), counts(row, table, in: year)) {
      case Truth.yes: sure += 1
      case Truth.unknown: possible += 1
      default: break
      }
    }
    let rounding = plan.value(steps.quota.rounding, in: year)
    let (one, other) = (
      rounding.places(share, of: sure), rounding.places(share, of: sure + possible)
    )
    return min(one, other)...max(one, other)
  }

  /// Whether a party is in the document's region.
  private func isHere(_ party: Int) -> UInt8 {
    let place = store.parties.places[party]
    if place == .unknown { return Truth.unknown }
    if place.isMark { return Truth.no }
    return store.texts.texts[Int(place)].isRegion(within: plan.region) ? Truth.yes : Truth.no
  }

  private func counts(_ row: Int, _ table: ColumnTable, in year: Int) -> UInt8 {
    var truth = Truth.yes
    for filter in steps.filters {
      let value = table.columns[filter.field]?[row] ?? .unknown
      truth = min(
        truth,
        value == .unknown ? Truth.unknown : value == filter.value ? Truth.yes : Truth.no)
    }
    let founded = table.columns[steps.quota.founded]?[row] ?? .unknown
    if founded == .unknown { return min(truth, Truth.unknown) }
    if founded.isMark { return Truth.no }
    return Int(Kernels.civil(Int32(clamping: founded)).year) > year ? Truth.no : truth
  }
}

extension ColumnStore {
  /// Whether the records of every party that is described are there.
  var isWhole: Bool {
    parties.types.indices.allSatisfy { parties.types[$0] < 0 || parties.isWhole[$0] != 0 }
  }
}

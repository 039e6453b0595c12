import Columns
import Facts
import FactsSupport
import PolicyPlan
import Testing
import TestSupport
import Vocabulary

/// The columns that are read for some benefits are all that these need.
@Suite("Columns of some benefits")
struct WantedFieldsTests {
  @Test("Benefits that bear on each other come to the same from their own columns and from all")
  func components() throws {
    let plans = try Published.plans()
    let vocabulary = try #require(ProjectFiles.vocabulary)
    var (settled, narrower) = (0, 0)
    for place in RandomPlace.all {
      let facts = try Worlds.random(0..<4, in: place, knowing: 97)
      func totals(_ fields: ColumnFields, _ wanted: Set<String>) -> ColumnEngineTotals {
        var builder = ColumnBuilder(fields, vocabulary)
        builder.add(facts)
        let engine = ColumnEngine(plans, builder.finish().on(facts.on), only: wanted)
        return ColumnEngineTotals(engine, engine.totals())
      }
      for (position, plan) in plans.enumerated() {
        for component in plan.columnComponents {
          let wanted = Set(component.map { plan.benefits[$0].id })
          let own = ColumnFields(plans, vocabulary, only: wanted)
          let all = ColumnFields(plans, vocabulary)
          if own != all { narrower += 1 }
          let (some, whole) = (totals(own, wanted), totals(all, wanted))
          for benefit in component {
            let one = some.totals.benefits[position][benefit]
            let other = whole.totals.benefits[position][benefit]
            #expect(one == other, "\(plan.benefits[benefit].id), \(place)")
            settled += one.entitled + one.notEntitled
          }
          let asked = [some, whole].map { $0.asked(position, component) }
          #expect(asked[0] == asked[1], "\(wanted), \(place)")
        }
      }
    }
    #expect(settled > 100 && narrower > 100, "\(settled), \(narrower)")
  }
}

/// What an engine comes to, and about how many parties the explain engine has to be asked.
private struct ColumnEngineTotals {
  let engine: ColumnEngine
  let totals: ColumnTotals

  init(_ engine: ColumnEngine, _ totals: ColumnTotals) {
    (self.engine, self.totals) = (engine, totals)
  }

  /// `nil` where benefits do not run on columns.
  func asked(_ plan: Int, _ benefits: [Int]) -> Int? {
    engine.compiled.components.firstIndex { $0.plan == plan && $0.benefits == benefits }
      .map { totals.asked[$0].count }
  }
}

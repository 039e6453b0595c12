import Core
import PolicyPlan

/// Chooses for every edge of a benefit the worked example from which it shows: the first in which the
/// cases around it come out differently, else the first that leads to it. Cases of which the document
/// gives no entry are none.
struct ProbeChoice {
  private struct Chosen {
    let base: Int
    let number: Int
    let probe: BoundaryProbe
    let results: [FactsCase.Result?]
    let shows: Bool
  }

  private let work: CaseWork
  private var bases: [BoundaryBase] = []
  private var chosen: [String: Chosen] = [:]

  init(_ work: CaseWork) { self.work = work }

  /// Looks at the edges that one more example leads to.
  mutating func take(_ base: BoundaryBase) {
    bases.append(base)
    for (number, probe) in base.probes(work).enumerated() {
      let known = chosen[probe.key]
      if known?.shows == true { continue }
      let items = probe.item.map { [$0] } ?? []
      // What cannot be written down as facts is no case.
      let results = probe.cases.map { try? work.result(of: base.setting($0), items: items) }
      if results.allSatisfy({ $0?.isSilent(about: probe.item) ?? true }) { continue }
      var outcomes = Set(results)
      if probe.cases.count == 1 { outcomes.insert(try? work.result(of: base.facts, items: items)) }
      // Of points only cases tell that give them all.
      let isWhole = probe.item == nil || !results.contains { $0?.points.isEmpty ?? true }
      let shows = outcomes.count > 1 && isWhole
      if probe.isOptional && !shows { continue }
      if known == nil || shows {
        chosen[probe.key] = Chosen(
          base: bases.count - 1, number: number, probe: probe, results: results, shows: shows)
      }
    }
  }

  /// The cases: each example that leads to some, and those made of it.
  var cases: [BoundaryCase] {
    var cases: [BoundaryCase] = []
    let used = Set(chosen.values.map(\.base)).union([0])
    // An example stands above the cases that are made of it, and not among those of another.
    var seen = Set(used.filter { bases.indices.contains($0) }.map { bases[$0].facts })
    for (index, base) in bases.enumerated() where used.contains(index) {
      let own = chosen.values.filter { $0.base == index }.sorted { $0.number < $1.number }
      if let result = try? work.result(of: base.facts, items: base.items) {
        cases.append(
          BoundaryCase(
            facts: base.facts,
            varies: Bilingual(
              zh: "起点：算例“\(base.title.zh)”", en: "start: example “\(base.title.en)”"),
            result: result, article: base.benefit.place.article))
      }
      for one in own {
        for (changes, result) in zip(one.probe.cases, one.results) {
          let facts = base.setting(changes)
          guard let result, seen.insert(facts).inserted else { continue }
          cases.append(
            BoundaryCase(
              facts: facts, varies: changes.words(one.probe.label), result: result,
              article: one.probe.place.article))
        }
      }
    }
    return cases
  }
}

extension [FactsCase.Input] {
  fileprivate func words(_ label: Bilingual) -> Bilingual {
    let texts = map { "\($0.column) = \($0.text)" }
    return Bilingual(
      zh: "\(texts.joined(separator: "，"))（\(label.zh)）",
      en: "\(texts.joined(separator: ", ")) (\(label.en))")
  }
}

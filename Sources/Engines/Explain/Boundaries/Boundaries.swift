package import Core
package import PolicyPlan

/// Cases one below, at and one above every threshold and edge of a document's rules, each with what it
/// comes to, for a person to confirm.
package struct Boundaries: Sendable {
  package let cases: [BoundaryCase]
  /// Benefits for which no worked example is due, so that there is nothing to start from.
  package let without: [Bilingual]

  /// - Parameter plan: of the document.
  package init(_ plan: Plan) {
    var cases: [BoundaryCase] = []
    var without: [Bilingual] = []
    let work = CaseWork(plan)
    for (index, benefit) in plan.benefits.enumerated() {
      if let base = BoundaryBase(work, benefit: index) {
        cases += Boundaries.cases(of: base, work)
      } else {
        without.append(benefit.label)
      }
    }
    self.cases = cases
    self.without = without
  }

  private static func cases(of base: BoundaryBase, _ work: CaseWork) -> [BoundaryCase] {
    let place = base.benefit.place
    let finder = EdgeFinder(base)
    var edges = [Edge(base.facts, start: base.title, place)]
    for change in base.start { edges.append(Edge(base, [change], .start, place)) }
    for edge in finder?.edges ?? [] {
      edges.append(Edge(base, edge.changes, edge.rule.label, edge.rule.place))
    }
    for (rule, limit) in finder?.limits ?? [] {
      for change in base.figures(at: limit, work) {
        edges.append(Edge(base, [change], rule.label, rule.place))
      }
    }
    for change in base.months { edges.append(Edge(base, [change], .months, place)) }
    for change in base.places { edges.append(Edge(base, [change], .quota, place)) }
    var seen: Set<FactsCase> = []
    return edges.compactMap { edge in
      // What cannot be written down as facts is no case.
      guard seen.insert(edge.facts).inserted, let result = try? work.result(of: edge.facts) else {
        return nil
      }
      return BoundaryCase(
        facts: edge.facts, varies: edge.varies, result: result, article: edge.place.article)
    }
  }
}

/// A case before it is worked out.
private struct Edge {
  let facts: FactsCase
  let varies: Bilingual
  let place: Place

  init(_ facts: FactsCase, start title: Bilingual, _ place: Place) {
    self.facts = facts
    self.place = place
    varies = Bilingual(zh: "起点：算例“\(title.zh)”", en: "start: example “\(title.en)”")
  }

  init(_ base: BoundaryBase, _ changes: [FactsCase.Input], _ label: Bilingual, _ place: Place) {
    facts = base.setting(changes)
    self.place = place
    let texts = changes.map { "\($0.column) = \($0.text)" }
    varies = Bilingual(
      zh: "\(texts.joined(separator: "，"))（\(label.zh)）",
      en: "\(texts.joined(separator: ", ")) (\(label.en))")
  }
}

extension Bilingual {
  fileprivate static let start = Bilingual(zh: "适用起始日", en: "first day that counts")
  fileprivate static let months = Bilingual(zh: "月份", en: "months")
  fileprivate static let quota = Bilingual(zh: "名额", en: "quota")
}

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
      let bases = BoundaryBase.all(work, benefit: index)
      if bases.isEmpty { without.append(benefit.label) }
      var choice = ProbeChoice(work)
      for base in bases { choice.take(base) }
      cases += choice.cases
    }
    self.cases = cases
    self.without = without
  }
}

extension BoundaryBase {
  /// All edges that the example leads to, in the order in which they are told.
  func probes(_ work: CaseWork) -> [BoundaryProbe] {
    let place = benefit.place
    var probes = [start, startWithAll].filter { !$0.isEmpty }.map {
      BoundaryProbe(label: .start, place: place, cases: $0, key: "start")
    }
    let finder = EdgeFinder(self)
    probes += finder?.probes ?? []
    for (rule, limit) in finder?.limits ?? [] {
      for cases in figures(at: limit, work) {
        probes.append(BoundaryProbe(rule, cases, key: cases.key))
      }
    }
    if !months.isEmpty {
      probes.append(BoundaryProbe(label: .months, place: place, cases: months, key: "months"))
    }
    return probes
      + places.map { column, cases in
        BoundaryProbe(label: .quota, place: place, cases: cases, key: "quota " + column)
      }
  }
}

extension BoundaryProbe {
  /// An edge of a rule.
  init(_ rule: RulePlan, _ cases: [[FactsCase.Input]], key: String) {
    self.init(
      label: rule.label, place: rule.place, cases: cases, key: "\(rule.place.line) \(key)")
  }
}

extension [[FactsCase.Input]] {
  /// The cases as what makes them one edge.
  var key: String {
    map { $0.map { "\($0.column)=\($0.text)" }.joined(separator: ",") }.joined(separator: "|")
  }
}

extension Bilingual {
  fileprivate static let start = Bilingual(zh: "适用起始日", en: "first day that counts")
  fileprivate static let months = Bilingual(zh: "月份", en: "months")
  fileprivate static let quota = Bilingual(zh: "名额", en: "quota")
}

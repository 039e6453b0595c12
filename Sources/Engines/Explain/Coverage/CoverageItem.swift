package import Core
import FEEL
import PolicyPlan

/// Something of a document that tests should exercise, and what of it they did.
package struct CoverageItem: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case condition, month, payment, item, row, cap, stacking, assumption, parameter
  }

  /// One way it can come out, in words of what is missing while no test shows it.
  package struct Point: Sendable {
    package let side: Exercise.Side
    package let missing: Bilingual
    package internal(set) var isSeen = false
  }

  package let kind: Kind
  package let id: String
  package let label: Bilingual
  let place: Place
  /// The formulas behind it, whose choices are points too.
  let formulas: [NodeID]
  package internal(set) var points: [Point]

  /// Where it stands in the document's file, from 1.
  package var line: Int { place.line }

  init(
    _ kind: Kind, _ id: String, _ label: Bilingual, _ place: Place,
    _ points: [(Exercise.Side, Bilingual)], formulas: [NodeID] = []
  ) {
    self.kind = kind
    self.id = id
    self.label = label
    self.place = place
    self.formulas = formulas
    self.points = points.map { Point(side: $0.0, missing: $0.1) }
  }
}

extension CoverageItem.Kind {
  package var label: Bilingual {
    switch self {
    case .condition: Bilingual(zh: "条件", en: "condition")
    case .month: Bilingual(zh: "计月", en: "month counts")
    case .payment: Bilingual(zh: "金额", en: "amount")
    case .item: Bilingual(zh: "评分项", en: "item of a score")
    case .row: Bilingual(zh: "表行", en: "table row")
    case .cap: Bilingual(zh: "上限", en: "cap")
    case .stacking: Bilingual(zh: "叠加", en: "stacking rule")
    case .assumption: Bilingual(zh: "假设", en: "assumption")
    case .parameter: Bilingual(zh: "参数", en: "parameter")
    }
  }
}

extension Plan {
  /// All that tests of the document should exercise, in the order of the file.
  var coverageItems: [CoverageItem] {
    var items: [CoverageItem] = []
    for benefit in benefits { items += self.items(of: benefit) }
    for table in tables { items += self.items(of: table) }
    for rule in stacking { items.append(item(rule)) }
    for assumption in assumptions where uses(assumption) { items.append(item(assumption)) }
    for (index, parameter) in parameters.enumerated() where isRead(parameter: index) {
      items += self.items(of: parameter)
    }
    var seen: Set<Int> = []
    var branches: Set<Branch> = []
    // A table with several results is several tables of the same rows. What several rules use is told
    // at the first.
    return items.sorted { $0.place.range.start < $1.place.range.start }
      .filter { seen.insert($0.place.line).inserted }
      .map { item in
        var item = item
        item.points += item.formulas.flatMap { self.branches(of: $0) }
          .filter { branches.insert($0.branch).inserted }
          .map { CoverageItem.Point(side: .branch($0.branch), missing: $0.missing) }
        return item
      }
  }

  private func items(of benefit: BenefitPlan) -> [CoverageItem] {
    let conditions = benefit.conditions.map { rule in
      CoverageItem(
        .condition, rule.id, rule.label, rule.place,
        [
          (.holds, Bilingual(zh: "没有算例满足它", en: "no test in which it holds")),
          (.fails, Bilingual(zh: "没有算例不满足它", en: "no test in which it fails")),
        ], formulas: [rule.node])
    }
    let caps = benefit.caps.map { rule in
      CoverageItem(
        .cap, rule.id, rule.label, rule.place,
        [
          (.applied, Bilingual(zh: "没有算例达到上限", en: "no test that the limit cuts")),
          (.holds, Bilingual(zh: "没有算例低于上限", en: "no test below the limit")),
        ], formulas: [rule.node])
    }
    return conditions + benefit.exclusions.map { exclusion($0) } + paid(benefit.payment) + caps
  }

  private func paid(_ payment: BenefitPlan.Payment) -> [CoverageItem] {
    let missing = Bilingual(zh: "没有算例得到它", en: "no test in which it is paid")
    switch payment {
    case .inKind: return []
    case .score(let sheet): return items(of: sheet)
    case .once(let rule):
      return [
        CoverageItem(
          .payment, rule.id, rule.label, rule.place, [(.applied, missing)], formulas: [rule.node])
      ]
    case .monthly(let monthly):
      return [
        CoverageItem(
          .month, monthly.counts.id, monthly.counts.label, monthly.counts.place,
          [
            (.holds, Bilingual(zh: "没有算例有计入的月", en: "no test in which a month counts")),
            (.fails, Bilingual(zh: "没有算例有不计的月", en: "no test in which a month does not count")),
          ], formulas: [monthly.first.node, monthly.counts.node]),
        CoverageItem(
          .payment, monthly.rate.id, monthly.rate.label, monthly.rate.place,
          [(.applied, missing)], formulas: [monthly.rate.node]),
      ]
    }
  }

  private func exclusion(_ rule: RulePlan) -> CoverageItem {
    CoverageItem(
      .condition, rule.id, rule.label, rule.place,
      [
        (.holds, Bilingual(zh: "没有算例不触发否决", en: "no test without the veto")),
        (.fails, Bilingual(zh: "没有算例触发否决", en: "no test in which it excludes")),
      ], formulas: [rule.node])
  }

  private func items(of sheet: ScoreSheet) -> [CoverageItem] {
    let missing = Bilingual(zh: "没有算例算出它的分数", en: "no test that works out its points")
    let items = sheet.items.map { item in
      CoverageItem(
        .item, item.rule.id, item.rule.label, item.rule.place, [(.applied, missing)],
        formulas: [item.rule.node])
    }
    let vetoes = sheet.vetoes.map { exclusion($0.rule) }
    return items + vetoes
  }

  private func items(of table: TablePlan) -> [CoverageItem] {
    table.rows.map { row in
      CoverageItem(
        .row, table.name, row.label, row.place,
        [(.applied, Bilingual(zh: "没有算例用到这一行", en: "no test that this row decides"))])
    }
  }

  private func item(_ rule: StackingRule) -> CoverageItem {
    CoverageItem(
      .stacking, rule.id, rule.label, rule.place,
      [
        (.applied, Bilingual(zh: "没有算例因它减少", en: "no test in which it takes anything away")),
        (.holds, Bilingual(zh: "没有算例不受它影响", en: "no test that it leaves as it is")),
      ])
  }

  private func item(_ assumption: AssumptionPlan) -> CoverageItem {
    let values = assumption.options.isEmpty ? [assumption.value] : assumption.options
    return CoverageItem(
      .assumption, assumption.name, assumption.label, assumption.place,
      values.map { value in
        let text = value.literalText
        return (
          .value(text), Bilingual(zh: "没有算例用到取值 \(text)", en: "no test that reads it as \(text)")
        )
      })
  }

  private func items(of parameter: ParameterPlan) -> [CoverageItem] {
    parameter.values.map { dated in
      CoverageItem(
        .parameter, parameter.name, parameter.label, dated.place,
        [(.applied, Bilingual(zh: "没有算例用到这个取值", en: "no test that uses this value"))])
    }
  }

  /// Whether a formula, benefit or stacking rule rests on an assumption.
  func uses(_ assumption: AssumptionPlan) -> Bool {
    guard let index = assumptions.firstIndex(where: { $0.name == assumption.name }) else {
      return false
    }
    let isRead = nodes.contains {
      if case .assumption(index) = $0.operation { true } else { false }
    }
    return isRead || benefits.contains { $0.assumes.contains(index) }
      || stacking.contains { $0.assumes.contains(index) || $0.isRuled(by: index) }
  }

  /// Whether a formula reads a parameter; those that only stacking rules name show in the rules.
  private func isRead(parameter index: Int) -> Bool {
    nodes.contains {
      if case .parameter(index, on: _) = $0.operation { true } else { false }
    }
  }
}

extension StackingRule {
  /// Whether the rule computes with the assumption.
  fileprivate func isRuled(by assumption: Int) -> Bool {
    figures.contains(.assumption(assumption))
  }
}

import Core
import PolicyDocument
import PolicyPlan

extension ModelBenefit {
  /// The words of the form, which name the entries too.
  static let words: [Rule.Kind: String] = [
    .definition: "定义", .condition: "条件", .exclusion: "排除", .amount: "金额", .cap: "上限",
    .first: "首月", .counts: "计月", .rate: "月额",
  ]

  /// What stands before a rule about a month: in a model it is a function of one.
  static let ofMonth = "function(月: date) "

  /// What the entries come to: whether the benefit is given, and how much.
  static func conclusion(
    _ entries: [ModelEntry], _ benefit: BenefitPlan
  ) -> [ModelEntry] {
    func added(_ name: String, _ text: String) -> ModelEntry {
      ModelEntry(kind: nil, name: name, id: nil, label: nil, formula: ModelFormula(text: text))
    }
    let terms = entries.compactMap { entry -> String? in
      switch entry.kind {
      case nil where entry.name == "计入": "count(计入) > 0"
      case nil where entry.name == "在施行之后", "条件": entry.name
      // An exclusion stands in nobody's way as long as it is unknown.
      case "排除": "(if \(entry.name) = true then false else true)"
      default: nil
      }
    }
    var all = [
      added("符合", terms.isEmpty ? "true" : terms.joined(separator: " and ")),
      added(
        "结果", "if 符合 = true then \"享受\" else if 符合 = false then \"不享受\" else \"待定\""),
    ]
    let sum: String
    if let amount = entries.first(where: { $0.kind == "金额" }) {
      sum = "round half up(\(amount.name), 2)"
    } else if let rate = entries.first(where: { $0.kind == "月额" }) {
      sum = "sum(for 月 in 计入 return round half up(\(rate.name)(月), 2))"
    } else {
      return all
    }
    let caps = entries.filter { $0.kind == "上限" }.map { "round half up(\($0.name), 2)" }
    let sums = [sum] + caps
    let least = sums.count == 1 ? sums[0] : "min(\(sums.joined(separator: ", ")))"
    all.append(added("应发", "if 符合 = true then \(least) else null"))
    return all
  }
}

extension ModelBenefit {
  /// The months that are looked at and those that count, as lists of their first days.
  static func months(
    _ entries: [ModelEntry], _ monthly: MonthlyPlan, _ plan: Plan
  ) -> [ModelEntry] {
    guard let first = entries.first(where: { $0.kind == "首月" })?.name,
      let counts = entries.first(where: { $0.kind == "计月" })?.name
    else { return [] }
    var needs: Set<ModelNode> = [.day]
    let last = "认定日.year * 12 + 认定日.month - \(first).year * 12 - \(first).month"
    let window = "min(\(last), \(monthly.atMost - 1))"
    let end: String
    switch monthly.counted {
    case .fixed(let way): end = way == .window ? window : last
    case .depends(let assumption, let then, let otherwise):
      let ways = [then, otherwise].map { $0 == .window ? window : last }
      end = "if \(plan.assumptions[assumption].name) then \(ways[0]) else \(ways[1])"
      needs.insert(.assumption(assumption))
    }
    let all =
      "if date(\(first).year, \(first).month, 1) > 认定日 then [] else for 序 in 0..(\(end)) "
      + "return date(\(first).year, \(first).month, 1) + duration(\"P1M\") * 序"
    // Where the months that are paid are counted, no more than so many are; in a window there are none.
    let counted =
      "if count(各月[\(counts)(item)]) > \(monthly.atMost) "
      + "then sublist(各月[\(counts)(item)], 1, \(monthly.atMost)) else 各月[\(counts)(item)]"
    return [("各月", all, needs), ("计入", counted, [])].map { name, text, needs in
      ModelEntry(
        kind: nil, name: name, id: nil, label: nil,
        formula: ModelFormula(text: text, needs: needs))
    }
  }
}

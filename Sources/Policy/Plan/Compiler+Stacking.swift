import Core
import FEEL
import PolicyDocument
import Vocabulary

/// Stacking rules: the closed list of kinds, each with its own keys.
extension Compiler {
  mutating func compileStacking() {
    defer { noteStacked() }
    for block in document.stacking {
      var reader = SettingsReader(block)
      if let rule = rule(block, &reader) {
        plan.stacking.append(rule)
        // Where a setting is wrong already, nobody knows which others belong.
        reader.refuseUnused()
      }
      lowering.diagnostics += reader.diagnostics
    }
  }

  private mutating func rule(
    _ block: StackingBlock, _ reader: inout SettingsReader
  ) -> StackingRule? {
    guard reader.require("over") else { return nil }
    let over = reader.cells("over")
    let benefits = over.compactMap { benefit(named: $0) }
    guard benefits.count == over.count, let first = benefits.first else { return nil }
    if let other = benefits.firstIndex(where: { $0.party != first.party }) {
      refuse(
        "PLN064", over[other].range,
        Bilingual(
          zh: "“\(over[other].text)”的当事方与“\(over[0].text)”不同",
          en: "“\(over[other].text)” is about another kind of party than “\(over[0].text)”"),
        Bilingual(
          zh: "叠加只在同一当事方的待遇之间计算，请分成两条规则。",
          en: "Stacking counts within one party. Make two rules of it."))
      return nil
    }
    let condition = condition(&reader)
    guard let kind = kind(block, &reader, benefits), allowsForeign(kind, over, benefits) else {
      return nil
    }
    let assumes = assumptions(block.assumes)
    return StackingRule(
      id: block.id.text, label: block.label, place: place(block.section, block.range),
      kind: kind, over: benefits.map(\.id),
      assumes: assumes + kind.settings.filter { !assumes.contains($0) }, when: condition?.index,
      holdsWhile: condition?.truth ?? true)
  }

  /// `when: 每级一次` or `when: { not: 每本一次 }`: the assumption on which the rule holds.
  private mutating func condition(
    _ reader: inout SettingsReader
  ) -> (index: Int, truth: Bool)? {
    guard reader.isMapping("when"), var inner = reader.mapping("when") else {
      return reader.cell("when").flatMap { truth($0, of: "when") }.map { ($0, true) }
    }
    defer { lowering.diagnostics += inner.diagnostics }
    guard inner.require("not"), let cell = inner.cell("not") else { return nil }
    inner.refuseUnused()
    return truth(cell, of: "when").map { ($0, false) }
  }

  private mutating func kind(
    _ block: StackingBlock, _ reader: inout SettingsReader, _ benefits: [BenefitPlan]
  ) -> StackingRule.Kind? {
    switch block.kind.text {
    case "once":
      reader.expect("keep", ["earliest"])
      guard let keys = keys(&reader, benefits) else { return nil }
      return .once(per: keys, period: period(&reader))
    case "one-per-month":
      guard perParty(&reader, benefits) else { return nil }
      reader.expect("keep", ["highest"])
      for benefit in benefits { requireMonthly(benefit, block) }
      return .onePerMonth
    case "highest":
      guard perParty(&reader, benefits) else { return nil }
      return highest(block, &reader, benefits)
    case "cap":
      guard let keys = keys(&reader, benefits), let limit = limit(block, &reader) else {
        return nil
      }
      guard let filter = filter(&reader, benefits) else { return nil }
      let keep = reader.expect("keep", Cap.Keep.allCases.map(\.rawValue))
      return .cap(
        Cap(
          limit: limit, per: keys, period: period(&reader), filter: filter,
          keep: keep.flatMap(Cap.Keep.init(rawValue:)) ?? .earliest))
    case "blocks":
      return reader.has("level") ? ladder(&reader, benefits) : blocks(&reader, benefits)
    case "choice":
      guard let keys = keys(&reader, benefits) else { return nil }
      return .choice(per: keys, period: period(&reader))
    case "quota": return quota(&reader, benefits)
    default:
      let kinds = ["once", "highest", "one-per-month", "cap", "blocks", "quota", "choice"]
      let nearest = Suggestion.nearest(to: block.kind.text, among: kinds)
      refuse(
        "PLN050", block.kind.range,
        Bilingual(
          zh: "没有“\(block.kind.text)”这种叠加规则", en: "there is no stacking kind “\(block.kind.text)”"),
        Bilingual(
          zh: (nearest.map { "是不是想写 \($0)？" } ?? "") + "可用：\(kinds.joined(separator: "、"))。",
          en: (nearest.map { "Did you mean \($0)? " } ?? "")
            + "There are: \(kinds.joined(separator: ", "))."))
      return nil
    }
  }

  private mutating func blocks(
    _ reader: inout SettingsReader, _ benefits: [BenefitPlan]
  ) -> StackingRule.Kind? {
    guard reader.require("lower"), perParty(&reader, benefits) else { return nil }
    let cells = reader.cells("lower")
    let lower = cells.compactMap { benefit(named: $0)?.id }
    guard lower.count == cells.count, !lower.isEmpty else { return nil }
    if let other = lower.firstIndex(where: { plan.isForeign($0) }) {
      refuse(
        "PLN069", cells[other].range,
        Bilingual(
          zh: "这条规则不能排斥另一份文件的“\(cells[other].text)”",
          en: "this rule cannot block “\(cells[other].text)” of another document"),
        Bilingual(
          zh: "一份文件只管自己的待遇，请写在那份文件里。",
          en: "A document rules over its own benefits: say it in that document."))
      return nil
    }
    if let own = lower.firstIndex(where: { id in benefits.contains { $0.id == id } }) {
      refuse(
        "PLN065", cells[own].range,
        Bilingual(
          zh: "“\(cells[own].text)”不能排斥自己", en: "“\(cells[own].text)” cannot block itself"),
        Bilingual(zh: "请从 over 或 lower 里删去它。", en: "Take it out of over or of lower."))
      return nil
    }
    return .blocks(lower, period: period(&reader))
  }

  private mutating func benefit(named cell: Cell) -> BenefitPlan? {
    let id = cell.text.contains("/") ? cell.text : plan.id + "/" + cell.text
    if let benefit = plan.benefits.first(where: { $0.id == id }) { return benefit }
    // A benefit that exists but did not compile has its own diagnostics.
    if document.benefits.contains(where: { plan.id + "/" + $0.id.text == id }) { return nil }
    if cell.text.contains("/"), plan.isForeign(id) { return foreignBenefit(named: cell) }
    refuse(
      "PLN051", cell.range,
      Bilingual(zh: "本文件没有待遇“\(cell.text)”", en: "this document has no benefit “\(cell.text)”"),
      Suggestion.advice(for: cell.text, among: document.benefits.map(\.id.text)))
    return nil
  }

  private mutating func requireMonthly(_ benefit: BenefitPlan, _ block: StackingBlock) {
    if case .monthly = benefit.payment { return }
    refuse(
      "PLN052", block.range,
      Bilingual(zh: "“\(benefit.id)”不是按月发放的", en: "“\(benefit.id)” is not paid by the month"),
      Bilingual(
        zh: "one-per-month 只用于按月发放的待遇。", en: "one-per-month is for monthly benefits only."))
  }

  private func period(_ reader: inout SettingsReader) -> StackingRule.Period? {
    reader.expect("period", StackingRule.Period.allCases.map(\.rawValue))
      .flatMap(StackingRule.Period.init(rawValue:))
  }

  private mutating func limit(
    _ block: StackingBlock, _ reader: inout SettingsReader
  ) -> StackingRule.Limit? {
    if let cell = reader.cell("count") {
      guard let number = Decimal128(cell.text) else {
        return figure(cell).map { .countFigure($0) }
      }
      if let count = number.integer, count > 0 { return .count(count) }
    }
    if let cell = reader.cell("amount") {
      guard let yuan = Decimal128(cell.text) else { return figure(cell).map { .figure($0) } }
      if !yuan.isNegative, let money = Money(yuan: yuan) { return .amount(money) }
    }
    if !reader.diagnostics.isEmpty { return nil }
    refuse(
      "PLN054", block.range,
      Bilingual(zh: "cap 要写 amount（元）或 count（次）", en: "cap takes an amount (yuan) or a count"),
      Bilingual(
        zh: "例如 amount: 6000，或写参数名。", en: "For example amount: 6000, or the name of a parameter."))
    return nil
  }
}

import Core
import FEEL
import PolicyDocument
import Vocabulary

/// Stacking rules: the closed list of kinds, each with its own keys.
extension Compiler {
  mutating func compileStacking() {
    for block in document.stacking {
      var reader = SettingsReader(block)
      compile(block, &reader)
      reader.refuseUnused()
      lowering.diagnostics += reader.diagnostics
    }
  }

  private mutating func compile(_ block: StackingBlock, _ reader: inout SettingsReader) {
    let over = reader.cells("over")
    let benefits = over.compactMap { benefit(named: $0) }
    guard benefits.count == over.count, !benefits.isEmpty else { return }
    guard let kind = kind(block, &reader, benefits) else { return }
    plan.stacking.append(
      StackingRule(
        id: block.id.text, label: block.label, place: place(block.section, block.range),
        kind: kind, over: benefits.map(\.id), assumes: assumptions(block.assumes)))
  }

  private mutating func kind(
    _ block: StackingBlock, _ reader: inout SettingsReader, _ benefits: [BenefitPlan]
  ) -> StackingRule.Kind? {
    switch block.kind.text {
    case "once":
      reader.expect("keep", ["earliest"])
      return .once(per: keys(&reader, benefits), period: period(&reader))
    case "one-per-month":
      reader.expect("per", ["人", "person", "机构", "organisation"])
      reader.expect("keep", ["highest"])
      for benefit in benefits { requireMonthly(benefit, block) }
      return .onePerMonth
    case "highest":
      reader.expect("per", ["人", "person", "机构", "organisation"])
      reader.expect("same-series", ["always"])
      reader.expect("pay", ["excess"])
      return highest(block, &reader, benefits)
    case "cap":
      guard let limit = limit(block, &reader) else { return nil }
      return .cap(limit: limit, per: keys(&reader, benefits), period: period(&reader))
    case "blocks":
      let lower = reader.cells("lower").compactMap { benefit(named: $0)?.id }
      if lower.isEmpty {
        reader.refuseMissing("lower")
        return nil
      }
      reader.expect("per", ["人", "person", "机构", "organisation"])
      return .blocks(lower, period: period(&reader))
    case "choice":
      reader.expect("per", ["人", "person", "机构", "organisation"])
      return .choice
    case "quota": return quota(block, &reader, benefits)
    default:
      let kinds = ["once", "highest", "one-per-month", "cap", "blocks", "quota", "choice"]
      let nearest = Suggestion.nearest(to: block.kind.text, among: kinds)
      reader.useAll()
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

  private mutating func benefit(named cell: Cell) -> BenefitPlan? {
    let id = cell.text.contains("/") ? cell.text : plan.id + "/" + cell.text
    if let benefit = plan.benefits.first(where: { $0.id == id }) { return benefit }
    // A benefit that exists but did not compile has its own diagnostics.
    if document.benefits.contains(where: { $0.id.text == cell.text }) { return nil }
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

  /// `per: [人, 证书.职业]`: the party, or fields that the subject of every benefit has.
  private mutating func keys(
    _ reader: inout SettingsReader, _ benefits: [BenefitPlan]
  ) -> [StackingKey] {
    reader.cells("per").compactMap { cell in
      if ["人", "person", "机构", "organisation"].contains(cell.text) { return .party }
      let fields = benefits.compactMap { field(cell, of: $0.subject) }
      return fields.count == benefits.count ? .field(fields) : nil
    }
  }

  /// `证书.职业`: a field of a type, of which the benefits' subjects must be.
  private mutating func field(_ cell: Cell, of type: Int) -> Int? {
    let parts = cell.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, vocabulary.typeIndex(parts[0]) == type,
      let index = vocabulary.types[type].fieldIndex(parts[1])
    {
      let owner = vocabulary.types[type]
      lowering.nameUses.append(
        NameUse(
          range: cell.range, zh: owner.name.zh + "." + owner.fields[index].name.zh,
          en: owner.id + "." + owner.fields[index].id))
      return index
    }
    let owner = vocabulary.types[type]
    refuse(
      "PLN053", cell.range,
      Bilingual(
        zh: "“\(cell.text)”不是\(owner.name.zh)的字段", en: "“\(cell.text)” is no field of \(owner.id)"),
      Suggestion.advice(
        for: parts.last ?? "", among: owner.fields.flatMap { [$0.name.zh, $0.id] }))
    return nil
  }

  private func period(_ reader: inout SettingsReader) -> StackingRule.Period? {
    reader.expect("period", StackingRule.Period.allCases.map(\.rawValue))
      .flatMap(StackingRule.Period.init(rawValue:))
  }

  private mutating func limit(
    _ block: StackingBlock, _ reader: inout SettingsReader
  ) -> StackingRule.Limit? {
    if let cell = reader.cell("count"), let count = Int(cell.text), count > 0 {
      return .count(count)
    }
    if let cell = reader.cell("amount"), let yuan = Decimal128(cell.text), !yuan.isNegative,
      let money = Money(yuan: yuan)
    {
      return .amount(money)
    }
    refuse(
      "PLN054", block.range,
      Bilingual(zh: "cap 要写 amount（元）或 count（次）", en: "cap takes an amount (yuan) or a count"),
      Bilingual(zh: "例如 amount: 6000。", en: "For example amount: 6000."))
    return nil
  }

  private mutating func highest(
    _ block: StackingBlock, _ reader: inout SettingsReader, _ benefits: [BenefitPlan]
  ) -> StackingRule.Kind? {
    guard let window = reader.cell("other-series") else {
      reader.refuseMissing("other-series")
      return nil
    }
    guard let duration = YearMonthDuration(window.text), duration.months > 0 else {
      refuse(
        "PLN055", window.range,
        Bilingual(
          zh: "“\(window.text)”不是年月时长", en: "“\(window.text)” is no duration of years and months"),
        Bilingual(zh: "两年写作 P2Y。", en: "Two years are written P2Y."))
      return nil
    }
    guard var inner = reader.mapping("afterwards") else {
      return .highest(Highest(otherSeries: duration, afterwards: nil))
    }
    inner.expect("level", ["not-lower"])
    inner.expect("same-achievement", ["must-be-higher"])
    inner.refuseUnused()
    lowering.diagnostics += inner.diagnostics
    let levels = benefits.compactMap { vocabulary.types[$0.subject].fieldIndex("level") }
    let achievements = benefits.compactMap {
      vocabulary.types[$0.subject].fieldIndex("achievement")
    }
    guard levels.count == benefits.count, achievements.count == benefits.count,
      case .enumeration(let order) = vocabulary.types[benefits[0].subject].fields[levels[0]].type
    else {
      refuse(
        "PLN056", block.range,
        Bilingual(
          zh: "afterwards 要求每种记录都有级别（level）和成果（achievement）字段",
          en: "afterwards needs a level and an achievement field in every subject"),
        Bilingual(
          zh: "请删去 afterwards，或换成有这些字段的待遇。",
          en: "Remove afterwards, or use benefits that have them."))
      return nil
    }
    return .highest(
      Highest(
        otherSeries: duration,
        afterwards: Highest.Afterwards(
          order: order.map(\.id), level: levels, achievement: achievements)))
  }

  private mutating func quota(
    _ block: StackingBlock, _ reader: inout SettingsReader, _ benefits: [BenefitPlan]
  ) -> StackingRule.Kind? {
    reader.expect("ties", ["out"])
    guard let shareCell = reader.cell("share"), let of = reader.cell("of"),
      let foundedCell = reader.cell("founded"), let rankCell = reader.cell("rank"),
      let yearCell = reader.cell("year")
    else {
      reader.refuseMissing("share, of, founded, rank, year")
      return nil
    }
    guard let share = share(shareCell), let population = type(named: of),
      let founded = bareField(foundedCell, of: population),
      let rank = field(rankCell, of: benefits[0].subject),
      let year = field(yearCell, of: benefits[0].subject)
    else { return nil }
    var filters: [(field: Int, value: Value)] = []
    for (key, value) in reader.mapping("where")?.scalars ?? [] {
      guard let field = bareField(key, of: population),
        let literal = filterValue(value, field, population)
      else { return nil }
      filters.append((field, literal))
    }
    return .quota(
      Quota(
        share: share, population: population, filters: filters, founded: founded, rank: rank,
        year: year))
  }

  private mutating func share(_ cell: Cell) -> Quota.Share? {
    switch lowering.scope.meaning(of: cell.text) {
    case .parameter(let index)?: return .parameter(index)
    case .assumption(let index)?: return .assumption(index)
    default:
      refuse(
        "PLN057", cell.range,
        Bilingual(zh: "“\(cell.text)”不是参数或假设", en: "“\(cell.text)” is no parameter or assumption"),
        Suggestion.advice(
          for: cell.text, among: plan.parameters.map(\.name) + plan.assumptions.map(\.name)))
      return nil
    }
  }

  private mutating func bareField(_ cell: Cell, of type: Int) -> Int? {
    let owner = vocabulary.types[type]
    if let index = owner.fieldIndex(cell.text) {
      lowering.nameUses.append(
        NameUse(range: cell.range, zh: owner.fields[index].name.zh, en: owner.fields[index].id))
      return index
    }
    refuse(
      "PLN053", cell.range,
      Bilingual(
        zh: "“\(cell.text)”不是\(owner.name.zh)的字段", en: "“\(cell.text)” is no field of \(owner.id)"),
      Suggestion.advice(for: cell.text, among: owner.fields.flatMap { [$0.name.zh, $0.id] }))
    return nil
  }

  private mutating func filterValue(_ cell: Cell, _ field: Int, _ type: Int) -> Value? {
    let declared = vocabulary.types[type].fields[field]
    guard case .enumeration(let values) = declared.type else { return literal(cell) }
    if let value = values.first(where: { $0.id == cell.text || $0.name.zh == cell.text }) {
      lowering.nameUses.append(NameUse(range: cell.range, zh: value.name.zh, en: value.id))
      return .string(value.id)
    }
    refuse(
      "PLN058", cell.range,
      Bilingual(
        zh: "“\(cell.text)”不是\(declared.name.zh)的取值",
        en: "“\(cell.text)” is no value of \(declared.id)"),
      Suggestion.advice(for: cell.text, among: values.flatMap { [$0.name.zh, $0.id] }))
    return nil
  }
}

import Core
import FEEL
import PolicyDocument
import Vocabulary

/// The kind `quota`.
extension Compiler {
  mutating func quota(
    _ reader: inout SettingsReader, _ benefits: [BenefitPlan]
  ) -> StackingRule.Kind? {
    let ties = setting("ties", &reader, standard: Quota.Ties.out)
    let rounding = setting("rounding", &reader, standard: Quota.Rounding.down)
    guard reader.require("share", "of", "founded", "rank", "year"),
      let shareCell = reader.cell("share"), let of = reader.cell("of"),
      let foundedCell = reader.cell("founded"), let rankCell = reader.cell("rank"),
      let yearCell = reader.cell("year")
    else { return nil }
    guard let share = figure(shareCell), let population = type(named: of),
      let founded = bareField(foundedCell, of: population),
      let rank = subjectField(rankCell, benefits), let year = subjectField(yearCell, benefits)
    else { return nil }
    let subject = benefits[0].subject
    guard check(foundedCell, founded, of: population, is: .date),
      check(rankCell, rank, of: subject, is: .number),
      check(yearCell, year, of: subject, is: .number),
      let filters = filters(&reader, population)
    else { return nil }
    return .quota(
      Quota(
        share: share, population: population, filters: filters, founded: founded, rank: rank,
        year: year, rounding: rounding, ties: ties))
  }

  /// A field that the subjects of all benefits have.
  private mutating func subjectField(_ cell: Cell, _ benefits: [BenefitPlan]) -> Int? {
    let fields = benefits.compactMap { field(cell, of: $0.subject) }
    return fields.count == benefits.count ? fields.first : nil
  }

  private mutating func filters(
    _ reader: inout SettingsReader, _ population: Int
  ) -> [(field: Int, value: Value)]? {
    guard var inner = reader.mapping("where") else { return [] }
    var filters: [(field: Int, value: Value)] = []
    for (key, value) in inner.scalars() {
      guard let field = bareField(key, of: population),
        let literal = filterValue(value, field, population)
      else { return nil }
      filters.append((field, literal))
    }
    lowering.diagnostics += inner.diagnostics
    return filters
  }

  private mutating func check(
    _ cell: Cell, _ field: Int, of type: Int, is wanted: FEELType
  ) -> Bool {
    let owner = vocabulary.types[type]
    return check(cell, vocabulary.feelType(of: owner.fields[field], in: owner), is: wanted)
  }

  mutating func check(_ cell: Cell, _ found: FEELType, is wanted: FEELType) -> Bool {
    if found == wanted { return true }
    refuse(
      "PLN066", cell.range,
      Bilingual(
        zh: "“\(cell.text)”是\(found.name.zh)，这里要\(wanted.name.zh)",
        en: "“\(cell.text)” is a \(found.name.en); a \(wanted.name.en) is needed here"),
      Bilingual(zh: "请换一个名称或取值。", en: "Use another name or value."))
    return false
  }

  /// The figure that a cell names, which must be of a type.
  mutating func figure(_ cell: Cell, of type: FEELType = .number) -> Figure? {
    switch lowering.scope.meaning(of: cell.text) {
    case .parameter(let index)?:
      return check(cell, lowering.parameterTypes[index], is: type) ? .parameter(index) : nil
    case .assumption(let index)?:
      return check(cell, lowering.assumptionTypes[index], is: type) ? .assumption(index) : nil
    case .broken?: return nil
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
    let values: [EnumerationValue]
    switch declared.type {
    case .enumeration(let named): values = named
    case .string, .region, .occupation, .reference: return .string(cell.text)
    default:
      guard let value = literal(cell) else { return nil }
      return check(
        cell, value.planType, is: vocabulary.feelType(of: declared, in: vocabulary.types[type]))
        ? value : nil
    }
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

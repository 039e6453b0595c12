import Core
import FEEL
import PolicyDocument
import Vocabulary

/// What "the same" means in a stacking rule.
extension Compiler {
  /// What documents call the party of these benefits.
  private func partyNames(_ benefits: [BenefitPlan]) -> [String] {
    guard let first = benefits.first else { return [] }
    let party = vocabulary.types[first.party]
    return [party.partyName, party.id]
  }

  /// `per: [人]`, for kinds that count by party and nothing else.
  mutating func perParty(_ reader: inout SettingsReader, _ benefits: [BenefitPlan]) -> Bool {
    guard reader.require("per") else { return false }
    reader.expect("per", partyNames(benefits))
    return true
  }

  /// `per: [人, 证书.职业]`: the party, and fields that the subject of every benefit has.
  mutating func keys(
    _ reader: inout SettingsReader, _ benefits: [BenefitPlan]
  ) -> [StackingKey]? {
    guard reader.require("per") else { return nil }
    let names = partyNames(benefits)
    let cells = reader.cells("per")
    let fields = cells.filter { !names.contains($0.text) }
    if let first = cells.first, fields.count == cells.count {
      refuse(
        "PLN063", first.range,
        Bilingual(
          zh: "per 里没有当事方“\(names.first ?? "")”",
          en: "per lacks the party, “\(names.last ?? "")”"),
        Bilingual(
          zh: "叠加总是在同一当事方之内计算，请写成 per: [\(names.first ?? ""), …]。",
          en: "Stacking always counts within one party: write per: [\(names.last ?? ""), …]."))
      return nil
    }
    var keys: [StackingKey] = [.party]
    for cell in fields {
      if !cell.text.contains("."), let name = definition(cell, benefits) {
        keys.append(.definition(name))
        continue
      }
      let indexes = benefits.compactMap { field(cell, of: $0.subject) }
      guard indexes.count == benefits.count else { return nil }
      keys.append(.field(indexes))
    }
    return keys
  }

  /// A definition that every benefit of a rule has, of a type where one is wanted; `nil` when the
  /// first does not have it.
  private func definition(_ cell: Cell, _ benefits: [BenefitPlan]) -> String? {
    let isEverywhere = benefits.allSatisfy { benefit in
      benefit.definitions.contains { $0.id == cell.text }
    }
    return isEverywhere ? cell.text : nil
  }

  /// `where: 紧缺工种` or `unless: 紧缺工种`: only some of the cases count.
  ///
  /// - Returns: `nil` after a diagnostic; an empty answer where nothing is said.
  mutating func filter(
    _ reader: inout SettingsReader, _ benefits: [BenefitPlan]
  ) -> Cap.Filter?? {
    let cells = [("where", true), ("unless", false)].compactMap { key, isWanted in
      reader.cell(key).map { ($0, isWanted) }
    }
    guard let (cell, isWanted) = cells.first else { return .some(nil) }
    let isTruth = benefits.allSatisfy { benefit in
      benefit.definitions.contains {
        $0.id == cell.text && lowering.nodes[$0.node].type == .boolean
      }
    }
    if isTruth, cells.count == 1 {
      return Cap.Filter(definition: cell.text, isWanted: isWanted)
    }
    refuse(
      "PLN068", cell.range,
      cells.count > 1
        ? Bilingual(zh: "where 和 unless 只能写一个", en: "where and unless cannot both be given")
        : Bilingual(
          zh: "“\(cell.text)”不是每项待遇都有的、取 true 或 false 的定义",
          en: "“\(cell.text)” is no definition, true or false, that every one of the benefits has"),
      cells.count > 1
        ? Bilingual(zh: "请只留一个。", en: "Keep one of them.")
        : Bilingual(
          zh: "请在每项待遇里写一条名为“\(cell.text)”、取 true 或 false 的定义。",
          en: "Give each of the benefits a definition “\(cell.text)” that is true or false."))
    return nil
  }

  /// `level: 证书.等级` and `higher: smaller` or `larger`: a higher level blocks lower ones.
  mutating func ladder(
    _ reader: inout SettingsReader, _ benefits: [BenefitPlan]
  ) -> StackingRule.Kind? {
    guard let per = keys(&reader, benefits), reader.require("higher"),
      let higher = reader.expect("higher", ["smaller", "larger"]), let cell = reader.cell("level")
    else { return nil }
    let fields = benefits.compactMap { field(cell, of: $0.subject) }
    guard fields.count == benefits.count,
      zip(benefits, fields).allSatisfy({ benefit, field in
        let type = vocabulary.types[benefit.subject]
        return check(cell, vocabulary.feelType(of: type.fields[field], in: type), is: .number)
      })
    else { return nil }
    return .ladder(Ladder(level: fields, isSmallerHigher: higher == "smaller", per: per))
  }

  /// Notes with each benefit the definitions that stacking rules go by.
  mutating func noteStacked() {
    for position in plan.benefits.indices {
      let benefit = plan.benefits[position]
      let names = Set(
        plan.stacking.filter { $0.over.contains(benefit.id) }.flatMap(\.definitions))
      plan.benefits[position].stacked = benefit.definitions.filter { names.contains($0.id) }
    }
  }

  /// `证书.职业`: a field of a type, of which the benefits' subjects must be.
  mutating func field(_ cell: Cell, of type: Int) -> Int? {
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
}

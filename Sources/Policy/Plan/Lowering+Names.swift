import Core
import FEEL
import Vocabulary

extension Lowering {
  mutating func lowerName(_ name: String, _ range: SourceRange) -> NodeID? {
    if let node = lowerImplicitMember(name, range) { return node }
    // The type checker has told the author about names without a meaning.
    guard let meaning = scope.meaning(of: name) else { return nil }
    if let forms = scope.forms(of: meaning) {
      nameUses.append(NameUse(range: range, zh: forms.zh, en: forms.en))
    }
    switch meaning {
    case .determinationDate: return add(.determinationDate, .date, range)
    case .month: return add(.month, .date, range)
    case .subject(let type): return add(.subject, .record(vocabulary.types[type].id), range)
    case .party(let type): return add(.party, .record(vocabulary.types[type].id), range)
    case .records(let type):
      return add(.records(type: type), .list(.record(vocabulary.types[type].id)), range)
    case .definition(let rule, let type): return add(.definition(rule.id, rule.node), type, range)
    case .element(let depth, let type):
      if depth == 0, let forms = scope.elementForms {
        nameUses.append(NameUse(range: range, zh: forms.zh, en: forms.en))
      }
      return add(.element(depth: depth), type, range)
    case .table(let index): return lowerTable(name, index, range)
    case .assumption(let index): return add(.assumption(index), assumptionTypes[index], range)
    case .broken: return nil
    case .parameter, .function:
      refuse(
        "PLN003", range,
        Bilingual(zh: "“\(name)”要带上括号使用", en: "“\(name)” must be used with parentheses"),
        Bilingual(
          zh: "参数是日期的函数，请写成 \(name)(认定日)。",
          en: "A parameter is a function of a date: write \(name)(determinationDate)."))
      return nil
    }
  }

  private mutating func lowerTable(_ name: String, _ index: Int, _ range: SourceRange) -> NodeID? {
    guard let element = scope.tableElements[name] else {
      return add(.table(index), tableTypes[index], range)
    }
    let kind = vocabulary.type(element)?.name ?? Bilingual(element)
    refuse(
      "PLN013", range,
      Bilingual(
        zh: "决策表“\(name)”是对每条“\(kind.zh)”说的，不能单独使用",
        en: "the table “\(name)” is about one of the \(kind.en) and has no value by itself"),
      Bilingual(
        zh: "请写在记录后面，例如 sum(当年.\(kind.zh).\(name))。",
        en:
          "Write it behind records, as sum(year.\(element.split(separator: "@").last ?? "").\(name))."
      ))
    return nil
  }

  /// In a filter the fields of the element may be used by their bare names; those of an outer
  /// filter too, unless a name further in means something else.
  private mutating func lowerImplicitMember(_ name: String, _ range: SourceRange) -> NodeID? {
    for (depth, element) in scope.elements.enumerated().reversed() {
      if element.name == name { return nil }
      guard element.name == "item", case .record(let id) = element.type else { continue }
      guard RuleScope.identifierNames.contains(name) || vocabulary.type(id)?.fieldIndex(name) != nil
      else { continue }
      let node = add(.element(depth: depth), element.type, range)
      return lowerMember(name, of: node, memberRange: range, range)
    }
    return nil
  }

  mutating func lowerPath(
    _ base: Expression, _ member: String, _ memberRange: SourceRange, _ range: SourceRange
  ) -> NodeID? {
    guard let node = lower(base) else { return nil }
    return lowerMember(member, of: node, memberRange: memberRange, range)
  }

  private mutating func lowerMember(
    _ member: String, of base: NodeID, memberRange: SourceRange, _ range: SourceRange
  ) -> NodeID? {
    switch nodes[base].type {
    case .record(let id):
      if RuleScope.identifierNames.contains(member) {
        nameUses.append(NameUse(range: memberRange, zh: "编号", en: "id"))
        return add(.identifier(of: base), .string, range)
      }
      if let table = scope.table(member, about: id) {
        return add(.tableOf(table, record: base), tableTypes[table], range)
      }
      if let type = vocabulary.recordType(member, ofParty: id) {
        let declared = vocabulary.types[type]
        nameUses.append(NameUse(range: memberRange, zh: declared.name.zh, en: declared.id))
        return add(
          .recordsOf(type: type, party: base), .list(.record(declared.id)), range)
      }
      guard let type = vocabulary.type(id), let index = type.fieldIndex(member) else {
        refuseMember(member, memberRange)
        return nil
      }
      return lowerField(index, of: base, type, memberRange, range)
    case .list(.record(let id)):
      // `就业.起`: one value per element.
      let depth = scope.elements.count
      let element = add(.element(depth: depth), .record(id), range)
      scope.elements.append((name: "", type: .record(id)))
      defer { scope.elements.removeLast() }
      guard
        let body = lowerMember(member, of: element, memberRange: memberRange, range)
      else { return nil }
      let loop = Loop(
        body: body, depth: depth, testsOpenField: loopsTestingOpenField.remove(depth) != nil)
      return add(.map(base, loop), .list(nodes[body].type), range)
    case .date:
      guard let part = DateMember(rawValue: member) else {
        refuseMember(member, memberRange)
        return nil
      }
      return add(.dateMember(part, base), .number, range)
    default:
      refuseMember(member, memberRange)
      return nil
    }
  }

  private mutating func lowerField(
    _ index: Int, of base: NodeID, _ type: EntityType, _ memberRange: SourceRange,
    _ range: SourceRange
  ) -> NodeID {
    let field = type.fields[index]
    nameUses.append(NameUse(range: memberRange, zh: field.name.zh, en: field.id))
    if case .open(let per?) = type.source, per == field.id,
      case .element(let depth) = nodes[base].operation
    {
      loopsTestingOpenField.insert(depth)
    }
    let result = vocabulary.feelType(of: field, in: type)
    if case .record = result { return add(.follow(field: index, of: base), result, range) }
    return add(.field(index, of: base), result, range)
  }

  private mutating func refuseMember(_ member: String, _ range: SourceRange) {
    refuse(
      "PLN004", range,
      Bilingual(zh: "这里没有名为“\(member)”的字段", en: "there is no field “\(member)” here"),
      Bilingual(
        zh: "请对照 Vocabulary/ 中该类型的字段名。",
        en: "Compare with the type's fields under Vocabulary/."))
  }
}

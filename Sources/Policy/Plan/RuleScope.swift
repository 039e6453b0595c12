import Core
package import FEEL
package import Vocabulary

/// What a name means where a rule of one benefit uses it.
enum Meaning {
  case determinationDate
  case month
  case subject(type: Int)
  case party(type: Int)
  case records(type: Int)
  case definition(RulePlan, FEELType)
  case element(depth: Int, type: FEELType)
  case table(Int)
  case parameter(Int)
  case assumption(Int)
  case function(PolicyFunction)
  /// Something whose own declaration has errors: whatever uses it is not blamed again.
  case broken
}

/// The names in force for the rules of one benefit: loop variables, then the subject and the
/// benefit's definitions, then the document's own names, then record types and functions.
struct RuleScope {
  let vocabulary: Vocabulary
  let subject: Int?
  let party: Int?
  /// Whether 月 is bound: only in `counts` and `rate`.
  var hasMonth = false
  var definitions: [String: (RulePlan, FEELType)] = [:]
  var tables: [String: Int] = [:]
  var parameters: [String: Int] = [:]
  var assumptions: [String: Int] = [:]
  /// Names whose declaration has errors.
  var broken: Set<String> = []
  /// What every record and party has beside its fields: its id.
  static let identifierNames = ["编号", "id"]
  /// Loop variables from the outside in.
  var elements: [(name: String, type: FEELType)] = []
  /// What the outermost of them is called in both languages, in a table about a kind of record.
  var elementForms: (zh: String, en: String)?
  /// The kinds of record that tables are about, by the table's name.
  var tableElements: [String: String] = [:]

  /// The table of this name that is about a kind of record.
  func table(_ name: String, about element: String) -> Int? {
    tableElements[name] == element ? tables[name] : nil
  }

  /// The Chinese and English form of a name that has both.
  func forms(of meaning: Meaning) -> (zh: String, en: String)? {
    switch meaning {
    case .determinationDate: ("认定日", "determinationDate")
    case .month: ("月", "month")
    case .subject(let type), .records(let type):
      (vocabulary.types[type].name.zh, vocabulary.types[type].id)
    case .party(let type): (vocabulary.types[type].partyName, vocabulary.types[type].id)
    case .function(let function): (function.chinese, function.rawValue)
    case .definition, .element, .table, .parameter, .assumption, .broken: nil
    }
  }

  func meaning(of name: String) -> Meaning? {
    if let depth = elements.lastIndex(where: { $0.name == name }) {
      return .element(depth: depth, type: elements[depth].type)
    }
    if let (rule, type) = definitions[name] { return .definition(rule, type) }
    if let index = tables[name] { return .table(index) }
    if let index = parameters[name] { return .parameter(index) }
    if let index = assumptions[name] { return .assumption(index) }
    if broken.contains(name) { return .broken }
    if name == "认定日" || name == "determinationDate" { return .determinationDate }
    if hasMonth, name == "月" || name == "month" { return .month }
    if let party, name == vocabulary.types[party].partyName { return .party(type: party) }
    if let type = vocabulary.typeIndex(name) {
      if type == subject { return .subject(type: type) }
      if type == party { return .party(type: type) }
      if let party, vocabulary.types[type].canBelong(to: vocabulary.types[party].id) {
        return .records(type: type)
      }
      return nil
    }
    return PolicyFunction(name: name).map(Meaning.function)
  }

  /// Whether a name belongs to the language or the vocabulary, so that no document may give it
  /// another meaning.
  static func isReserved(_ name: String, _ vocabulary: Vocabulary) -> Bool {
    ["认定日", "determinationDate", "月", "month", "item"].contains(name)
      || PolicyFunction(name: name) != nil || BuiltIns.byName[name] != nil
      || vocabulary.typeIndex(name) != nil
      || vocabulary.types.contains { $0.role == .party && $0.partyName == name }
  }

  /// Every name a rule here could use, for suggestions.
  var allNames: [String] {
    var names = elements.map(\.name)
    names += definitions.keys
    names += tables.keys
    names += parameters.keys
    names += assumptions.keys
    names += ["认定日", "determinationDate"]
    if hasMonth { names += ["月", "month"] }
    for (index, type) in vocabulary.types.enumerated() where meaning(of: type.id) != nil {
      names += [type.name.zh, type.id]
      if index == party { names.append(type.partyName) }
    }
    names += PolicyFunction.allCases.flatMap { [$0.chinese, $0.rawValue] }
    return names
  }
}

extension EntityType {
  /// What rules call the party they are about: 人 for the person, 机构 for the organisation.
  package var partyName: String {
    switch id {
    case "person": "人"
    case "organisation": "机构"
    default: name.zh
    }
  }
}

extension Vocabulary {
  /// The record type that a party's member of this name stands for: `招用.劳动者.培训` are the
  /// training records of the person hired. A field of that name comes first.
  func recordType(_ member: String, ofParty id: String) -> Int? {
    guard let party = type(id), case .party = party.role, party.fieldIndex(member) == nil,
      let type = typeIndex(member), types[type].canBelong(to: party.id)
    else { return nil }
    return type
  }

  /// The type rules see a field as.
  package func feelType(of field: Field, in type: EntityType) -> FEELType {
    if case .children = field.type {
      return .list(childView(ofField: field.id, in: type.id).map { .record($0) } ?? .any)
    }
    return feelType(of: field.type, id: type.id + "." + field.id)
  }

  private func feelType(of type: FieldType, id: String) -> FEELType {
    switch type {
    case .boolean: .boolean
    case .string, .region, .occupation: .string
    case .number: .number
    case .date, .month: .date
    case .enumeration: .enumeration(id)
    case .reference(let targets):
      // A reference that may name several types is only an id to compare.
      targets.count == 1 ? .record(targets[0]) : .string
    case .varying: .any
    case .children: .list(.any)
    }
  }
}

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
  /// What every record and party has beside its fields: its id.
  static let identifierNames = ["编号", "id"]
  /// Loop variables from the outside in.
  var elements: [(name: String, type: FEELType)] = []

  /// The Chinese and English form of a name that has both.
  func forms(of meaning: Meaning) -> (zh: String, en: String)? {
    switch meaning {
    case .determinationDate: ("认定日", "determinationDate")
    case .month: ("月", "month")
    case .subject(let type), .records(let type):
      (vocabulary.types[type].name.zh, vocabulary.types[type].id)
    case .party(let type): (partyName(type), vocabulary.types[type].id)
    case .function(let function): (function.chinese, function.rawValue)
    case .definition, .element, .table, .parameter, .assumption: nil
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
    if name == "认定日" || name == "determinationDate" { return .determinationDate }
    if hasMonth, name == "月" || name == "month" { return .month }
    if let party, name == partyName(party) { return .party(type: party) }
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

  /// Documents say 人 for the person and 机构 for the organisation a rule is about.
  private func partyName(_ type: Int) -> String {
    switch vocabulary.types[type].id {
    case "person": "人"
    case "organisation": "机构"
    default: vocabulary.types[type].name.zh
    }
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
      if index == party { names.append(partyName(index)) }
    }
    names += PolicyFunction.allCases.flatMap { [$0.chinese, $0.rawValue] }
    return names
  }
}

extension Vocabulary {
  /// The type rules see a field as.
  package func feelType(of field: Field, in type: EntityType) -> FEELType {
    feelType(of: field.type, id: type.id + "." + field.id)
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

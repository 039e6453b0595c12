import Core
import FEEL
import PolicyPlan
import Vocabulary

/// The types that a model defines: of every record and party that rules read, the members they read.
struct ModelTypes {
  /// Members by the position of the type in the vocabulary, in the order of its fields.
  private(set) var members: [Int: [(name: String, type: String, options: [String])]] = [:]
  private let vocabulary: Vocabulary
  private var seen: [Int: Set<String>] = [:]

  /// - Parameters:
  ///   - plan: whose rules are read.
  ///   - ranges: of the rules that the model holds.
  ///   - events: types whose own date is held against the start.
  init(_ plan: Plan, ranges: [SourceRange], events: Set<Int>) {
    vocabulary = plan.vocabulary
    for node in plan.nodes where ranges.contains(where: { $0.contains(node.range) }) {
      switch node.operation {
      case .field(let field, let record), .follow(let field, let record):
        if let type = type(of: plan.nodes[record].type) { add(field, of: type) }
      case .identifier(let record):
        if let type = type(of: plan.nodes[record].type) { add("编号", "string", to: type) }
      case .recordsOf(let records, let party):
        if let type = type(of: plan.nodes[party].type) {
          let other = vocabulary.types[records]
          add(other.name.zh, other.listName, to: type)
          touch(records)
        }
      case .policyFunction(.covers, let arguments), .policyFunction(.coveredMonths, let arguments):
        if let type = type(of: plan.nodes[arguments[0]].type.element) {
          for name in FormulaTranslation.spellFields {
            if let field = vocabulary.types[type].fieldIndex(name) { add(field, of: type) }
          }
        }
      case .records(let type): touch(type)
      default: break
      }
    }
    for type in events {
      if let field = vocabulary.types[type].eventField { add(field, of: type) }
    }
  }

  private func type(of type: FEELType) -> Int? {
    if case .record(let id) = type { vocabulary.typeIndex(id) } else { nil }
  }

  private mutating func add(_ field: Int, of type: Int) {
    let field = vocabulary.types[type].fields[field]
    var reference = "Any"
    var options: [String] = []
    switch field.type {
    case .boolean: reference = "boolean"
    case .string, .region, .occupation: reference = "string"
    case .enumeration(let values):
      reference = "string"
      if !field.acceptsOthers { options = values.map(\.name.zh) }
    case .number: reference = "number"
    case .date, .month: reference = "date"
    case .reference(let targets):
      reference = "string"
      if targets.count == 1, let target = vocabulary.typeIndex(targets[0]) {
        reference = vocabulary.types[target].name.zh
        touch(target)
      }
    case .varying, .children: break
    }
    add(field.name.zh, reference, options, to: type)
  }

  private mutating func add(
    _ name: String, _ reference: String, _ options: [String] = [], to type: Int
  ) {
    guard seen[type, default: []].insert(name).inserted else { return }
    members[type, default: []].append((name, reference, options))
  }

  private mutating func touch(_ type: Int) {
    if members[type] == nil { members[type] = [] }
  }

  /// What a model calls a FEEL type; `nil` where it says nothing.
  static func reference(_ type: FEELType) -> String? {
    switch type {
    case .boolean: "boolean"
    case .number: "number"
    case .string, .enumeration: "string"
    case .date: "date"
    default: nil
    }
  }
}

import Core
import FEEL
import PolicyPlan
import Vocabulary

extension Plan {
  /// A text that is the same for two nodes that always have the same value.
  func key(of node: NodeID) -> String {
    func keys(_ nodes: [NodeID]) -> String { nodes.map(key(of:)).joined(separator: ",") }
    switch nodes[node].operation {
    case .constant(let value): return "\(value)"
    case .determinationDate: return "on"
    case .month: return "month"
    case .subject: return "subject"
    case .party: return "party"
    case .element(let depth): return "element\(depth)"
    case .records(let type): return "records\(type)"
    case .recordsOf(let type, let party): return "records\(type)(\(key(of: party)))"
    case .field(let field, let base): return "\(key(of: base)).\(field)"
    case .identifier(let base): return "\(key(of: base)).id"
    case .follow(let field, let base): return "\(key(of: base)).\(field)"
    case .definition(_, let inner):
      // Written out only where that is short: definitions use definitions.
      if case .field = nodes[inner].operation { return key(of: inner) }
      return "definition\(inner)"
    case .negate(let operand): return "-(\(key(of: operand)))"
    case .arithmetic(let sign, let left, let right):
      return "(\(key(of: left))\(sign.rawValue)\(key(of: right)))"
    case .comparison(let sign, let left, let right):
      return "(\(key(of: left))\(sign.rawValue)\(key(of: right)))"
    case .and(let left, let right): return "and(\(keys([left, right])))"
    case .or(let left, let right): return "or(\(keys([left, right])))"
    case .not(let operand): return "not(\(key(of: operand)))"
    case .conditional(let test, let then, let otherwise):
      return "if(\(keys([test, then, otherwise])))"
    case .dateMember(let part, let date): return "\(key(of: date)).\(part.rawValue)"
    case .aggregate(let aggregate, let list): return "\(aggregate.rawValue)(\(key(of: list)))"
    case .builtIn(let name, let arguments): return "\(name)(\(keys(arguments)))"
    case .policyFunction(let function, let arguments):
      return "\(function.rawValue)(\(keys(arguments)))"
    case .table(let index): return "table\(index)"
    case .tableOf(let index, let record): return "table\(index)(\(key(of: record)))"
    case .parameter(let index, let day): return "parameter\(index)(\(key(of: day)))"
    case .assumption(let index): return "assumption\(index)"
    case .membership(let value, let tests):
      return "(\(key(of: value))in\(tests.map(key(of:)).joined(separator: ",")))"
    case .filter(let list, let loop): return "\(key(of: list))[\(key(of: loop.body))]"
    case .quantified(let quantifier, let list, let loop):
      return "\(quantifier.rawValue)(\(keys([list, loop.body])))"
    case .map(let list, let loop): return "map(\(keys([list, loop.body])))"
    }
  }

  private func key(of test: PlanTest) -> String {
    func keys(_ tests: [PlanTest]) -> String { tests.map(key(of:)).joined(separator: ",") }
    switch test {
    case .any: return "-"
    case .compare(let sign, let node): return sign.rawValue + key(of: node)
    case .range(let low, let lowIncluded, let high, let highIncluded):
      return "\(lowIncluded ? "[" : "(")\(low.map(key(of:)) ?? "")"
        + "..\(high.map(key(of:)) ?? "")\(highIncluded ? "]" : ")")"
    case .not(let tests): return "not(\(keys(tests)))"
    case .oneOf(let tests): return "{\(keys(tests))}"
    }
  }

  /// What a node does, looking through definitions.
  func undefined(_ node: NodeID) -> PolicyPlan.Operation {
    if case .definition(_, let inner) = nodes[node].operation { return undefined(inner) }
    return nodes[node].operation
  }

  /// The facts that a node reads, as keys: two quantities that share one are not independent.
  func reads(of node: NodeID) -> Set<String> {
    switch nodes[node].operation {
    case .constant, .assumption, .subject, .party: return []
    case .field, .follow, .identifier, .determinationDate, .month, .element, .records, .recordsOf:
      return [key(of: node)]
    default:
      let operands = nodes[node].operation.operands
      let body = nodes[node].operation.loop.map { [$0.loop.body] } ?? []
      return (operands + body).reduce(into: []) { $0.formUnion(reads(of: $1)) }
    }
  }

  /// The kind of values a node has; `nil` for records, lists and what nobody knows.
  func measure(of node: NodeID) -> Measure? {
    switch nodes[node].type {
    case .number: .number(digits: digits(of: node))
    case .date:
      if case .month = fieldType(of: node) { .month } else { .date }
    case .boolean: .boolean
    case .string, .enumeration: .text
    case .yearMonthDuration: .yearMonthDuration
    case .dayTimeDuration: .dayTimeDuration
    default: nil
    }
  }

  /// The field of the vocabulary that a node reads.
  func fieldType(of node: NodeID) -> FieldType? {
    switch nodes[node].operation {
    case .definition(_, let inner): return fieldType(of: inner)
    case .field(let field, let base):
      guard case .record(let id) = nodes[base].type else { return nil }
      return vocabulary.type(id)?.fields[field].type
    default: return nil
    }
  }

  /// Digits after the point that a number has at most; `nil` where nobody knows.
  private func digits(of node: NodeID) -> Int? {
    switch nodes[node].operation {
    case .constant(.number(let number)): return (0...18).first { number.units(scale: $0) != nil }
    case .field:
      if case .number(_, let scale, _)? = fieldType(of: node) { return scale }
      return nil
    case .definition(_, let inner), .negate(let inner): return digits(of: inner)
    case .dateMember, .aggregate(.count, _): return 0
    case .policyFunction(.coveredMonths, _): return 0
    case .aggregate(_, let list):
      guard case .map(_, let loop) = nodes[list].operation else { return nil }
      return digits(of: loop.body)
    case .arithmetic(let sign, let left, let right):
      guard let a = digits(of: left), let b = digits(of: right) else { return nil }
      switch sign {
      case .add, .subtract: return max(a, b)
      case .multiply: return a + b
      default: return nil
      }
    case .conditional(_, let then, let otherwise):
      guard let a = digits(of: then), let b = digits(of: otherwise) else { return nil }
      return max(a, b)
    case .builtIn("floor", let arguments) where arguments.count == 1,
      .builtIn("ceiling", let arguments) where arguments.count == 1:
      return 0
    case .builtIn("max", let arguments), .builtIn("min", let arguments):
      let all = arguments.map(digits(of:))
      return all.contains(nil) ? nil : all.compactMap { $0 }.max()
    default: return nil
    }
  }
}

import Core
import FEEL
import Vocabulary

extension Plan {
  /// A node as one line: `%12 = field certificate.level of %3 : number`.
  package func line(of id: NodeID) -> String {
    "%\(id) = \(text(of: nodes[id].operation)) : \(nodes[id].type.name.en)"
  }

  private func text(of operation: Operation) -> String {
    switch operation {
    case .constant(let value): "constant \(value.literalText)"
    case .determinationDate: "date of determination"
    case .month: "month under test"
    case .subject: "subject"
    case .party: "party"
    case .element(let depth): "element @\(depth)"
    case .records(let type): "records \(vocabulary.types[type].id)"
    case .recordsOf(let type, let party): "records \(vocabulary.types[type].id) of %\(party)"
    case .field(let field, let record): "field \(name(of: field, in: record)) of %\(record)"
    case .follow(let field, let record): "follow \(name(of: field, in: record)) of %\(record)"
    case .identifier(let record): "id of %\(record)"
    case .definition(let name, let node): "definition \(name) %\(node)"
    case .conditional(let condition, let then, let otherwise):
      "if %\(condition) then %\(then) else %\(otherwise)"
    case .membership(let value, let tests): "%\(value) in \(text(of: tests))"
    case .dateMember(let member, let date): "\(member.rawValue) of %\(date)"
    case .builtIn(let name, let arguments): "\(name)\(call(arguments))"
    case .policyFunction(let function, let arguments): "\(function.rawValue)\(call(arguments))"
    case .table(let index): "table \(tables[index].name)"
    case .tableOf(let index, let record): "table \(tables[index].name) of %\(record)"
    case .parameter(let index, let day): "parameter \(parameters[index].name) on %\(day)"
    case .assumption(let index): "assumption \(assumptions[index].name)"
    case .negate(let operand): "- %\(operand)"
    case .arithmetic(let sign, let left, let right): "%\(left) \(sign.rawValue) %\(right)"
    case .comparison(let sign, let left, let right): "%\(left) \(sign.rawValue) %\(right)"
    case .and(let left, let right): "%\(left) and %\(right)"
    case .or(let left, let right): "%\(left) or %\(right)"
    case .not(let operand): "not %\(operand)"
    case .filter(let list, let loop): "filter %\(list) by \(text(of: loop))"
    case .quantified(let quantifier, let list, let loop):
      "\(quantifier.rawValue) of %\(list) satisfies \(text(of: loop))"
    case .map(let list, let loop): "map %\(list) to \(text(of: loop))"
    case .aggregate(let aggregate, let list): "\(aggregate.rawValue) of %\(list)"
    }
  }

  private func name(of field: Int, in record: NodeID) -> String {
    guard case .record(let id) = nodes[record].type, let type = vocabulary.type(id) else {
      return "#\(field)"
    }
    return "\(type.id).\(type.fields[field].id)"
  }

  private func text(of loop: Loop) -> String { "@\(loop.depth) %\(loop.body)" }

  private func call(_ arguments: [NodeID]) -> String {
    "(" + arguments.map { "%\($0)" }.joined(separator: ", ") + ")"
  }

  func text(of tests: [PlanTest]) -> String {
    tests.map { text(of: $0) }.joined(separator: ", ")
  }

  private func text(of test: PlanTest) -> String {
    switch test {
    case .any: return "-"
    case .compare(let sign, let node): return "\(sign.rawValue) %\(node)"
    case .range(let low, let lowIncluded, let high, let highIncluded):
      let bounds = [low, high].map { $0.map { "%\($0)" } ?? "" }
      return (lowIncluded ? "[" : "(") + bounds.joined(separator: "..") + (highIncluded ? "]" : ")")
    case .not(let tests): return "not(\(text(of: tests)))"
    case .oneOf(let tests): return "(\(text(of: tests)))"
    }
  }
}

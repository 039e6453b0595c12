import Core
import FEEL
import PolicyDocument
import Vocabulary

extension Compiler {
  /// Parses, checks and lowers one FEEL cell.
  ///
  /// - Returns: the node that holds its value and the value's type, or `nil` after diagnostics.
  mutating func compileExpression(_ cell: Cell) -> (node: NodeID, type: FEELType)? {
    guard
      let parsed = parse(
        cell,
        { (source, range) throws(DiagnosticsError) in
          try Parser.expression(source, within: range)
        })
    else { return nil }
    let checked = TypeChecker.check(
      parsed.root, nodeCount: parsed.nodeCount, in: RuleEnvironment(lowering))
    lowering.diagnostics += checked.diagnostics
    guard !checked.diagnostics.contains(where: { $0.severity == .error }),
      let node = lowering.lower(parsed.root)
    else { return nil }
    return (node, lowering.nodes[node].type)
  }

  /// Parses a cell, keeping the diagnostics of what could not be read. Rules use names of one
  /// word, so that the parser needs to know none beforehand.
  mutating func parse<Tree>(
    _ cell: Cell, _ parser: (SourceText, SourceRange) throws(DiagnosticsError) -> Tree
  ) -> Tree? {
    do throws(DiagnosticsError) {
      return try parser(document.source, cell.range)
    } catch {
      lowering.diagnostics += error.diagnostics
      return nil
    }
  }

  /// Compiles a row of a rule table, whose value must be of one of `types` (any when empty).
  mutating func compileRule(
    _ rule: Rule, in benefit: Benefit, _ types: [FEELType] = []
  ) -> RulePlan? {
    compileRow(rule.id, rule.label, rule.expression, rule.range, in: benefit, types)
  }

  /// The same from the cells of a row.
  mutating func compileRow(
    _ id: Cell, _ label: Bilingual, _ expression: Cell, _ range: SourceRange, in benefit: Benefit,
    _ types: [FEELType]
  ) -> RulePlan? {
    guard let (node, type) = compileExpression(expression) else { return nil }
    guard types.isEmpty || types.contains(type) || type == .any else {
      let wanted = types[0].name
      refuse(
        "PLN021", expression.range,
        Bilingual(
          zh: "“\(id.text)”的结果是\(type.name.zh)，这里要\(wanted.zh)",
          en: "“\(id.text)” gives \(type.name.en); \(wanted.en) is needed here"),
        Bilingual(
          zh: "请改写公式，使其结果为\(wanted.zh)。", en: "Change the formula so that it gives \(wanted.en)."))
      return nil
    }
    return RulePlan(
      id: id.text, label: label, node: node,
      place: place(benefit.section, range), text: expression.text)
  }
}

/// What the type checker asks about the names in force.
struct RuleEnvironment: TypeEnvironment {
  let lowering: Lowering

  init(_ lowering: Lowering) { self.lowering = lowering }

  func type(ofName name: String) -> FEELType? {
    guard let meaning = lowering.scope.meaning(of: name) else { return nil }
    let vocabulary = lowering.vocabulary
    switch meaning {
    case .determinationDate, .month: return .date
    case .subject(let type), .party(let type): return .record(vocabulary.types[type].id)
    case .records(let type): return .list(.record(vocabulary.types[type].id))
    case .definition(_, let type), .element(_, let type): return type
    case .table(let index): return lowering.tableTypes[index]
    case .broken: return .any
    case .parameter(let index): return .function([.date], result: lowering.parameterTypes[index])
    case .assumption(let index): return lowering.assumptionTypes[index]
    case .function(let function):
      return .function(function.signature.parameters, result: function.signature.result)
    }
  }

  var names: [String] { lowering.scope.allNames }

  func type(ofMember member: String, of record: String) -> FEELType? {
    if RuleScope.identifierNames.contains(member) { return .string }
    if let table = lowering.scope.table(member, about: record) { return lowering.tableTypes[table] }
    if let type = lowering.vocabulary.recordType(member, ofParty: record) {
      return .list(.record(lowering.vocabulary.types[type].id))
    }
    guard let type = lowering.vocabulary.type(record), let index = type.fieldIndex(member) else {
      return nil
    }
    return lowering.vocabulary.feelType(of: type.fields[index], in: type)
  }

  func members(of record: String) -> [String] {
    let tables = lowering.scope.tableElements.filter { $0.value == record }.keys.sorted()
    return (lowering.vocabulary.type(record)?.fields.flatMap { [$0.name.zh, $0.id] } ?? []) + tables
  }

  func canonicalValue(of enumeration: String, for literal: Value) -> Value? {
    guard case .string(let text) = literal,
      let value = lowering.vocabulary.enumerationValues(enumeration)?.first(where: {
        $0.id == text || $0.name.zh == text
      })
    else { return nil }
    return .string(value.id)
  }

  func literals(of enumeration: String) -> [Value] {
    lowering.vocabulary.enumerationValues(enumeration)?
      .flatMap { [.string($0.name.zh), .string($0.id)] } ?? []
  }
}

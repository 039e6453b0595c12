import Core
import FEEL
import PolicyPlan
import Vocabulary

/// A decision table ready for a model: every cell as FEEL.
struct TableModel {
  let hitPolicy: String
  let aggregation: String?
  let inputs: [(text: String, type: String?)]
  let rows: [(label: Bilingual, tests: [String], value: String)]
  private(set) var needs: Set<ModelNode> = []
  /// Where its inputs, tests and values stand in the document.
  let ranges: [SourceRange]

  /// Whether the table speaks of a benefit's definitions, and must stand among them.
  var isLocal: Bool { needs.contains { $0.isDefinition } }

  init(
    _ table: TablePlan, _ translation: FormulaTranslation
  ) throws(FormulaTranslation.Refusal) {
    (hitPolicy, aggregation) = table.hitPolicy.words
    let cells = CellTranslation(translation)
    var needs: Set<ModelNode> = []
    var inputs: [(String, String?)] = []
    for input in table.inputs {
      let node = translation.plan.nodes[input]
      let formula = try translation.formula(node.range)
      needs.formUnion(formula.needs)
      inputs.append((formula.text, ModelTypes.reference(node.type)))
    }
    var rows: [(Bilingual, [String], String)] = []
    for row in table.rows {
      var tests: [String] = []
      for (test, input) in zip(row.tests, table.inputs) {
        tests.append(
          try cells.text(test, translation.plan.nodes[input].type, &needs))
      }
      rows.append((row.label, tests, try cells.text(of: row.value, .any, &needs)))
    }
    self.inputs = inputs
    self.rows = rows
    self.needs = needs
    let nodes = table.rows.flatMap { $0.tests.flatMap(\.operands) + [$0.value] }
    ranges = (table.inputs + nodes).map { translation.plan.nodes[$0].range }
  }
}

extension HitPolicy {
  /// As DMN writes it.
  fileprivate var words: (policy: String, aggregation: String?) {
    switch self {
    case .unique: ("UNIQUE", nil)
    case .any: ("ANY", nil)
    case .first: ("FIRST", nil)
    case .sum: ("COLLECT", "SUM")
    case .minimum: ("COLLECT", "MIN")
    case .maximum: ("COLLECT", "MAX")
    case .count: ("COLLECT", "COUNT")
    }
  }
}

/// Cells of a table as FEEL: constants in the words that documents use, all else as written.
struct CellTranslation {
  private let translation: FormulaTranslation
  private var plan: Plan { translation.plan }

  init(_ translation: FormulaTranslation) { self.translation = translation }

  func text(
    _ test: PlanTest, _ type: FEELType, _ needs: inout Set<ModelNode>
  ) throws(FormulaTranslation.Refusal) -> String {
    switch test {
    case .any: return "-"
    case .compare(let sign, let node):
      let operand = try text(of: node, type, &needs)
      return sign == .equal ? operand : "\(sign.rawValue) \(operand)"
    case .range(let low, let lowIncluded, let high, let highIncluded):
      let ends = (
        try low.map { (node) throws(FormulaTranslation.Refusal) in
          try text(of: node, type, &needs)
        },
        try high.map { (node) throws(FormulaTranslation.Refusal) in
          try text(of: node, type, &needs)
        }
      )
      switch ends {
      case (let low?, let high?):
        return (lowIncluded ? "[" : "(") + "\(low)..\(high)" + (highIncluded ? "]" : ")")
      case (let low?, nil): return (lowIncluded ? ">= " : "> ") + low
      case (nil, let high?): return (highIncluded ? "<= " : "< ") + high
      case (nil, nil): return "-"
      }
    case .not(let tests): return "not(\(try joined(tests, type, &needs)))"
    case .oneOf(let tests): return try joined(tests, type, &needs)
    }
  }

  private func joined(
    _ tests: [PlanTest], _ type: FEELType, _ needs: inout Set<ModelNode>
  ) throws(FormulaTranslation.Refusal) -> String {
    var texts: [String] = []
    for test in tests { texts.append(try text(test, type, &needs)) }
    return texts.joined(separator: ", ")
  }

  func text(
    of node: NodeID, _ type: FEELType, _ needs: inout Set<ModelNode>
  ) throws(FormulaTranslation.Refusal) -> String {
    if case .constant(let value) = plan.nodes[node].operation {
      return plan.vocabulary.literal(value, of: type)
    }
    let formula = try translation.formula(plan.nodes[node].range)
    needs.formUnion(formula.needs)
    return formula.text
  }
}

extension Vocabulary {
  /// A value as a model writes it: options by their Chinese names, dates by a call that every tool
  /// knows.
  func literal(_ value: Value, of type: FEELType) -> String {
    switch value {
    case .date(let date): return "date(\"\(date)\")"
    case .string(let id):
      guard case .enumeration(let field) = type, let name = optionName(id, of: field) else {
        return value.literalText
      }
      return Value.string(name).literalText
    default: return value.literalText
    }
  }

  /// The Chinese name of an option of `certificate.kind`.
  private func optionName(_ id: String, of path: String) -> String? {
    let parts = path.split(separator: ".").map(String.init)
    guard parts.count == 2, let type = type(parts[0]), let field = type.fieldIndex(parts[1]),
      case .enumeration(let options) = type.fields[field].type
    else { return nil }
    return options.first { $0.id == id }?.name.zh
  }
}

import FEEL
import Vocabulary

extension Plan {
  /// The texts that rules hold a field against, in the order of the document: for a field that is
  /// free text, the only values that make a difference.
  package func texts(comparedWith path: FactPath) -> [String] {
    var texts: [String] = []
    func note(_ node: NodeID) {
      if case .constant(.string(let text)) = nodes[node].operation, !texts.contains(text) {
        texts.append(text)
      }
    }
    func note(_ test: PlanTest) {
      switch test {
      case .any, .range: break
      case .compare(_, let node): note(node)
      case .not(let tests), .oneOf(let tests): tests.forEach { note($0) }
      }
    }
    for node in nodes {
      switch node.operation {
      case .comparison(_, let left, let right):
        if reads(left, path) { note(right) }
        if reads(right, path) { note(left) }
      case .membership(let value, let tests) where reads(value, path): tests.forEach { note($0) }
      default: break
      }
    }
    for table in tables {
      for (column, input) in table.inputs.enumerated() where reads(input, path) {
        table.rows.forEach { note($0.tests[column]) }
      }
    }
    return texts
  }

  /// Whether a node is the field itself.
  private func reads(_ node: NodeID, _ path: FactPath) -> Bool {
    guard case .field(let field, let base) = nodes[node].operation, field == path.field,
      case .record(let id) = nodes[base].type
    else { return false }
    return vocabulary.typeIndex(id) == path.type
  }
}

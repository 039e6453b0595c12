/// The type of every node of one expression.
public struct TypeTable: Sendable {
  private var types: [FEELType]

  init(nodeCount: Int) { types = Array(repeating: .any, count: nodeCount) }

  /// The type of the node with an id; `any` where nothing is known of it.
  public internal(set) subscript(id: Int) -> FEELType {
    get { types.indices.contains(id) ? types[id] : .any }
    set { if types.indices.contains(id) { types[id] = newValue } }
  }

  public subscript(expression: Expression) -> FEELType { self[expression.id] }
}

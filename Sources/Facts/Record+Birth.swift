package import Vocabulary

extension Array<FactValue> {
  /// Whether the values of a row tell when somebody was born, which an identity number tells too.
  ///
  /// - Parameter fields: of the row, in the same order.
  /// - Returns: whether they do.
  package func tellsBirth(_ fields: [Field]) -> Bool {
    guard let birth = fields.firstIndex(where: { $0.id == "birthDate" }) else { return false }
    if case .known = self[birth] { return true }
    return false
  }
}

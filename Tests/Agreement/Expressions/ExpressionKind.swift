/// Operations on operands of one kind: each operation is asked of each operand.
struct ExpressionKind: Sendable, CustomStringConvertible {
  let description: String
  /// In place of `①`.
  let operands: [String]
  /// In place of `②`.
  let other: String
  let conditions: [String]
  /// What does not stand in conditions.
  var elsewhere: [AskedExpression] = []
  /// Why columns leave some of them, by their texts.
  var left: [String: String] = [:]

  var asked: [AskedExpression] { asked(of: operands) }

  /// Each operation on each operand; once where it has no place for one.
  func asked(of operands: [String]) -> [AskedExpression] {
    let operations = conditions.map { AskedExpression(.condition, $0) } + elsewhere
    return operations.flatMap { operation in
      let own = operation.text.contains("①") ? operands : [""]
      return own.map { operand in
        AskedExpression(
          operation.place,
          operation.text.replacing("①", with: operand).replacing("②", with: other))
      }
    }
  }

  static let all = [dates, numbers, texts, truths, references, years, lists, months]
}

/// An expression, and which rule of its benefit it is.
struct AskedExpression: Sendable, CustomStringConvertible {
  enum Place: String { case condition, exclusion, amount, cap, first, counts, rate }

  let place: Place
  let text: String

  init(_ place: Place, _ text: String) {
    self.place = place
    self.text = text
  }

  var description: String { place == .condition ? text : "\(place) \(text)" }
}

/// What was answered to a question. “I do not know” and “none” are answers of their own.
package enum Answer: Sendable, Equatable {
  /// In canonical form: `2019-05-03`, `2019-05`, `12.5`, `enterprise`, `true`.
  case value(String)
  case several([String])
  case unknown
  case none
  /// A spell that has not ended.
  case ongoing

  package var text: String? { if case .value(let text) = self { text } else { nil } }
}

/// Answers by the key of their step.
package typealias Answers = [String: Answer]

import Core
import JSONText

/// A determination that a case was opened with: with its reasons, for a person decided on them.
package struct KeptCase: Sendable {
  /// Of the case.
  package let number: String
  package let subject: ReplayedSubject
  /// The last change of the registry that it knew.
  package let change: Int64
  /// SM3 of the plan.
  package let plan: String
  /// The report with its one determination, as JSON.
  package let json: String

  package init(
    number: String, subject: ReplayedSubject, change: Int64, plan: String, json: String
  ) {
    self.number = number
    self.subject = subject
    self.change = change
    self.plan = plan
    self.json = json
  }
}

extension KeptCase {
  /// What of a determination is its answer; the rest are words, reasons and places.
  private static let answer = [
    "outcome", "amount", "monthly", "gross", "granted", "payable", "score", "items",
  ]

  /// Whether another report's determination has the same answer.
  ///
  /// - Parameter other: the report, as JSON.
  /// - Returns: whether it has.
  /// - Throws: `DiagnosticsError` when one of the two is no JSON.
  func hasSameAnswer(as other: String) throws -> Bool {
    let (mine, others) = (try KeptCase.answer(json), try KeptCase.answer(other))
    return mine != nil && mine == others
  }

  private static func answer(_ text: String) throws -> String? {
    let report = try JSON.parse(SourceText(name: "determination.json", text: text))
    guard let determination = report["determinations"]?.items?.first else { return nil }
    var writer = JSONWriter()
    writer.array { writer in
      for key in answer {
        if let value = determination[key] { writer.value(value) } else { writer.null() }
      }
    }
    return writer.text
  }
}

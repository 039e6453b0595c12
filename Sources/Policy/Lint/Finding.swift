package import Core

/// Something the linter tells the author of a document: what, where, under which article, what to
/// do about it and, where that helps, a case that shows it.
package struct Finding: Sendable {
  /// How bad it is. Only errors make `gongjiang lint` fail.
  package enum Severity: String, Sendable, CaseIterable {
    /// The rules do not work as they stand.
    case error
    /// A careful colleague would ask about it.
    case warning
    /// Good to know; nothing needs to be done.
    case note
  }

  /// A quantity of the example and its value.
  package struct Fact: Sendable, Hashable {
    package let name: Bilingual
    package let value: Bilingual
  }

  /// Stable and unique, such as `LINT001`; never reused for another meaning.
  package let code: String
  package let severity: Severity
  /// `nil` for the file as a whole.
  package let range: SourceRange?
  package internal(set) var article: Bilingual?
  /// Titles of the headings it stands under, outermost first.
  package internal(set) var headings: [String] = []
  package let message: Bilingual
  package let advice: Bilingual
  /// A case that shows it; empty where there is none.
  package let example: [Fact]

  package init(
    _ code: Code, _ severity: Severity, at range: SourceRange?, _ message: Bilingual,
    _ advice: Bilingual, example: [Fact] = []
  ) {
    self.code = code.rawValue
    self.severity = severity
    self.range = range
    self.message = message
    self.advice = advice
    self.example = example
  }

  /// What the other passes of a document found, told with the rest.
  package init(_ diagnostic: Diagnostic) {
    code = diagnostic.code
    severity = diagnostic.severity == .error ? .error : .warning
    range = diagnostic.range
    headings = diagnostic.headings
    message = diagnostic.message
    advice = diagnostic.advice
    example = []
  }
}

extension Finding {
  /// Every check of the linter; a number is never used again for something else.
  package enum Code: String, Sendable, CaseIterable {
    case overlap = "LINT001"
    case gap = "LINT002"
    case masked = "LINT003"
    case emptyRow = "LINT004"
    case moreBands = "LINT005"
    case impossibleCondition = "LINT006"
    case unusedName = "LINT007"
    case progression = "LINT008"
    case idleCap = "LINT009"
    case capAsFloor = "LINT010"
    case wrongSum = "LINT011"
    case figureWithoutSource = "LINT012"
    case missingDate = "LINT013"
    case unpublishedCatalogue = "LINT014"
    case paidTwice = "LINT015"
    case circle = "LINT016"
    case negativeAmount = "LINT017"
  }
}

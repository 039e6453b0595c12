/// Why an issued text cannot be kept beside the rules.
package enum OriginalProblem: Error, Sendable, Equatable {
  case unknownDocument(String, known: [String])
  case unknownKind(file: String)
  case tooLarge(file: String, megabytes: Int)
  case notText(file: String)
  case encrypted(file: String)
  case damaged(file: String)
  case noText(file: String)
  case noReader
  case noArticle(file: String, found: [String])
  case severalTexts(file: String)
  case pagesOfText(file: String)
  case malformedPages(String)
  case unknownArticle(String, known: [String])
  case unknownPage(Int, article: String, count: Int)
  case notWritable(folder: String)
  case unreadable(folder: String)
  case noPages(articles: [String])
  case kept(document: String, files: [String])
  case ambiguous(file: String, article: String, lines: [Int])
  case noLine(file: String, [String])
  case unnamedText(file: String, names: [String])
}

extension OriginalProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .unknownDocument: "ORI001"
    case .unknownKind: "ORI002"
    case .tooLarge: "ORI003"
    case .notText: "ORI004"
    case .encrypted: "ORI005"
    case .damaged: "ORI006"
    case .noText: "ORI007"
    case .noReader: "ORI008"
    case .noArticle: "ORI009"
    case .severalTexts: "ORI010"
    case .pagesOfText: "ORI011"
    case .malformedPages: "ORI012"
    case .unknownArticle: "ORI013"
    case .unknownPage: "ORI014"
    case .notWritable: "ORI015"
    case .unreadable: "ORI016"
    case .noPages: "ORI017"
    case .kept: "ORI018"
    case .ambiguous: "ORI019"
    case .noLine: "ORI020"
    case .unnamedText: "ORI021"
    }
  }

  /// Whether the system stands in the way, and not the input.
  package var isRefusal: Bool {
    switch self {
    case .noReader, .notWritable: true
    default: false
    }
  }
}

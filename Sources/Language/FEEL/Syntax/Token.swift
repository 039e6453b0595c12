import Core

/// One token of FEEL: what it is, where it stands, and whether blanks or comments precede it.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    /// A word: a name, part of a name, or a keyword; which of them, the parser decides.
    case word(String)
    case number(Decimal128)
    case string(String)
    case symbol(Symbol)
    case end
  }

  let kind: Kind
  let range: SourceRange
  let hasSpaceBefore: Bool
}

enum Symbol: String, Sendable {
  case power = "**"
  case rangeDots = ".."
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case notEqual = "!="
  case arrow = "->"
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case less = "<"
  case greater = ">"
  case equal = "="
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case leftBrace = "{"
  case rightBrace = "}"
  case comma = ","
  case colon = ":"
  case dot = "."
  case apostrophe = "'"
  case at = "@"

  /// The comparison the sign writes, if it writes one.
  var comparison: ComparisonOperator? { ComparisonOperator(rawValue: rawValue) }

  /// Signs that may stand inside a name that is known to the scope (grammar rule 30).
  var isNameSign: Bool {
    switch self {
    case .dot, .slash, .minus, .apostrophe, .plus, .star, .power: true
    default: false
    }
  }
}

/// Words that cannot begin a name, and end one whose spelling the scope does not know.
enum Keyword: String, CaseIterable {
  case `for`, `in`, `return`, some, every, satisfies
  case `if`, then, `else`, and, or, between, instance, function, external
  case `true`, `false`, null

  static func isKeyword(_ word: String) -> Bool { Keyword(rawValue: word) != nil }
}

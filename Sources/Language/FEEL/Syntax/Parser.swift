public import Core

/// An expression that was read whole: its tree, and how many nodes it has (`id`s are 0 ..< count).
public struct ParsedExpression: Sendable {
  public let root: Expression
  public let nodeCount: Int
}

/// Unary tests that were read whole; `id`s run through all of them.
public struct ParsedTests: Sendable {
  public let tests: [UnaryTest]
  public let nodeCount: Int
}

/// Reads FEEL (DMN 1.5, 10.3.1.2).
public enum Parser {
  /// Levels of brackets and constructs an expression may have, so that no stack overflows on any
  /// input.
  public static let nestingLimit = 200
  /// Nodes one above the other that a tree may have: operators in a row need no brackets.
  public static let heightLimit = 500

  /// Reads one expression.
  ///
  /// - Parameters:
  ///   - source: the file; every range in tree and diagnostics counts in it.
  ///   - range: the part of the file that is the expression; the whole of it when `nil`.
  ///   - names: names with blanks or operator signs that are in scope.
  /// - Returns: the tree and the number of its nodes.
  /// - Throws: all that is wrong with the writing, `FEEL001`–`FEEL015`.
  public static func expression(
    _ source: SourceText, within range: SourceRange? = nil, names: KnownNames = KnownNames()
  ) throws(DiagnosticsError) -> ParsedExpression {
    try Parsing.run(source, range, names) { (parsing) throws(SyntaxFailure) in
      let root = try parsing.expression()
      try parsing.expectEnd()
      return ParsedExpression(root: root, nodeCount: parsing.nodeCount)
    }
  }

  /// Reads what an iteration goes through, as it stands behind `in`: an expression, or two with `..`
  /// between them and no brackets (DMN 1.5, 10.3.1.2, iteration context), which gives the list.
  ///
  /// Parameters and errors are those of `expression`.
  public static func domain(
    _ source: SourceText, names: KnownNames = KnownNames()
  ) throws(DiagnosticsError) -> ParsedExpression {
    try Parsing.run(source, nil, names) { (parsing) throws(SyntaxFailure) in
      let root = try parsing.domain()
      try parsing.expectEnd()
      return ParsedExpression(root: root, nodeCount: parsing.nodeCount)
    }
  }

  /// Reads the unary tests of a decision table's input cell: `-`, `< 5`, `"a", "b"`, `not(1)`.
  ///
  /// Parameters and errors are those of `expression`.
  public static func unaryTests(
    _ source: SourceText, within range: SourceRange? = nil, names: KnownNames = KnownNames()
  ) throws(DiagnosticsError) -> ParsedTests {
    try Parsing.run(source, range, names) { (parsing) throws(SyntaxFailure) in
      let tests = try parsing.unaryTests()
      try parsing.expectEnd()
      return ParsedTests(tests: tests, nodeCount: parsing.nodeCount)
    }
  }

  /// Reads a type as it stands in `instance of` or a model's `typeRef`.
  ///
  /// Parameters and errors are those of `expression`.
  public static func typeName(
    _ source: SourceText, within range: SourceRange? = nil
  ) throws(DiagnosticsError) -> TypeName {
    try Parsing.run(source, range, KnownNames()) { (parsing) throws(SyntaxFailure) in
      let type = try parsing.typeName()
      try parsing.expectEnd()
      return type
    }
  }
}

/// The first thing a parser could not read.
struct SyntaxFailure: Error {
  let diagnostic: Diagnostic

  init(_ problem: SyntaxProblem, at range: SourceRange) {
    diagnostic = problem.diagnostic(at: range)
  }
}

/// The state of one parse: the tokens, the place among them, the names in scope.
struct Parsing {
  let source: SourceText
  let tokens: [Token]
  var position = 0
  var depth = 0
  /// Ranges whose end is being read: there a `[` may be the closing bracket.
  var openRanges = 0
  /// Height of the tree below each node, by id.
  var heights: [Int] = []
  /// Innermost last.
  var scopes: [KnownNames]
  /// Problems that do not stop the parse.
  var diagnostics: [Diagnostic]

  var nodeCount: Int { heights.count }

  static func run<Result>(
    _ source: SourceText, _ range: SourceRange?, _ names: KnownNames,
    _ body: (inout Parsing) throws(SyntaxFailure) -> Result
  ) throws(DiagnosticsError) -> Result {
    var lexer = Lexer(source, within: range)
    let tokens = lexer.tokens()
    var parsing = Parsing(
      source: source, tokens: tokens, scopes: [BuiltIns.knownNames, names],
      diagnostics: lexer.diagnostics)
    var result: Result?
    do throws(SyntaxFailure) {
      if tokens.count == 1, lexer.diagnostics.isEmpty {
        throw SyntaxFailure(.empty, at: tokens[0].range)
      }
      result = try body(&parsing)
    } catch {
      // A syntax error behind a lexical one is mostly its consequence.
      if parsing.diagnostics.isEmpty { parsing.diagnostics.append(error.diagnostic) }
    }
    guard let result, parsing.diagnostics.isEmpty else {
      throw DiagnosticsError(
        source: source,
        diagnostics: parsing.diagnostics.sorted { ($0.range?.start ?? 0) < ($1.range?.start ?? 0) })
    }
    return result
  }
}

// MARK: Tokens and nodes

extension Parsing {
  var token: Token { tokens[position] }
  var previousEnd: Int { position > 0 ? tokens[position - 1].range.end : token.range.start }

  func token(ahead distance: Int) -> Token { tokens[min(position + distance, tokens.count - 1)] }

  func text(of token: Token) -> String { source.slice(token.range) }

  /// From the start of `first` to the end of the last token read.
  func range(from start: Int) -> SourceRange { SourceRange(start, previousEnd) }

  mutating func advance() { position = min(position + 1, tokens.count - 1) }

  func isAt(_ symbol: Symbol) -> Bool { token.kind == .symbol(symbol) }
  func isAt(_ keyword: Keyword) -> Bool { token.kind == .word(keyword.rawValue) }

  mutating func skip(_ symbol: Symbol) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  mutating func skip(_ keyword: Keyword) -> Bool {
    guard isAt(keyword) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: Symbol, within construct: Bilingual) throws(SyntaxFailure) {
    if !skip(symbol) { throw missing(symbol.rawValue, within: construct) }
  }

  mutating func expect(_ keyword: Keyword, within construct: Bilingual) throws(SyntaxFailure) {
    if !skip(keyword) { throw missing(keyword.rawValue, within: construct) }
  }

  func missing(_ sign: String, within construct: Bilingual) -> SyntaxFailure {
    if isThousandsSeparator { return SyntaxFailure(.thousandsSeparator, at: token.range) }
    return SyntaxFailure(
      .expected(sign, found: text(of: token), within: construct), at: token.range)
  }

  mutating func expectEnd() throws(SyntaxFailure) {
    if token.kind == .end { return }
    if isThousandsSeparator { throw SyntaxFailure(.thousandsSeparator, at: token.range) }
    throw SyntaxFailure(.unexpectedRest(text(of: token)), at: token.range)
  }

  /// A comma between a number and three digits.
  private var isThousandsSeparator: Bool {
    guard isAt(.comma), position > 0, case .number = tokens[position - 1].kind,
      case .number = token(ahead: 1).kind
    else { return false }
    return !token(ahead: 1).hasSpaceBefore && text(of: token(ahead: 1)).utf8.count == 3
  }

  /// Makes a node above `children`, whose ids are known to this parse.
  mutating func node(
    _ kind: Expression.Kind, _ range: SourceRange, above children: [Expression] = []
  ) throws(SyntaxFailure) -> Expression {
    var height = 1
    for child in children { height = max(height, heights[child.id] + 1) }
    guard height <= Parser.heightLimit else {
      throw SyntaxFailure(.nestedTooDeeply(limit: Parser.heightLimit), at: range)
    }
    heights.append(height)
    return Expression(kind, range, id: heights.count - 1)
  }

  /// Runs a step one level deeper.
  mutating func nested<Result>(
    _ step: (inout Parsing) throws(SyntaxFailure) -> Result
  ) throws(SyntaxFailure) -> Result {
    guard depth < Parser.nestingLimit else {
      throw SyntaxFailure(.nestedTooDeeply(limit: Parser.nestingLimit), at: token.range)
    }
    depth += 1
    defer { depth -= 1 }
    return try step(&self)
  }

  /// Runs a step with more names in scope.
  mutating func scoped<Result>(
    _ names: KnownNames, _ step: (inout Parsing) throws(SyntaxFailure) -> Result
  ) throws(SyntaxFailure) -> Result {
    scopes.append(names)
    defer { scopes.removeLast() }
    return try step(&self)
  }
}

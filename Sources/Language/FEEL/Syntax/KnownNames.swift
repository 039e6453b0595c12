import Core

/// The names a parser must know because they hold blanks, keywords or operator signs.
///
/// FEEL resolves such names by the longest match in scope (DMN 1.5, 10.3.1.4). Names of one word
/// need not be known: they are told apart by their own letters, and judged by the type checker.
public struct KnownNames: Sendable {
  /// Names in scope, by their first token; longer ones first.
  private var scope: [String: [Spelling]] = [:]
  /// Names that stand behind a dot.
  private var members: [String: [Spelling]] = [:]

  /// - Parameters:
  ///   - names: variables and functions in scope; built-in functions are always known.
  ///   - members: names of members of contexts and records.
  public init(_ names: some Sequence<String> = [], members: some Sequence<String> = []) {
    for name in names { insert(name) }
    for member in members { insertMember(member) }
  }

  /// Adds a name to the scope.
  public mutating func insert(_ name: String) { KnownNames.add(name, to: &scope) }

  /// Adds the name of a member.
  public mutating func insertMember(_ name: String) { KnownNames.add(name, to: &members) }

  /// How a name is written: its tokens, and before which of them a blank stands.
  struct Spelling: Sendable {
    let name: String
    let tokens: [String]
    let blanks: [Bool]
  }

  private static func add(_ name: String, to table: inout [String: [Spelling]]) {
    let source = SourceText(name: "", text: name)
    var lexer = Lexer(source)
    let tokens = lexer.tokens().dropLast()
    guard tokens.count > 1, let first = tokens.first else { return }
    let spelling = Spelling(
      name: name, tokens: tokens.map { source.slice($0.range) },
      blanks: tokens.map(\.hasSpaceBefore))
    var list = table[source.slice(first.range), default: []]
    guard !list.contains(where: { $0.name == name }) else { return }
    let place = list.firstIndex { $0.tokens.count < spelling.tokens.count } ?? list.count
    list.insert(spelling, at: place)
    table[source.slice(first.range)] = list
  }

  func spellings(beginning first: String) -> [Spelling] { scope[first] ?? [] }
  func memberSpellings(beginning first: String) -> [Spelling] { members[first] ?? [] }
}

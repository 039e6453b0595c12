import Core

extension Parsing {
  /// The member behind a dot, where keywords are names like any other.
  mutating func memberName() throws(SyntaxFailure) -> (String, SourceRange) {
    let start = token.range.start
    if let known = knownName({ $0.memberSpellings(beginning: $1) }) {
      position += known.tokens.count
      return (known.name, range(from: start))
    }
    return (try words(), range(from: start))
  }

  /// The longest known name that is written here.
  func knownName(
    _ table: (KnownNames, String) -> [KnownNames.Spelling]
  ) -> KnownNames.Spelling? {
    let first = text(of: token)
    var best: KnownNames.Spelling?
    for scope in scopes.reversed() {
      for spelling in table(scope, first) where isHere(spelling) {
        if spelling.tokens.count > best?.tokens.count ?? 0 { best = spelling }
        break
      }
    }
    return best
  }

  private func isHere(_ spelling: KnownNames.Spelling) -> Bool {
    guard position + spelling.tokens.count < tokens.count else { return false }
    for (distance, expected) in spelling.tokens.enumerated() {
      let token = tokens[position + distance]
      guard source.slice(token.range) == expected,
        distance == 0 || token.hasSpaceBefore == spelling.blanks[distance]
      else { return false }
    }
    return true
  }

  /// Words side by side: no two values ever stand so, and thus they are one unknown name.
  mutating func words() throws(SyntaxFailure) -> String {
    guard case .word(let first) = token.kind else {
      throw SyntaxFailure(.expectedName(found: text(of: token)), at: token.range)
    }
    advance()
    var name = first
    while case .word(let word) = token.kind, !Keyword.isKeyword(word) {
      name += " " + word
      advance()
    }
    return name
  }

  /// A name that is given here, up to the token that ends it; blanks become single ones.
  mutating func newName(
    until isEnd: (Token.Kind) -> Bool
  ) throws(SyntaxFailure) -> (String, SourceRange) {
    let start = token.range.start
    guard case .word = token.kind else {
      throw SyntaxFailure(.expectedName(found: text(of: token)), at: token.range)
    }
    var name = ""
    while !isEnd(token.kind) {
      switch token.kind {
      case .word, .number: break
      case .symbol(let symbol) where symbol.isNameSign: break
      default: throw SyntaxFailure(.expectedName(found: text(of: token)), at: token.range)
      }
      name += (token.hasSpaceBefore && !name.isEmpty ? " " : "") + text(of: token)
      advance()
    }
    return (name, range(from: start))
  }

  /// Arguments from behind `(` to `)`: all by position, or all by name.
  mutating func arguments() throws(SyntaxFailure) -> [Expression.Argument] {
    var arguments: [Expression.Argument] = []
    if skip(.rightParenthesis) { return arguments }
    repeat {
      var name: String?
      if isNamedArgument {
        name = try newName { $0 == .symbol(.colon) }.0
        advance()
      }
      let value = try expression()
      arguments.append(Expression.Argument(name: name, value: value))
    } while skip(.comma)
    try expect(.rightParenthesis, within: Bilingual(zh: "函数参数", en: "the arguments"))
    return arguments
  }

  private var isNamedArgument: Bool {
    var place = position
    guard case .word = token.kind else { return false }
    while place < tokens.count {
      switch tokens[place].kind {
      case .symbol(.colon): return true
      case .word, .number: break
      case .symbol(let symbol) where symbol.isNameSign: break
      default: return false
      }
      place += 1
    }
    return false
  }
}

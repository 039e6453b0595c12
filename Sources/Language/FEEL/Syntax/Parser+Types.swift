import Core

extension Parsing {
  /// Types whose names hold a keyword or several words.
  private static let longNames = [
    ["date", "and", "time"], ["days", "and", "time", "duration"],
    ["day", "and", "time", "duration"], ["years", "and", "months", "duration"],
    ["year", "and", "month", "duration"],
  ]

  /// A type (DMN 1.5, 10.3.1.2, rule 55).
  mutating func typeName() throws(SyntaxFailure) -> TypeName {
    try nested { (parsing) throws(SyntaxFailure) in try parsing.type() }
  }

  private mutating func type() throws(SyntaxFailure) -> TypeName {
    guard case .word(let word) = token.kind else {
      throw SyntaxFailure(.expectedType(found: text(of: token)), at: token.range)
    }
    if token(ahead: 1).kind == .symbol(.less) {
      switch word {
      case "list": return .list(try enclosedType())
      case "range": return .range(try enclosedType())
      case "context": return try contextType()
      case "function": return try functionType()
      default: break
      }
    }
    for name in Parsing.longNames where isHere(name) {
      position += name.count
      return .named(name.joined(separator: " "))
    }
    return .named(try dottedName())
  }

  private func isHere(_ words: [String]) -> Bool {
    words.enumerated().allSatisfy { token(ahead: $0.offset).kind == .word($0.element) }
  }

  private mutating func dottedName() throws(SyntaxFailure) -> String {
    var name = text(of: token)
    advance()
    while true {
      if case .word(let word) = token.kind, !Keyword.isKeyword(word) {
        name += " " + word
      } else if isAt(.dot), case .word(let word) = token(ahead: 1).kind {
        name += "." + word
        advance()
      } else {
        return name
      }
      advance()
    }
  }

  /// `<type>` behind the current word.
  private mutating func enclosedType() throws(SyntaxFailure) -> TypeName {
    advance()
    advance()
    let inner = try typeName()
    try closeType()
    return inner
  }

  private mutating func contextType() throws(SyntaxFailure) -> TypeName {
    advance()
    advance()
    var entries: [(key: String, type: TypeName)] = []
    if !isAt(.greater) {
      repeat {
        let (key, _) = try newName { $0 == .symbol(.colon) }
        advance()
        entries.append((key, try typeName()))
      } while skip(.comma)
    }
    try closeType()
    return .context(entries)
  }

  private mutating func functionType() throws(SyntaxFailure) -> TypeName {
    advance()
    advance()
    var parameters: [TypeName] = []
    if !isAt(.greater) {
      repeat { parameters.append(try typeName()) } while skip(.comma)
    }
    try closeType()
    try expect(.arrow, within: Bilingual(zh: "函数类型", en: "the function type"))
    return .function(parameters, result: try typeName())
  }

  private mutating func closeType() throws(SyntaxFailure) {
    try expect(.greater, within: Bilingual(zh: "类型", en: "the type"))
  }
}

import XMLText

/// Which styles of a workbook show a number as a day or a month (ECMA-376, part 1, 18.8.30).
struct DateStyles {
  enum Kind { case day, month }

  private let kinds: [Kind?]

  /// - Parameter styles: the part that declares them, where there is one.
  init(_ styles: XMLElement?) {
    var patterns: [Int: String] = [:]
    for format in styles?.first("numFmts")?.all("numFmt") ?? [] {
      if let id = format["numFmtId"].flatMap({ Int($0) }) { patterns[id] = format["formatCode"] }
    }
    kinds = (styles?.first("cellXfs")?.all("xf") ?? []).map { style in
      let id = style["numFmtId"].flatMap { Int($0) } ?? 0
      return patterns[id].map(DateStyles.kind(ofPattern:)) ?? DateStyles.builtIn(id)
    }
  }

  /// What a cell of this style shows; `nil` for a plain number.
  subscript(style: Int) -> Kind? { kinds.indices.contains(style) ? kinds[style] : nil }

  /// The formats that every program knows by number; those of Chinese editions among them.
  private static func builtIn(_ id: Int) -> Kind? {
    switch id {
    case 17, 27, 36, 50, 52, 57: .month
    case 14...16, 22, 28...31, 51, 53, 54, 58: .day
    default: nil
    }
  }

  /// What a pattern shows, apart from texts in quotes and colours in brackets.
  private static func kind(ofPattern pattern: String) -> Kind? {
    var letters = Set<Character>()
    var closing: Character?
    for character in pattern.lowercased() {
      if let end = closing {
        if character == end { closing = nil }
      } else if character == "\"" {
        closing = "\""
      } else if character == "[" {
        closing = "]"
      } else {
        letters.insert(character)
      }
    }
    guard letters.contains("y") || (letters.contains("d") && letters.contains("m")) else {
      return nil
    }
    return letters.contains("d") ? .day : .month
  }
}

import Core
import YAMLText

extension MessageTextReader {
  /// The values of a mapping that has exactly these keys.
  mutating func keys(_ node: YAML, _ names: [String]) -> [String: YAML]? {
    guard let entries = node.entries else {
      refuse(.notAMapping(names), node.range)
      return nil
    }
    for entry in entries where !names.contains(entry.key) {
      refuse(.unknownKey(entry.key, names), entry.keyRange)
    }
    let missing = names.filter { node[$0] == nil }
    guard missing.isEmpty else {
      refuse(.missing(missing), node.range)
      return nil
    }
    return entries.reduce(into: [:]) { $0[$1.key] = $1.value }
  }

  /// What `body` makes of each entry of a mapping with any keys.
  mutating func entries<Value>(
    _ node: YAML?, _ body: (inout MessageTextReader, YAML) -> Value?
  ) -> [String: Value] {
    guard let node else { return [:] }
    guard let entries = node.entries, !entries.isEmpty else {
      refuse(.notAMapping([]), node.range)
      return [:]
    }
    var values: [String: Value] = [:]
    for entry in entries {
      path.append(entry.key)
      values[entry.key] = body(&self, entry.value)
      path.removeLast()
    }
    return values
  }

  mutating func text(_ node: YAML?) -> String? {
    guard let node else { return nil }
    if let text = node.text, text.contains(where: { !$0.isWhitespace }) { return text }
    refuse(.notText, node.range)
    return nil
  }

  mutating func places<Name: PlaceName>(_ node: YAML?) -> Set<Name>? {
    guard let node else { return nil }
    guard let items = node.items else {
      refuse(.notAList, node.range)
      return nil
    }
    let known = Name.allCases.map(\.rawValue)
    return items.reduce(into: []) { places, item in
      guard let name = text(item) else { return }
      if let place = Name(rawValue: name) {
        places.insert(place)
      } else {
        refuse(.noSuchPlace(name, known), item.range)
      }
    }
  }

  /// A text in both languages, in which only these places stand.
  mutating func wording<Name: PlaceName>(
    _ node: YAML?, _ places: Set<Name>
  ) -> BilingualWording<Name>? {
    guard let node, let parts = keys(node, ["zh", "en"]),
      let zh: Wording<Name> = wording(in: parts["zh"], places),
      let en: Wording<Name> = wording(in: parts["en"], places)
    else { return nil }
    return BilingualWording(zh: zh, en: en)
  }

  private mutating func wording<Name: PlaceName>(
    in node: YAML?, _ places: Set<Name>
  ) -> Wording<Name>? {
    guard let node, let text = text(node) else { return nil }
    let (wording, problems) = Wording<Name>.read(text)
    for problem in problems {
      switch problem {
      case .unknown(let name):
        let range = range(of: "{\(name)}", in: node.range)
        refuse(.noSuchPlace(name, Name.allCases.map(\.rawValue)), range)
      case .brace(let brace): refuse(.loneBrace(brace), range(of: brace, in: node.range))
      }
    }
    for place in Name.allCases where wording.places.contains(place) && !places.contains(place) {
      refuse(.undeclared(place.rawValue), range(of: "{\(place.rawValue)}", in: node.range))
    }
    return wording
  }

  /// Where a piece of a text stands in the file; the whole text where it was written otherwise.
  private func range(of piece: String, in range: SourceRange) -> SourceRange {
    let wanted = Array(piece.utf8)
    let last = range.end - wanted.count
    guard range.start <= last else { return range }
    for start in range.start...last
    where source.bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return SourceRange(start, start + wanted.count)
    }
    return range
  }
}

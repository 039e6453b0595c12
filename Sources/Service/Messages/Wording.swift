import Core

/// A text with places that are filled in when it is shown.
package struct Wording<Name: PlaceName>: Sendable {
  enum Part: Sendable {
    case text(String)
    case place(Name)
  }

  let parts: [Part]

  /// The places that stand in it.
  var places: Set<Name> {
    Set(parts.compactMap { if case .place(let place) = $0 { place } else { nil } })
  }

  /// The text with every place filled in. What is filled in is never read for places again.
  func filled(_ value: (Name) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .place(let place): value(place)
      }
    }.joined()
  }
}

/// The same in both languages.
struct BilingualWording<Name: PlaceName>: Sendable {
  let zh: Wording<Name>
  let en: Wording<Name>

  subscript(language: Language) -> Wording<Name> { language == .zh ? zh : en }
}

/// What is wrong with a text, and where: the piece of it in braces, or the lone brace.
enum WordingProblem: Equatable {
  case unknown(String)
  case brace(String)
}

extension Wording {
  /// Takes a text apart.
  ///
  /// - Parameter text: places stand in braces, which stand for nothing else.
  /// - Returns: the parts, and all that is wrong.
  static func read(_ text: String) -> (wording: Wording, problems: [WordingProblem]) {
    var parts: [Part] = []
    var problems: [WordingProblem] = []
    var rest = text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      if brace > rest.startIndex { parts.append(.text(String(rest[..<brace]))) }
      let inside = rest[brace...].dropFirst()
      guard rest[brace] == "{", let end = inside.firstIndex(where: { $0 == "{" || $0 == "}" }),
        inside[end] == "}"
      else {
        problems.append(.brace(String(rest[brace])))
        rest = inside
        continue
      }
      let name = String(inside[..<end])
      if let place = Name(rawValue: name) {
        parts.append(.place(place))
      } else {
        problems.append(.unknown(name))
      }
      rest = inside[inside.index(after: end)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return (Wording(parts: parts), problems)
  }
}

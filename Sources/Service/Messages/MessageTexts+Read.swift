package import Core
import YAMLText

extension MessageTexts {
  /// Reads the file of texts.
  ///
  /// - Parameter source: `Procedures/messages.yaml`.
  /// - Throws: everything that is wrong with it (YAML001 …, MSG001 … MSG008).
  package init(_ source: SourceText) throws(DiagnosticsError) {
    let reading = YAML.parse(source)
    var reader = MessageTextReader(source: source, diagnostics: reading.diagnostics)
    templates = reader.file(reading.root)
    guard reader.diagnostics.isEmpty else {
      throw DiagnosticsError(source: source, diagnostics: reader.diagnostics)
    }
  }
}

/// Takes the file entry by entry, and collects all that is wrong.
struct MessageTextReader {
  let source: SourceText
  var diagnostics: [Diagnostic]
  /// The keys around the place being read, for messages.
  var path: [String] = []

  mutating func file(_ root: YAML?) -> [String: MessageTemplate] {
    guard let root else {
      if diagnostics.isEmpty { refuse(.empty, SourceRange(0, 0)) }
      return [:]
    }
    guard let parts = keys(root, ["letters", "messages"]) else { return [:] }
    let letters = entries(parts["letters"]) { $0.letter($1) }
    let names = parts["letters"]?.entries?.map(\.key) ?? []
    return entries(parts["messages"]) { reader, node in reader.message(node, letters, names) }
  }

  /// - Parameters:
  ///   - node: what stands under the id.
  ///   - letters: those that could be read.
  ///   - names: of all letters in the file: what is wrong with one is told there, and once.
  /// - Returns: the message, or `nil` after a diagnostic.
  private mutating func message(
    _ node: YAML, _ letters: [String: LetterTemplate], _ names: [String]
  ) -> MessageTemplate? {
    guard let parts = keys(node, ["places", "letter", "title", "body"]),
      let places: Set<Place> = places(parts["places"]),
      let title: BilingualWording<Place> = wording(parts["title"], places),
      let body: BilingualWording<Place> = wording(parts["body"], places),
      let name = text(parts["letter"])
    else { return nil }
    let range = parts["letter"]?.range ?? node.range
    guard let letter = letters[name] else {
      if !names.contains(name) { refuse(.noLetter(name, names), range) }
      return nil
    }
    if letter.places.contains(.case), !places.contains(.case) {
      refuse(.letterNeedsCase(name), range)
    }
    checkUse(places, [title, body], parts["places"]?.range ?? node.range)
    return MessageTemplate(places: places, title: title, body: body, letter: letter)
  }

  private mutating func letter(_ node: YAML) -> LetterTemplate? {
    guard let parts = keys(node, ["places", "mail", "sms"]),
      let mail = parts["mail"].flatMap({ keys($0, ["title", "body"]) }),
      let places: Set<LetterPlace> = places(parts["places"]),
      let title: BilingualWording<LetterPlace> = wording(mail["title"], places),
      let body: BilingualWording<LetterPlace> = wording(mail["body"], places),
      let sms: BilingualWording<LetterPlace> = wording(parts["sms"], places)
    else { return nil }
    let range = parts["places"]?.range ?? node.range
    checkUse(places, [title, body], range)
    checkUse(places, [sms], range)
    return LetterTemplate(places: places, title: title, body: body, sms: sms)
  }

  /// What is declared stands in the texts of both languages: nobody is told less than another.
  private mutating func checkUse<Name: PlaceName>(
    _ declared: Set<Name>, _ texts: [BilingualWording<Name>], _ range: SourceRange
  ) {
    for language in Language.allCases {
      let used = texts.reduce(into: Set<Name>()) { $0.formUnion($1[language].places) }
      for place in Name.allCases where declared.contains(place) && !used.contains(place) {
        refuse(.unused(place.rawValue, language), range)
      }
    }
  }
}

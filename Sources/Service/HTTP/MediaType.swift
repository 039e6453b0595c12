/// A media type or disposition with its parameters (RFC 9110, 8.3.1 and 5.6.6).
package struct MediaType: Sendable {
  /// In small letters: `multipart/form-data`.
  package let name: String
  /// By name in small letters; quotes and escapes removed, the first of a name counts.
  package let parameters: [String: String]

  package init(_ text: String) {
    var rest = Substring(text)
    func word(upTo ends: [Character]) -> String {
      let word = rest.prefix { !ends.contains($0) }
      rest = rest.dropFirst(word.count)
      return String(word.filter { $0 != " " && $0 != "\t" })
    }
    name = word(upTo: [";"]).lowercased()
    var parameters: [String: String] = [:]
    while rest.first == ";" {
      rest = rest.dropFirst()
      let key = word(upTo: ["=", ";"]).lowercased()
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      let value = rest.first == "\"" ? Self.quoted(&rest) : word(upTo: [";"])
      rest = rest.drop { $0 != ";" }
      if parameters[key] == nil { parameters[key] = value }
    }
    self.parameters = parameters
  }

  private static func quoted(_ rest: inout Substring) -> String {
    var value = ""
    rest = rest.dropFirst()
    while let character = rest.popFirst(), character != "\"" {
      if character == "\\", let escaped = rest.popFirst() {
        value.append(escaped)
      } else {
        value.append(character)
      }
    }
    return value
  }
}

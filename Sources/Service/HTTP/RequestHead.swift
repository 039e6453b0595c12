import Core

/// What stands before a request's body, as it came over the wire.
struct RequestHead {
  let method: String
  let target: [UInt8]
  /// `HTTP/1.1`.
  let version: String
  let fields: [(name: [UInt8], value: [UInt8])]
  /// The other end of the connection: the client, or a proxy before it.
  let peer: IPAddress

  /// The header fields as text.
  /// - Throws: `Refusal` for names that are no tokens, and values that are not UTF-8 or hold
  ///   control characters.
  func headers() throws(Refusal) -> Headers {
    var headers = Headers()
    for (name, value) in fields {
      guard !name.isEmpty, name.allSatisfy(\.isToken) else {
        throw .badHeader(Bilingual(zh: "字段名有误", en: "a field name is malformed"))
      }
      let nameText = String(decoding: name, as: UTF8.self)
      guard !value.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }),
        let text = String(validating: value, as: UTF8.self)
      else {
        throw .badHeader(
          Bilingual(
            zh: "字段 \(nameText) 含有不允许的字符", en: "the field \(nameText) holds illegal characters"))
      }
      headers.add(nameText, text)
    }
    return headers
  }
}

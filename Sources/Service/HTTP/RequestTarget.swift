import Core

/// What a request line asks for (RFC 9112, 3.2): origin form, or absolute form with a host that
/// then counts instead of the `Host` field.
struct RequestTarget {
  let authority: String?
  /// The path's segments, each decoded by itself, so that `%2F` separates nothing.
  let segments: [String]
  let query: FormFields

  init(_ raw: [UInt8]) throws(Refusal) {
    guard raw.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .badTarget(
        Bilingual(
          zh: "含有未编码的字符", en: "it holds characters that must be percent-encoded"))
    }
    var rest = raw[...]
    authority = Self.takeAuthority(&rest)
    guard rest.first == UInt8(ascii: "/") else {
      throw .badTarget(Bilingual(zh: "路径必须以“/”开头", en: "the path must begin with “/”"))
    }
    let parts = rest.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    segments = try Self.decodeSegments(parts[0].dropFirst())
    guard let query = FormFields(urlEncoded: parts.count > 1 ? parts[1] : []) else {
      throw .badTarget(
        Bilingual(zh: "“?”之后的内容编码有误", en: "what follows “?” is not correctly encoded"))
    }
    self.query = query
  }

  private static func takeAuthority(_ rest: inout ArraySlice<UInt8>) -> String? {
    let scheme = Array("http://".utf8)
    guard rest.count > scheme.count,
      rest.prefix(scheme.count).map(\.asciiLowercased) == scheme
    else { return nil }
    let behind = rest.dropFirst(scheme.count)
    let end = behind.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
    let authority = behind[..<(end ?? behind.endIndex)]
    rest = behind[authority.endIndex...]
    if rest.isEmpty || rest.first == UInt8(ascii: "?") { rest = [UInt8(ascii: "/")] + rest }
    return String(decoding: authority, as: UTF8.self)
  }

  private static func decodeSegments(_ path: ArraySlice<UInt8>) throws(Refusal) -> [String] {
    var segments: [String] = []
    for raw in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let segment = PercentEncoding.decode(raw) else {
        throw .badTarget(
          Bilingual(zh: "“%”编码有误", en: "a percent-encoding in it is not valid UTF-8 text"))
      }
      guard !segment.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
      else {
        throw .badTarget(Bilingual(zh: "含有控制字符", en: "it holds control characters"))
      }
      segments.append(segment)
    }
    return segments
  }
}

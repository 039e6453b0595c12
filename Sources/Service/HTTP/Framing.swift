import Core

/// How long a request's body is (RFC 9112, 6.3). Whatever two programs could read differently is
/// refused: the difference is what request smuggling lives on.
enum Framing: Equatable {
  case declared(Int)
  case chunked

  init(_ headers: Headers, version: String) throws(Refusal) {
    let lengths = headers.all("Content-Length")
    let codings = headers.all("Transfer-Encoding")
    guard lengths.isEmpty || codings.isEmpty else {
      throw .badHeader(
        Bilingual(
          zh: "同时有 Content-Length 和 Transfer-Encoding",
          en: "it has both Content-Length and Transfer-Encoding"))
    }
    guard lengths.count <= 1 else {
      throw .badHeader(
        Bilingual(zh: "有多个 Content-Length", en: "it has more than one Content-Length"))
    }
    if let coding = codings.first {
      guard codings.count == 1, coding.lowercased() == "chunked", version != "HTTP/1.0" else {
        throw .badHeader(
          Bilingual(
            zh: "Transfer-Encoding 只能是 chunked", en: "its Transfer-Encoding is not chunked"))
      }
      self = .chunked
      return
    }
    guard let length = lengths.first else {
      self = .declared(0)
      return
    }
    guard length.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(length) else {
      throw .badHeader(
        Bilingual(zh: "Content-Length 不是数字", en: "its Content-Length is not a number"))
    }
    self = .declared(count)
  }
}

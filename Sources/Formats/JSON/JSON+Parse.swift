package import Core

extension JSON {
  /// Deepest nesting that is read.
  package static let deepestNesting = 200
  /// Largest text that is read, in bytes.
  package static let largestText = 256 * 1024 * 1024

  /// Reads one JSON value.
  ///
  /// - Parameter source: the whole text; a byte order mark at its beginning is passed over.
  /// - Returns: the value.
  /// - Throws: all that is wrong, each with the path of its place (`records[3].level`) as heading:
  ///   JSON001 syntax, JSON002 not UTF-8, JSON003 a name twice, JSON004 something after the value,
  ///   JSON005 nested too deep, JSON006 empty, JSON007 too large, JSON008 half a character.
  package static func parse(_ source: SourceText) throws(DiagnosticsError) -> JSON {
    let bytes = source.bytes
    guard bytes.count <= largestText else {
      throw DiagnosticsError(source: source, diagnostics: [Refusal.size.diagnostic(at: nil, [])])
    }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let reader = TokenReader(TreeBuilder())
    let problem = reader.read(bytes, from: mark)
    var diagnostics = reader.builder.diagnostics
    if let problem {
      diagnostics.append(problem.diagnostic(reader.builder.path, isEmpty: reader.isAtStart))
    }
    if diagnostics.isEmpty, let half = loneSurrogate(in: bytes) {
      diagnostics.append(Refusal.surrogate.diagnostic(at: half, []))
    }
    guard diagnostics.isEmpty, let root = reader.builder.root else {
      throw DiagnosticsError(source: source, diagnostics: diagnostics)
    }
    return root
  }

  /// Takes bytes from outside as text.
  ///
  /// - Parameters:
  ///   - name: what messages call the source.
  ///   - bytes: the file or the body of a request.
  /// - Returns: the source that `parse` reads.
  /// - Throws: JSON002 when the bytes are not UTF-8.
  package static func source(
    name: String, bytes: [UInt8]
  ) throws(DiagnosticsError) -> SourceText {
    if let text = String(validating: bytes, as: UTF8.self) {
      return SourceText(name: name, text: text)
    }
    let repaired = String(decoding: bytes, as: UTF8.self)
    // Up to the first wrong byte the repaired text is the same.
    let same = zip(bytes, repaired.utf8).prefix { $0 == $1 }.count
    throw DiagnosticsError(
      source: SourceText(name: name, text: repaired),
      diagnostics: [Refusal.encoding.diagnostic(at: SourceRange(same, same), [])])
  }
}

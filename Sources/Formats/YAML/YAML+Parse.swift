package import Core

extension YAML {
  /// What reading gave: the tree as far as it could be built, and everything to say about it.
  package struct Reading: Sendable {
    /// `nil` when there is nothing but blanks and comments, or after a syntax error.
    package let root: YAML?
    package let diagnostics: [Diagnostic]
  }

  /// Deepest nesting that is read; nobody writes more by hand.
  package static let deepestNesting = 64

  /// Reads one YAML document.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - range: the part of the file to read (front matter, a fenced block); `nil` for all of it.
  ///     Ranges of nodes and diagnostics are offsets in the whole file either way.
  /// - Returns: the tree and all diagnostics (codes YAML001 … YAML007).
  package static func parse(_ source: SourceText, within range: SourceRange? = nil) -> Reading {
    let whole = source.bytes.indices
    let asked = range.map { $0.start..<$0.end } ?? whole
    var bytes = source.bytes[asked.clamped(to: whole)]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var builder = TreeBuilder(offsets: CharacterOffsets(bytes))
    if let problem = readEvents(of: bytes, { builder.take($0) }) {
      return Reading(
        root: nil, diagnostics: builder.diagnostics + [builder.syntaxError(problem, in: source)])
    }
    return Reading(root: builder.root, diagnostics: builder.diagnostics)
  }
}

internal import CCmark
package import Core

/// Reads Markdown with cmark-gfm (tables on) into a tree of blocks.
package enum MarkdownParser {
  /// How deep quotations and lists may stand in each other; what lies deeper is left out.
  package static let depthLimit = 32

  /// Registered once per process: cmark keeps its extensions in a global list.
  private static let tableExtension: CExtension? = {
    cmark_gfm_core_extensions_ensure_registered()
    return cmark_find_syntax_extension("table").map(CExtension.init)
  }()

  /// - Parameters:
  ///   - source: the file.
  ///   - range: the bytes to read; they begin at the start of a line.
  /// - Returns: the blocks at the top of the document, and the first line that is nested deeper
  ///   than `depthLimit`.
  package static func parse(
    _ source: SourceText, within range: SourceRange
  ) -> (blocks: [MarkdownBlock], tooDeep: SourceRange?) {
    var builder = BlockBuilder(source: source, lines: LineIndex(source, in: range))
    // Containers far beyond the limit cost cmark quadratic time: they are not worth parsing.
    if let deep = builder.firstOverlyNestedLine() {
      return ([], deep)
    }
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return ([], nil) }
    defer { cmark_parser_free(parser) }
    if let tableExtension { cmark_parser_attach_syntax_extension(parser, tableExtension.pointer) }
    // Safe: cmark copies what it is fed and the buffer outlives the call.
    source.bytes[range.start..<range.end].withUnsafeBytes { bytes in
      cmark_parser_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let document = cmark_parser_finish(parser) else { return ([], nil) }
    defer { cmark_node_free(document) }
    let blocks = builder.children(of: document, depth: 0)
    return (blocks, builder.tooDeep)
  }
}

/// A pointer into cmark's list of extensions.
// The list is written once, before the pointer is handed out, and only read afterwards.
private struct CExtension: @unchecked Sendable {
  let pointer: OpaquePointer
}

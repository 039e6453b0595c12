internal import CCmark
package import Core
import Glibc

/// Prose as HTML, by cmark's own renderer: raw HTML in the text is left out, and so are links
/// with schemes that run something.
package enum MarkdownHTML {
  /// - Returns: escaped, well-formed HTML for the lines of the range; empty when cmark has no
  ///   memory left.
  package static func render(_ source: SourceText, within range: SourceRange) -> String {
    // Safe: cmark reads the buffer during the call, and its result is copied before it is freed.
    source.bytes[range.start..<range.end].withUnsafeBytes { bytes in
      guard
        let html = cmark_markdown_to_html(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
      else { return "" }
      defer { free(html) }
      return String(cString: html)
    }
  }
}

package import Core

/// The one way to lay out a policy document: what `gongjiang fmt` does.
///
/// Tables are aligned, blocks stand one blank line apart, full-width signs in names and
/// expressions become half-width. What a document says stays as it is, and formatting it again
/// changes nothing.
package enum PolicyFormat {
  /// - Parameters:
  ///   - source: the document.
  ///   - replacements: texts to put in place of ranges of the source, such as every name in its
  ///     other language. They must not overlap; of two that do, the earlier counts.
  /// - Returns: the document laid out, its lines ending in LF.
  package static func formatted(
    _ source: SourceText, replacing replacements: [(range: SourceRange, text: String)] = []
  ) -> String {
    let replaced = source.replacing(replacements)
    let mended = replaced.replacing(FullWidthSigns.mends(in: replaced))
    return DocumentLayout(mended).text
  }
}

extension SourceText {
  /// The text with each range replaced; ranges that begin before the one ahead of them has ended
  /// are passed over.
  func replacing(_ replacements: [(range: SourceRange, text: String)]) -> SourceText {
    if replacements.isEmpty { return self }
    var result: [UInt8] = []
    var position = 0
    for (range, text) in replacements.sorted(by: { $0.range.start < $1.range.start })
    where range.start >= position && range.end <= bytes.count {
      result += bytes[position..<range.start]
      result += text.utf8
      position = range.end
    }
    result += bytes[position...]
    return SourceText(name: name, text: String(decoding: result, as: UTF8.self))
  }
}

package import Core
import MarkdownText

extension PolicyDocument {
  /// Reads a policy document.
  ///
  /// - Returns: the document, as far as it could be read — `nil` only when its front matter does
  ///   not say what it is — and everything that is wrong with its form, in the order of the text.
  ///   A document with errors is good for showing and not for determining.
  package static func read(
    _ source: SourceText
  ) -> (document: PolicyDocument?, diagnostics: [Diagnostic]) {
    var reader = DocumentReader(source: source)
    let body = reader.readFrontMatter()
    let (blocks, tooDeep) = MarkdownParser.parse(source, within: body)
    for block in blocks { reader.take(block) }
    if let tooDeep { reader.report(.nestingTooDeep, at: tooDeep) }
    reader.finish()
    return (reader.document, reader.orderedDiagnostics)
  }
}

extension SourceRange {
  /// An empty range where this one begins.
  var firstByte: SourceRange { SourceRange(start, start) }
}

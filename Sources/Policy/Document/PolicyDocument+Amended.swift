package import Core
import MarkdownText

extension PolicyDocument {
  /// Where a target stands, one range for each piece of it in the order of the file; empty where the
  /// document has no such thing.
  package func ranges(of target: Amendment.Target) -> [SourceRange] {
    switch target {
    case .benefit(let id): benefits.filter { $0.id.text == id }.map(\.range)
    case .parameter(let name): parameters.filter { $0.name.text == name }.map(\.range)
    case .row(let table, let label):
      tables.filter { $0.name.text == table || $0.outputs.contains { $0.text == table } }
        .flatMap(\.rows).filter { $0.title.zh == label }.map(\.range)
    }
  }

  /// The text of this document as later ones change it.
  ///
  /// - Parameter changes: of targets that it has, each target once, with the text of the document
  ///   that the change stands in.
  /// - Returns: the whole text; its name is that of this document.
  package func text(changedBy changes: [(amendment: Amendment, source: SourceText)]) -> SourceText {
    var edits: [(range: SourceRange, text: String)] = []
    for (amendment, text) in changes {
      let ranges = ranges(of: amendment.target)
      for (index, range) in ranges.enumerated() {
        let replacement = index == 0 ? amendment.replacement(in: text) : ""
        edits.append((replacement.isEmpty ? source.wholeLines(range) : range, replacement))
      }
    }
    var bytes: [UInt8] = []
    var done = 0
    for edit in edits.sorted(by: { $0.range.start < $1.range.start }) {
      bytes += source.bytes[done..<max(done, edit.range.start)]
      bytes += edit.text.utf8
      done = edit.range.end
    }
    bytes += source.bytes[min(done, source.bytes.count)...]
    return SourceText(name: source.name, text: String(decoding: bytes, as: UTF8.self))
  }
}

extension Amendment {
  /// What takes the place of the target, as it stands in the later document: of rows only the rows.
  package func replacement(in source: SourceText) -> String {
    guard action == .replace, let content else { return "" }
    if case .benefit = target { return source.slice(source.trimmed(content)) }
    let tables = MarkdownParser.parse(source, within: content).blocks.filter { $0.kind == .table }
    let rows = tables.flatMap { LineIndex(source, in: $0.range).lines.dropFirst(2) }
    return rows.map { source.slice(source.trimmed($0)) }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}

extension SourceText {
  /// The lines that a range touches, with the end of the last.
  fileprivate func wholeLines(_ range: SourceRange) -> SourceRange {
    var start = range.start
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var end = range.end
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return SourceRange(start, min(end + 1, bytes.count))
  }
}

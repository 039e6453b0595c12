import Core
import MarkdownText
import YAMLText

extension DocumentReader {
  /// Reads the block between two lines `---` at the top of the file.
  ///
  /// - Returns: the bytes behind it.
  mutating func readFrontMatter() -> SourceRange {
    let hasMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let whole = SourceRange(hasMark ? 3 : 0, source.bytes.count)
    let lines = LineIndex(source, in: whole).lines
    guard isFence(lines[0]) else {
      report(.frontMatterMissing, at: lines[0])
      return whole
    }
    guard let close = lines.indices.dropFirst().first(where: { isFence(lines[$0]) }) else {
      report(.frontMatterOpen, at: lines[0])
      return SourceRange(whole.end, whole.end)
    }
    let bodyStart = close + 1 < lines.count ? lines[close + 1].start : whole.end
    let start = close > 1 ? lines[1].start : lines[close].start
    let range = SourceRange(start, lines[close].start)
    if let node = yaml(range) {
      front = frontMatter(node)
    } else if diagnostics.isEmpty {
      report(.frontMatterMissing, at: lines[0])
    }
    return SourceRange(bodyStart, whole.end)
  }

  private func isFence(_ line: SourceRange) -> Bool {
    source.slice(source.trimmed(line)) == "---" && source.bytes[line.start] == UInt8(ascii: "-")
  }

  private mutating func frontMatter(_ node: YAML) -> FrontMatter? {
    let allowed = ["id", "number", "title", "issuer", "dates", "region"]
    guard
      let fields = fields(
        of: node, name: "", allowed: allowed, required: ["id", "title", "dates", "region"])
    else { return nil }
    let id = identifier(fields["id"], "id")
    let title = labels(fields["title"], "title")
    let issuer = labels(fields["issuer"], "issuer")
    let number = text(fields["number"], "number")?.text
    let region = region(fields["region"])
    var issued: CivilDate?
    var eventsFrom: CivilDate?
    if let dates = fields["dates"],
      let inner = self.fields(
        of: dates, name: "dates", allowed: ["issued", "events-from"], required: [])
    {
      issued = date(inner["issued"], "issued")
      eventsFrom = date(inner["events-from"], "events-from")
    }
    guard let id, let title, let region else { return nil }
    return FrontMatter(
      id: id, number: number, title: title, issuer: issuer, issued: issued,
      eventsFrom: eventsFrom, region: region)
  }

  private mutating func region(_ node: YAML?) -> String? {
    guard let node else { return nil }
    let code = node.text ?? ""
    let isCode =
      code.utf8.count == 6
      && code.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if isCode { return code }
    report(wrongValue("region", node, .region), at: node.range)
    return nil
  }
}

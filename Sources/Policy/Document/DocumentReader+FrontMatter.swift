import Core
import MarkdownText
import YAMLText

extension DocumentReader {
  /// Reads the block between two lines `---` at the top of the file.
  ///
  /// - Returns: the bytes behind it.
  mutating func readFrontMatter() -> SourceRange {
    let extent = FrontMatterExtent(source)
    guard let content = extent.content else {
      report(extent.isOpen ? .frontMatterOpen : .frontMatterMissing, at: extent.firstLine)
      return extent.body
    }
    if let node = yaml(content) {
      front = frontMatter(node)
    } else if diagnostics.isEmpty {
      report(.frontMatterMissing, at: extent.firstLine)
    }
    return extent.body
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
    var start: StartDay?
    var startsBy: DependentWord<Amendment.Chosen>?
    if let dates = fields["dates"],
      let inner = self.fields(
        of: dates, name: "dates", allowed: ["issued", "events-from", "by"], required: [])
    {
      issued = date(inner["issued"], "issued")
      start = startDay(inner["events-from"], "events-from")
      startsBy = dependentWord(inner["by"], "by")
    }
    guard let id, let title, let region else { return nil }
    return FrontMatter(
      id: id, number: number, title: title, issuer: issuer, issued: issued,
      start: start, startsBy: startsBy, region: region)
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

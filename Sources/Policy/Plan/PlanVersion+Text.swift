import Core
package import PolicyDocument

/// The text of a version as somebody reads it who has no page before them.
extension PlanVersion {
  /// The whole text. What is repealed stays in it: above each such benefit, above its worked examples
  /// and below the heading of an article that is no more, a line says since when and by what.
  ///
  /// - Parameter issued: the plan of the document as it was issued.
  /// - Returns: Markdown.
  package func text(of issued: Plan) -> String {
    let document = plan.document
    var notes: [(at: Int, text: String)] = []
    for benefit in issued.benefits {
      guard let change = repeal(of: benefit) else { continue }
      let id = String(benefit.id.dropFirst(issued.id.count + 1))
      let places =
        document.benefits.filter { $0.id.text == id }.map(\.range)
        + document.examples.filter { $0.benefit.text == id }.map(\.range)
      notes += places.map { (document.source.wholeLines($0).start, change.note + "\n\n") }
    }
    for section in document.sections {
      guard let change = repeal(of: section) else { continue }
      let end = document.source.wholeLines(section.headingRange).end
      notes.append((end, "\n" + change.note + "\n"))
    }
    var bytes: [UInt8] = []
    var done = 0
    for note in notes.sorted(by: { $0.at < $1.at }) {
      bytes += document.source.bytes[done..<note.at]
      bytes += note.text.utf8
      done = note.at
    }
    bytes += document.source.bytes[done...]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The change by which an article is no more.
  ///
  /// - Parameter section: of the version's document.
  /// - Returns: `nil` while it is there, and for what is no article.
  package func repeal(of section: Section) -> Change? {
    guard section.level == 2, let article = section.article else { return nil }
    let last = changes.last { change in
      guard case .article(let name) = change.amendment.target else { return false }
      return article.zh == name || article.en == name
    }
    return last?.amendment.action == .repeal ? last : nil
  }
}

extension PlanVersion.Change {
  /// A quoted line of Markdown.
  fileprivate var note: String {
    let day = amendment.from
    let source = number ?? document
    let (zh, en) =
      amendment.chosen == .event
      ? ("\(day) 起的事项", "events from \(day) on") : ("\(day) 起的认定", "determinations from \(day) on")
    let article = place.article.map { Bilingual(zh: " \($0.zh)", en: " \($0.en)") }
    return "> **已废止**：\(zh)不再给，见 \(source)\(article?.zh ?? "")。 "
      + "*Repealed for \(en) by \(source)\(article?.en ?? "").*"
  }
}

import Core
import PolicyDocument

/// An issued text split into the articles of the document that restates it.
struct TextSplitting {
  /// What stands under each article that was found, by the anchor of its heading.
  private(set) var articles: [String: String] = [:]
  /// Anchors and titles of articles that were not found.
  private(set) var missing: [String] = []
  /// Headings of the text, as they stand.
  private(set) var headings: [String] = []

  /// - Parameters:
  ///   - text: of the whole document.
  ///   - document: whose articles are looked for.
  init(_ text: String, _ document: PolicyDocument) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let found = lines.indices.compactMap { index in
      OrdinalHeading(lines[index]).map { (line: index, heading: $0) }
    }
    let wanted = document.sections.filter { $0.level == 2 }.map { section in
      (section: section, heading: OrdinalHeading(section.title.zh))
    }
    // Articles are one kind of heading; others stand within them.
    let kind = OrdinalHeading.Kind.allCases.max { one, other in
      TextSplitting.hits(one, found.map(\.heading), wanted.map(\.heading))
        < TextSplitting.hits(other, found.map(\.heading), wanted.map(\.heading))
    }
    let own = found.filter { $0.heading.kind == kind }
    headings = found.map { TextSplitting.trimmed(lines[$0.line]) }
    for (section, heading) in wanted {
      let title = section.article?.zh ?? section.title.zh
      guard let heading, let place = own.firstIndex(where: { $0.heading.names(heading) }) else {
        missing.append(title)
        continue
      }
      let end = place + 1 < own.count ? own[place + 1].line : lines.endIndex
      articles[section.anchor] =
        lines[own[place].line..<end]
        .map { TextSplitting.trimmed($0) }.joined(separator: "\n").trimmingLineEnds
    }
  }

  private static func hits(
    _ kind: OrdinalHeading.Kind, _ found: [OrdinalHeading], _ wanted: [OrdinalHeading?]
  ) -> Int {
    wanted.count { article in
      guard let article else { return false }
      return found.contains { $0.kind == kind && $0.names(article) }
    }
  }

  private static func trimmed(_ line: Substring) -> String {
    var text = line
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension String {
  fileprivate var trimmingLineEnds: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}

import Core
import PolicyDocument

/// An issued text split into the articles of the document that restates it.
struct TextSplitting {
  /// What stands under each article that was found, by the anchor of its heading.
  private(set) var articles: [String: String] = [:]
  /// Titles of articles whose headings the text has more than once, and the lines, from 1.
  private(set) var ambiguous: [(title: String, lines: [Int])] = []
  /// Headings of the text, as they stand.
  private(set) var headings: [String] = []

  private let lines: [Substring]
  private let found: [(line: Int, heading: OrdinalHeading)]

  /// - Parameters:
  ///   - text: of the whole document, or of the part that is about it.
  ///   - document: whose articles are looked for.
  ///   - name: what the text is called where the document restates several; else empty.
  init(_ text: String, _ document: PolicyDocument, called name: String = "") {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    self.lines = lines
    found = lines.indices.compactMap { index in
      OrdinalHeading(lines[index]).map { (line: index, heading: $0) }
    }
    headings = found.map { TextSplitting.trimmed(lines[$0.line]) }
    let wanted = TextSplitting.articles(of: document).filter { $0.address.text == name }
    let titled = Dictionary(
      wanted.compactMap { article in
        lines.firstIndex { article.address.isTitled($0) }.map { (article.section.anchor, $0) }
      }
    ) { first, _ in first }
    let kind = mainKind(wanted.map(\.address))
    let own = found.filter { $0.heading.kind == kind }.map(\.line)
    for (section, address) in wanted {
      let range: Range<Int>?
      if let line = titled[section.anchor] {
        range = line..<(own.first { $0 > line } ?? lines.endIndex)
      } else {
        range = place(address, kind, section)
      }
      guard let range else { continue }
      // A heading without a number ends what stands before it.
      let next = titled.values.filter { range.dropFirst().contains($0) }.min() ?? range.upperBound
      let end = end(of: range.lowerBound..<next, before: kind)
      articles[section.anchor] =
        lines[range.lowerBound..<end].map { TextSplitting.trimmed($0) }
        .joined(separator: "\n").trimmingLineEnds
    }
  }

  /// The articles of a document and where its text is to have them.
  static func articles(
    of document: PolicyDocument
  ) -> [(section: Section, address: ArticleAddress)] {
    document.sections.filter { $0.level == 2 }.map { ($0, ArticleAddress($0.title.zh)) }
  }

  /// What the texts are called that a document restates, in its order; empty where it is one.
  static func names(in document: PolicyDocument) -> [String] {
    var names: [String] = []
    for (_, address) in articles(of: document)
    where !address.text.isEmpty && !names.contains(address.text) {
      names.append(address.text)
    }
    return names
  }

  /// Articles are one kind of heading, others stand within them: the kind that most of them have.
  private func mainKind(_ wanted: [ArticleAddress]) -> OrdinalHeading.Kind? {
    func hits(_ kind: OrdinalHeading.Kind) -> Int {
      wanted.count { address in
        guard let step = address.steps.first, step.kind.written.contains(kind) else { return false }
        return found.contains {
          $0.heading.kind == kind && $0.heading.number == step.numbers.lowerBound
        }
      }
    }
    return OrdinalHeading.Kind.allCases.max { hits($0) < hits($1) }.flatMap {
      hits($0) > 0 ? $0 : nil
    }
  }

  /// The lines of an article; `nil` where the text does not have it, or more than once.
  private mutating func place(
    _ address: ArticleAddress, _ main: OrdinalHeading.Kind?, _ section: Section
  ) -> Range<Int>? {
    var scope = lines.startIndex..<lines.endIndex
    for (depth, step) in address.steps.enumerated() {
      // A heading does not stand within itself.
      let within = found.filter {
        scope.contains($0.line) && (depth == 0 || $0.line > scope.lowerBound)
      }
      func starts(_ kind: OrdinalHeading.Kind) -> [Int] {
        within.filter {
          $0.heading.kind == kind && $0.heading.number == step.numbers.lowerBound
        }.map(\.line)
      }
      let kinds = depth == 0 ? step.kind.written.filter { $0 == main } : step.kind.written
      guard let kind = kinds.first(where: { !starts($0).isEmpty }) else { return nil }
      let places = starts(kind)
      if places.count > 1 {
        ambiguous.append((section.article?.zh ?? section.title.zh, places.map { $0 + 1 }))
        return nil
      }
      let next = within.first {
        $0.line > places[0] && $0.heading.kind == kind && !step.numbers.contains($0.heading.number)
      }
      scope = places[0]..<(next?.line ?? scope.upperBound)
    }
    return address.steps.isEmpty ? nil : scope
  }

  /// Where an article ends that the heading of the next chapter follows before the next article.
  private func end(of range: Range<Int>, before main: OrdinalHeading.Kind?) -> Int {
    var end = range.upperBound
    while end - 1 > range.lowerBound {
      let line = lines[end - 1]
      let isChapter =
        OrdinalHeading(line).map { main?.isWithin($0.kind) ?? false } ?? false
      // What ends a sentence is text, whatever it begins with.
      guard line.allSatisfy(\.isWhitespace) || isChapter && !line.contains("。") else { break }
      end -= 1
    }
    return end
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

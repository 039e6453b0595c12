import Core
import MarkdownText

extension DocumentReader {
  /// The text before the first heading stands in a section of its own.
  mutating func openFirstSection(before range: SourceRange) {
    let title = front?.title ?? Bilingual("")
    sections.append(
      Section(
        level: 0, title: title, anchor: "top", headingRange: range.firstByte, path: [],
        article: nil))
  }

  mutating func readHeading(_ block: SourceRange, level: Int) {
    closeBenefit()
    let raw = headingText(block)
    let text = source.slice(raw)
    let title = Bilingual(splitting: text)
    let plain = Bilingual(zh: (title?.zh ?? text).plain, en: (title?.en ?? text).plain)
    sections.append(
      Section(
        level: level, title: plain, anchor: unusedAnchor(for: plain), headingRange: raw,
        path: path(to: plain.zh, level: level), article: article(of: plain, level: level)))
    if title == nil { report(.headingWithoutEnglish(text), at: raw) }
    heading = announced(by: plain, at: raw)
  }

  /// A heading without its signs: `##` and closing `##`, or the line drawn under it.
  private func headingText(_ block: SourceRange) -> SourceRange {
    let lines = LineIndex(source, in: block).lines
    let hash = UInt8(ascii: "#")
    var text = source.trimmed(lines[0])
    guard text.start < text.end, source.bytes[text.start] == hash else {
      let last = lines.count > 1 ? lines[lines.count - 2] : lines[0]
      return source.trimmed(text.joined(last))
    }
    let opening = source.bytes[text.start..<text.end].prefix { $0 == hash }.count
    text = source.trimmed(SourceRange(text.start + opening, text.end))
    let closing = source.bytes[text.start..<text.end].reversed().prefix { $0 == hash }.count
    let end = text.end - closing
    guard closing > 0, end == text.start || source.bytes[end - 1] == UInt8(ascii: " ") else {
      return text
    }
    return source.trimmed(SourceRange(text.start, end))
  }

  private mutating func path(to title: String, level: Int) -> [String] {
    openHeadings.removeAll { $0.level >= level }
    openHeadings.append((level, title))
    return openHeadings.map(\.title)
  }

  /// 第四条 / Article 4: from a heading of level 2, which those below it share.
  private func article(of title: Bilingual, level: Int) -> Bilingual? {
    if level > 2 { return sections.last?.article }
    guard level == 2 else { return nil }
    let words = title.en.split(separator: " ")
    let isNumbered = words.first == "Article" && words.count > 1
    return Bilingual(
      zh: title.zh.split(separator: " ").first.map(String.init) ?? title.zh,
      en: isNumbered ? words.prefix(2).joined(separator: " ") : title.en)
  }

  private mutating func unusedAnchor(for title: Bilingual) -> String {
    let base = title.en.slug.isEmpty ? title.zh.slug : title.en.slug
    var anchor = base
    while let number = anchors[anchor] {
      anchors[anchor] = number + 1
      anchor = "\(base)-\(number + 1)"
    }
    anchors[anchor] = 1
    return anchor
  }

  private mutating func announced(by title: Bilingual, at raw: SourceRange) -> Heading {
    guard let word = DocumentReader.announcing.first(where: { title.zh.hasPrefix($0.word) }) else {
      return .plain
    }
    guard let span = CodeSpan.all(in: source, within: raw).first else {
      // Prose may speak of the original text in a heading of its own.
      if word.needsName { report(.headingWithoutName(example: word.example), at: raw) }
      return .plain
    }
    let name = cell(span.content)
    switch word.word {
    case "算例": return .examples(benefit: name)
    case "原文": return .sourceTable(name: name, unit: title.zh.splittingUnit.unit)
    default: return announcedTable(name, title)
    }
  }

  /// Words that a heading begins with to say what the next table is.
  private static let announcing: [(word: String, example: String, needsName: Bool)] = [
    ("决策表", "#### 决策表 `名称`（单位） · English name", true),
    ("算例", exampleHeading, true),
    ("原文", sourceTableHeading, false),
  ]

  private mutating func announcedTable(_ name: Cell, _ title: Bilingual) -> Heading {
    checkName(name)
    let (english, _) = title.en.splittingUnit
    let rest = title.zh.dropFirst("决策表".count).drop { $0 == " " }.dropFirst(name.text.count)
    let (chinese, unit) = String(rest).splittingUnit
    let label = Bilingual(zh: chinese.isEmpty ? name.text : chinese, en: english)
    return .decisionTable(name: name, label: label, unit: unit)
  }
}

extension String {
  /// The text without the signs of code and emphasis.
  fileprivate var plain: String {
    split(separator: "**", omittingEmptySubsequences: false).joined().filter { $0 != "`" }
  }

  /// Letters and digits, blanks as hyphens, as forges make anchors of headings.
  fileprivate var slug: String {
    var slug = ""
    for character in lowercased() {
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if character.isWhitespace || character == "-", slug.last != "-", !slug.isEmpty {
        slug.append("-")
      }
    }
    return slug.last == "-" ? String(slug.dropLast()) : slug
  }

  /// `Standard amount (yuan)` as `Standard amount` and `yuan`.
  fileprivate var splittingUnit: (text: String, unit: String?) {
    guard let last, last == "）" || last == ")",
      let open = lastIndex(where: { $0 == "（" || $0 == "(" })
    else { return (trimmingBlanks, nil) }
    let unit = self[index(after: open)..<index(before: endIndex)]
    return (String(self[..<open]).trimmingBlanks, unit.isEmpty ? nil : String(unit))
  }
}

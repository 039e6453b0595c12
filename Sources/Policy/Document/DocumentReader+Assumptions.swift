import Core
import MarkdownText
import YAMLText

extension DocumentReader {
  private static let assumptionWord = Bilingual(zh: "假设", en: "Assumption")

  /// Whether a quotation is an assumption.
  func isAssumption(_ block: SourceRange) -> Bool {
    let start = quoteText(block).text
    let word = DocumentReader.assumptionWord
    return start.hasPrefix("**\(word.zh)**") || start.hasPrefix("**\(word.en)**")
  }

  /// ``> **假设** `name`（标签 · label）= `value`（可选 `a`、`b`）：中文理由。 *English reason.*``
  mutating func readAssumption(_ block: MarkdownBlock) {
    let range = source.trimmed(block.range)
    let spans = CodeSpan.all(in: source, within: range)
    guard block.children.count == 1, spans.count >= 2,
      let label = label(before: spans[1], after: spans[0]),
      let rest = AssumptionRest(quoteText(SourceRange(spans[1].range.end, range.end)))
    else {
      report(.assumptionMalformed, at: LineIndex(source, in: range)[1])
      return
    }
    let options = spans.dropFirst(2).filter { $0.range.end <= rest.parenthesisEnd }
    let assumption = Assumption(
      name: cell(spans[0].content), label: label, value: cell(spans[1].content),
      options: options.map { cell($0.content) }, unit: options.isEmpty ? rest.parenthesis : nil,
      reason: rest.reason, section: currentSection, range: range)
    checkName(assumption.name)
    register(assumption.name, as: .assumption)
    refuseSeparators(assumption.value, column: "=")
    let isListed = assumption.options.contains { $0.text == assumption.value.text }
    if !options.isEmpty, !isListed {
      report(.assumptionOutsideOptions(assumption.value.text), at: assumption.value.range)
    }
    noteAssumptionWord(before: spans[0])
    append(.assumption(assumptions.count))
    assumptions.append(assumption)
  }

  /// The word between the stars that stand before the name.
  private mutating func noteAssumptionWord(before name: CodeSpan) {
    let word = DocumentReader.assumptionWord
    let end = source.trimmed(SourceRange(0, name.range.start)).end - "**".utf8.count
    for form in [word.zh, word.en] {
      let range = SourceRange(max(0, end - form.utf8.count), max(0, end))
      if source.slice(range) == form { note(word, at: range) }
    }
  }

  /// The label in parentheses and the equals sign that stand between name and value.
  private func label(before value: CodeSpan, after name: CodeSpan) -> Bilingual? {
    let text = quoteText(SourceRange(name.range.end, value.range.start)).text.trimmingBlanks
    guard text.hasSuffix("=") else { return nil }
    let label = String(text.dropLast()).trimmingBlanks
    guard let open = label.first, let close = label.last, "（(".contains(open), "）)".contains(close)
    else { return nil }
    return Bilingual(splitting: String(label.dropFirst().dropLast()))
  }

  /// `assumes: [name, name]`: the assumptions that a benefit or a stacking rule rests on.
  mutating func assumed(_ node: YAML?) -> [Cell] {
    guard let node else { return [] }
    guard let items = node.items else {
      report(wrongValue("assumes", node, .list), at: node.range)
      return []
    }
    return items.compactMap { text($0, "assumes") }
  }

  /// Names under `assumes` are those of assumptions of this document, wherever they stand.
  mutating func checkAssumed() {
    let known = assumptions.map(\.name.text)
    for name in benefits.flatMap(\.assumes) + stacking.flatMap(\.assumes) + resting
    where !known.contains(name.text) {
      report(.unknownAssumption(name.text, known: known), at: name.range)
    }
  }

  /// The text of a quotation without its `>` signs, its lines joined.
  private func quoteText(_ range: SourceRange) -> QuoteText {
    var quote = QuoteText()
    for line in LineIndex(source, in: range).lines {
      var line = source.trimmed(line)
      if line.start < line.end, source.bytes[line.start] == UInt8(ascii: ">") {
        line = source.trimmed(SourceRange(line.start + 1, line.end))
      }
      quote.append(source.slice(line), from: line)
    }
    return quote
  }
}

/// Text put together from lines, which still knows where each line came from.
private struct QuoteText {
  private(set) var text = ""
  private var origins: [(offset: Int, source: Int)] = []

  /// Lines are joined by a blank between letters of ASCII, and by nothing between Chinese ones.
  mutating func append(_ line: String, from range: SourceRange) {
    let isASCII =
      text.unicodeScalars.last?.isASCII == true
      && line.unicodeScalars.first?.isASCII == true
    if !text.isEmpty, isASCII || line.hasPrefix("*") { text += " " }
    origins.append((text.utf8.count, range.start))
    text += line
  }

  /// The place in the file of a position in `text`.
  func place(of index: String.Index) -> Int {
    let offset = text.utf8.distance(from: text.startIndex, to: index)
    let origin = origins.last { $0.offset <= offset } ?? (0, 0)
    return origin.source + offset - origin.offset
  }
}

/// What follows the value of an assumption: options or unit in parentheses, then the reason.
private struct AssumptionRest {
  let parenthesis: String?
  /// Where the parentheses end in the file; 0 without any.
  let parenthesisEnd: Int
  let reason: Bilingual

  init?(_ quote: QuoteText) {
    var text = quote.text[...]
    text = text.drop { $0 == " " }
    if let open = text.first, open == "（" || open == "(" {
      guard let close = text.firstIndex(where: { $0 == "）" || $0 == ")" }) else { return nil }
      parenthesis = String(text[text.index(after: text.startIndex)..<close])
      parenthesisEnd = quote.place(of: close)
      text = text[text.index(after: close)...].drop { $0 == " " }
    } else {
      parenthesis = nil
      parenthesisEnd = 0
    }
    guard let colon = text.first, colon == "：" || colon == ":" else { return nil }
    text = text.dropFirst()
    guard text.last == "*", let open = text.dropLast().lastIndex(of: "*") else { return nil }
    let english = String(text[text.index(after: open)...].dropLast())
    let chinese = String(text[..<open])
    reason = Bilingual(zh: chinese.trimmingBlanks, en: english.trimmingBlanks)
    guard !reason.zh.isEmpty, !reason.en.isEmpty else { return nil }
  }
}

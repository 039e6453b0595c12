import Core
import MarkdownText
import YAMLText

extension DocumentReader {
  /// A fenced block whose info string begins with `yaml`.
  mutating func readYAML(_ code: MarkdownBlock.CodeBlock, block: SourceRange) {
    let fence = LineIndex(source, in: block)[1]
    guard code.isClosed else {
      report(.blockOpen, at: fence)
      return
    }
    switch code.info.split(separator: " ").dropFirst().joined(separator: " ") {
    case "benefit": readBenefit(code.content, block: block)
    case "amendment": readAmendment(code.content, block: block)
    case "stacking": readStacking(code.content, block: block)
    default: report(.unknownBlock(info: code.info), at: fence)
    }
  }

  /// - Returns: the YAML in the range, or `nil` after reporting why there is none.
  mutating func yaml(_ range: SourceRange) -> YAML? {
    let reading = YAML.parse(source, within: range)
    let expressions = reading.root == nil ? expressionValues(in: range) : []
    if expressions.isEmpty { diagnostics += reading.diagnostics }
    for value in expressions { report(.expressionInYAML(source.slice(value)), at: value) }
    return reading.root
  }

  /// Values that begin with `@` or `>=`, which YAML does not allow. Sought where YAML could not be
  /// read, to say what is wrong better than libyaml does.
  private func expressionValues(in range: SourceRange) -> [SourceRange] {
    LineIndex(source, in: range).lines.compactMap { line in
      var quote: UInt8?
      var mayBegin = true
      for position in line.start..<line.end {
        let byte = source.bytes[position]
        if let open = quote {
          quote = byte == open ? nil : open
          continue
        }
        let next = position + 1 < line.end ? source.bytes[position + 1] : 0
        let isExpression =
          byte == UInt8(ascii: "@") || (byte == UInt8(ascii: ">") && next == UInt8(ascii: "="))
        if mayBegin, isExpression { return expression(from: position, to: line.end) }
        switch byte {
        case UInt8(ascii: "#") where mayBegin: return nil
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          if mayBegin { quote = byte }
          mayBegin = false
        case UInt8(ascii: " "): continue
        case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: "{"),
          UInt8(ascii: ","):
          mayBegin = true
        default: mayBegin = false
        }
      }
      return nil
    }
  }

  /// From its sign to the end of the line or of the value in a list or mapping.
  private func expression(from start: Int, to end: Int) -> SourceRange {
    let closing: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")]
    let stop = source.bytes[start..<end].firstIndex { closing.contains($0) } ?? end
    return source.trimmed(SourceRange(start, stop))
  }

  /// Checks that a node is a mapping with these keys.
  ///
  /// - Returns: its entries by key, or `nil` when it is no mapping.
  mutating func fields(
    of node: YAML, name: String, allowed: [String], required: [String]
  ) -> [String: YAML]? {
    guard let entries = node.entries else {
      report(wrongValue(name, node, .mapping), at: node.range)
      return nil
    }
    var fields: [String: YAML] = [:]
    for entry in entries {
      if YAML.isReadAsBoolean(entry.key) {
        report(.booleanKey(entry.key), at: entry.keyRange)
      } else if !allowed.contains(entry.key) {
        report(.unknownKey(entry.key, allowed: allowed), at: entry.keyRange)
      } else {
        fields[entry.key] = entry.value
      }
    }
    for key in required where fields[key] == nil { report(.missingKey(key), at: node.range) }
    return fields
  }

  mutating func text(_ node: YAML?, _ key: String) -> Cell? {
    guard let node else { return nil }
    guard let text = node.text, !text.isEmpty else {
      report(wrongValue(key, node, .text), at: node.range)
      return nil
    }
    return Cell(text: text, range: node.range)
  }

  mutating func date(_ node: YAML?, _ key: String) -> CivilDate? {
    guard let node else { return nil }
    if let date = node.text.flatMap({ CivilDate($0) }) { return date }
    report(wrongValue(key, node, .date), at: node.range)
    return nil
  }

  /// `{ zh: …, en: … }`, both with text.
  mutating func labels(_ node: YAML?, _ key: String) -> Bilingual? {
    guard let node else { return nil }
    guard let entries = node.entries, entries.count == 2, let zh = node["zh"]?.text,
      let en = node["en"]?.text, !zh.isEmpty, !en.isEmpty
    else {
      report(wrongValue(key, node, .labels), at: node.range)
      return nil
    }
    return Bilingual(zh: zh, en: en)
  }

  mutating func identifier(_ node: YAML?, _ key: String) -> Cell? {
    guard let node, let cell = text(node, key) else { return nil }
    if !cell.text.isIdentifier { report(wrongValue(key, node, .identifier), at: node.range) }
    return cell
  }

  func wrongValue(
    _ key: String, _ node: YAML, _ expected: DocumentProblem.Expected
  ) -> DocumentProblem {
    .wrongValue(key: key, found: node.text ?? "", expected: expected)
  }
}

extension YAML {
  /// Keys that YAML 1.1 takes for truth values; most other tools will.
  static func isReadAsBoolean(_ key: String) -> Bool {
    ["on", "off", "yes", "no", "y", "n", "true", "false"].contains(key.lowercased())
  }
}

extension String {
  /// `skill-upgrade`: a lower-case letter, then such letters, digits and hyphens.
  var isIdentifier: Bool {
    guard let first = utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
      return false
    }
    return utf8.last != UInt8(ascii: "-")
      && utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }
}

internal import CCmark
internal import Core

/// Turns cmark's nodes into blocks with places in the file.
struct BlockBuilder {
  let source: SourceText
  let lines: LineIndex
  /// The first line that was nested too deeply to be followed.
  private(set) var tooDeep: SourceRange?

  init(source: SourceText, lines: LineIndex) {
    self.source = source
    self.lines = lines
  }

  /// The first line that opens more quotations and lists than anybody writes.
  func firstOverlyNestedLine() -> SourceRange? {
    lines.lines.first { line in
      var markers = 0
      for byte in source.bytes[line.start..<line.end] {
        switch byte {
        case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
          markers += 1
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "."), UInt8(ascii: ")"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          continue
        default: return false
        }
        if markers > 4 * MarkdownParser.depthLimit { return true }
      }
      return false
    }
  }

  mutating func children(of node: OpaquePointer, depth: Int) -> [MarkdownBlock] {
    guard depth <= MarkdownParser.depthLimit else {
      if tooDeep == nil { tooDeep = lines[Int(cmark_node_get_start_line(node))] }
      return []
    }
    var blocks: [MarkdownBlock] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      blocks.append(block(child, depth: depth))
      next = cmark_node_next(child)
    }
    return blocks
  }

  private mutating func block(_ node: OpaquePointer, depth: Int) -> MarkdownBlock {
    let first = lines[firstLine(of: node)]
    let last = lines[lastLine(of: node)]
    let range = SourceRange(first.start, last.end)
    let type = cmark_node_get_type(node)
    var kind = MarkdownBlock.Kind.other
    var inner: [MarkdownBlock] = []
    if type == CMARK_NODE_HEADING {
      kind = .heading(level: Int(cmark_node_get_heading_level(node)))
    } else if type == CMARK_NODE_PARAGRAPH {
      kind = .paragraph
    } else if type == CMARK_NODE_CODE_BLOCK {
      kind = .code(codeBlock(node))
    } else if type == CMARK_NODE_HTML_BLOCK {
      kind = .html
    } else if type == CMARK_NODE_THEMATIC_BREAK {
      kind = .thematicBreak
    } else if type == CMARK_NODE_BLOCK_QUOTE {
      kind = .quote
      inner = children(of: node, depth: depth + 1)
    } else if type == CMARK_NODE_LIST {
      kind = .list
      inner = children(of: node, depth: depth + 1)
    } else if type == CMARK_NODE_ITEM {
      kind = .item
      inner = children(of: node, depth: depth + 1)
    } else if isTable(node) {
      kind = .table
    }
    return MarkdownBlock(kind: kind, range: range, children: inner)
  }

  /// A table whose header follows a paragraph without a blank line: cmark says that the table begins
  /// where the paragraph does, and gives the paragraph no place at all.
  private func firstLine(of node: OpaquePointer) -> Int {
    let start = Int(cmark_node_get_start_line(node))
    if isTable(node) { return headerLine(ofTable: node) }
    guard start == 0, let next = cmark_node_next(node), isTable(next) else { return start }
    return Int(cmark_node_get_start_line(next))
  }

  private func isTable(_ node: OpaquePointer) -> Bool {
    String(cString: cmark_node_get_type_string(node)) == "table"
  }

  /// The line above the first line of dashes.
  private func headerLine(ofTable node: OpaquePointer) -> Int {
    let start = Int(cmark_node_get_start_line(node))
    let end = max(start, Int(cmark_node_get_end_line(node)))
    let rule = (start...end).first { number in
      let bytes = source.bytes[lines[number].start..<lines[number].end]
      return number > start && bytes.contains(UInt8(ascii: "-"))
        && bytes.allSatisfy { " \t-:>|".utf8.contains($0) }
    }
    return rule.map { $0 - 1 } ?? start
  }

  /// cmark closes an underlined heading only at the line behind it, and counts that line in.
  private func lastLine(of node: OpaquePointer) -> Int {
    let start = Int(cmark_node_get_start_line(node))
    let end = Int(cmark_node_get_end_line(node))
    if start == 0, let next = cmark_node_next(node), isTable(next) {
      return headerLine(ofTable: next) - 1
    }
    guard cmark_node_get_type(node) == CMARK_NODE_HEADING, start < end else { return end }
    return (start + 1...end).first { isUnderline(lines[$0]) } ?? end
  }

  private func isUnderline(_ line: SourceRange) -> Bool {
    let text = source.trimmed(line)
    let sign = text.start < text.end ? source.bytes[text.start] : 0
    return text.start - line.start < 4 && [UInt8(ascii: "="), UInt8(ascii: "-")].contains(sign)
      && source.bytes[text.start..<text.end].allSatisfy { $0 == sign }
  }

  private func codeBlock(_ node: OpaquePointer) -> MarkdownBlock.CodeBlock {
    let startLine = Int(cmark_node_get_start_line(node))
    let endLine = Int(cmark_node_get_end_line(node))
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    guard cmark_node_get_fenced(node, &length, &offset, &character) != 0 else {
      let whole = SourceRange(lines[startLine].start, lines[endLine].end)
      return MarkdownBlock.CodeBlock(info: "", content: whole, isClosed: true)
    }
    let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
    let fence = UInt8(bitPattern: character)
    let last = source.bytes[lines[endLine].start..<lines[endLine].end]
      .drop { $0 == UInt8(ascii: " ") }
    let fenceLength = last.prefix { $0 == fence }.count
    let rest = last.dropFirst(fenceLength)
      .allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let isClosed = endLine > startLine && fenceLength >= Int(length) && rest
    let start = startLine < lines.lines.count ? lines[startLine + 1].start : lines[startLine].end
    let end = isClosed ? lines[endLine].start : lines[endLine].end
    return MarkdownBlock.CodeBlock(
      info: info, content: SourceRange(start, max(start, end)), isClosed: isClosed)
  }
}

internal import CYaml

/// One event of libyaml's parser, copied out of it. `start` and `end` count characters.
struct Event {
  enum Kind {
    case documentStart
    case alias(String)
    case scalar(String, isPlain: Bool)
    case sequenceStart(isFlow: Bool)
    case sequenceEnd
    case mappingStart(isFlow: Bool)
    case mappingEnd
  }

  let kind: Kind
  let anchor: String?
  let tag: String?
  let start: Int
  let end: Int
}

/// Why libyaml could not go on, in its own words, and where.
struct ParserProblem {
  enum Place {
    case character(Int)
    /// Where it met a character that may stand nowhere.
    case byte(Int)
  }

  let words: String
  let place: Place
}

/// Runs libyaml over UTF-8 bytes and hands every event to `body`, until that returns `false`.
///
/// - Returns: the syntax error that ended the run, if one did.
func readEvents(of bytes: ArraySlice<UInt8>, _ body: (Event) -> Bool) -> ParserProblem? {
  let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  defer { parser.deallocate() }
  guard yaml_parser_initialize(parser) == 1 else {
    return ParserProblem(words: "out of memory", place: .byte(0))
  }
  defer { yaml_parser_delete(parser) }
  // Safe: libyaml reads the buffer only while this closure runs.
  return bytes.withUnsafeBufferPointer { buffer in
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
    var raw = yaml_event_t()
    while true {
      guard yaml_parser_parse(parser, &raw) == 1 else { return problem(of: parser.pointee) }
      let isLast = raw.type == YAML_STREAM_END_EVENT
      let event = Event(raw)
      yaml_event_delete(&raw)
      if isLast { return nil }
      if let event, !body(event) { return nil }
    }
  }
}

private func problem(of parser: yaml_parser_t) -> ParserProblem {
  let words = parser.problem.map { String(cString: $0) } ?? ""
  if parser.error == YAML_READER_ERROR {
    return ParserProblem(words: words, place: .byte(Int(parser.problem_offset)))
  }
  // What is never closed is best shown where it was opened.
  let isUnclosed = words.contains("unexpected end of") || words.contains("unexpected document")
  let mark = isUnclosed ? parser.context_mark : parser.problem_mark
  return ParserProblem(words: words, place: .character(Int(mark.index)))
}

extension Event {
  /// - Returns: `nil` for events that carry nothing: the start of the stream, the end of a document.
  fileprivate init?(_ raw: yaml_event_t) {
    var anchor: UnsafeMutablePointer<yaml_char_t>?
    var tag: UnsafeMutablePointer<yaml_char_t>?
    switch raw.type {
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_ALIAS_EVENT: kind = .alias(text(raw.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = raw.data.scalar
      // Safe: libyaml owns `length` bytes here until the event is deleted; they are copied.
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = .scalar(
        String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
      (anchor, tag) = (scalar.anchor, scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = raw.data.sequence_start
      kind = .sequenceStart(isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE)
      (anchor, tag) = (sequence.anchor, sequence.tag)
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let mapping = raw.data.mapping_start
      kind = .mappingStart(isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE)
      (anchor, tag) = (mapping.anchor, mapping.tag)
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    default: return nil
    }
    self.anchor = text(anchor)
    self.tag = text(tag)
    start = Int(raw.start_mark.index)
    end = Int(raw.end_mark.index)
  }
}

private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
  // Safe: libyaml ends these names with a zero byte.
  pointer.map { String(cString: $0) }
}

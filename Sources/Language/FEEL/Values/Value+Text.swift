import Core

extension Value {
  /// The value as FEEL's `string()` gives it (DMN 1.5, table 73): a string bare, everything else
  /// in its canonical form. `null` for null.
  public var text: String {
    if case .string(let text) = self { return text }
    return literalText
  }

  /// The value as it would be written in an expression: strings quoted, lists in brackets.
  ///
  /// Beyond `Operations.sizeLimit` bytes the rest is `…`.
  public var literalText: String {
    var writer = ValueWriter()
    writer.write(self)
    return writer.isComplete ? writer.text : writer.text + "…"
  }

  /// `text`, or `nil` when it would be larger than `Operations.sizeLimit`.
  var completeText: String? {
    if case .string(let text) = self { return text }
    var writer = ValueWriter()
    writer.write(self)
    return writer.isComplete ? writer.text : nil
  }
}

/// Writes a value as FEEL, and stops when the text grows too large.
private struct ValueWriter {
  private(set) var text = ""
  var isComplete: Bool { text.utf8.count <= Operations.sizeLimit }

  mutating func write(_ value: Value) {
    guard isComplete else { return }
    switch value {
    case .null: text += "null"
    case .boolean(let truth): text += truth ? "true" : "false"
    case .number(let number): text += number.description
    case .string(let string): writeQuoted(string)
    case .date(let date): text += date.description
    case .time(let time): text += time.description
    case .dateTime(let dateTime): text += dateTime.description
    case .yearMonthDuration(let duration): text += duration.description
    case .dayTimeDuration(let duration): text += duration.description
    case .list(let items):
      text += "["
      for (place, item) in items.enumerated() {
        if place > 0 { text += ", " }
        write(item)
      }
      text += "]"
    case .context(let context): write(context)
    case .range(let range): write(range)
    case .function(let function):
      text += "function(" + function.parameterNames.joined(separator: ", ") + ")"
    }
  }

  private mutating func write(_ context: Context) {
    text += "{"
    for (place, entry) in context.entries.enumerated() {
      if place > 0 { text += ", " }
      if FEELCharacter.isName(entry.key) { text += entry.key } else { writeQuoted(entry.key) }
      text += ": "
      write(entry.value)
    }
    text += "}"
  }

  private mutating func write(_ range: RangeValue) {
    if let comparison = range.comparison {
      text += comparison.rawValue + " "
      writeEnd(range.low ?? range.high)
      return
    }
    text += range.lowIncluded ? "[" : "("
    writeEnd(range.low)
    text += ".."
    writeEnd(range.high)
    text += range.highIncluded ? "]" : ")"
  }

  /// Dates and durations as `@"…"`, so that `range()` reads the text back.
  private mutating func writeEnd(_ value: Value?) {
    switch value {
    case .date, .time, .dateTime, .yearMonthDuration, .dayTimeDuration:
      text += "@\"\(value?.literalText ?? "")\""
    default: write(value ?? .null)
    }
  }

  /// A FEEL string literal: quotation marks, backslashes and line ends escaped.
  private mutating func writeQuoted(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

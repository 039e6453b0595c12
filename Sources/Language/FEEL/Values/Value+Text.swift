import Core

extension Value {
  /// The value as FEEL's `string()` gives it (DMN 1.5, table 73): a string bare, everything else
  /// in its canonical form. `null` for null.
  public var text: String {
    if case .string(let text) = self { return text }
    return literalText
  }

  /// The value as it would be written in an expression: strings quoted, lists in brackets.
  public var literalText: String {
    switch self {
    case .null: "null"
    case .boolean(let truth): truth ? "true" : "false"
    case .number(let number): number.description
    case .string(let text): quoted(text)
    case .date(let date): date.description
    case .time(let time): time.description
    case .dateTime(let dateTime): dateTime.description
    case .yearMonthDuration(let duration): duration.description
    case .dayTimeDuration(let duration): duration.description
    case .list(let items): "[" + items.map(\.literalText).joined(separator: ", ") + "]"
    case .context(let context):
      "{"
        + context.entries.map { contextKeyText($0.key) + ": " + $0.value.literalText }
        .joined(separator: ", ") + "}"
    case .range(let range): rangeText(range)
    case .function(let function):
      "function(" + function.parameterNames.joined(separator: ", ") + ")"
    }
  }
}

/// A FEEL string literal: quotation marks, backslashes and line ends escaped.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

private func contextKeyText(_ key: String) -> String {
  let isName = key.unicodeScalars.allSatisfy { FEELCharacter.isNamePart($0) || $0 == " " }
  return isName && key.unicodeScalars.first.map(FEELCharacter.isNameStart) == true
    ? key : quoted(key)
}

private func rangeText(_ range: RangeValue) -> String {
  func endpoint(_ value: Value?) -> String { value.map(rangeEndpointText) ?? "null" }
  if let comparison = range.comparison {
    return comparison.rawValue + " " + endpoint(range.low ?? range.high)
  }
  return (range.lowIncluded ? "[" : "(") + endpoint(range.low) + ".." + endpoint(range.high)
    + (range.highIncluded ? "]" : ")")
}

/// Dates and durations as `@"…"`, so that `range()` reads the text back.
private func rangeEndpointText(_ value: Value) -> String {
  switch value {
  case .date, .time, .dateTime, .yearMonthDuration, .dayTimeDuration:
    "@\"" + value.literalText + "\""
  default: value.literalText
  }
}

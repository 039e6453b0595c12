import Core

/// Why yajl could not go on, in its own words, and where.
struct SyntaxProblem {
  let words: String
  let range: SourceRange

  /// The complaint in words that say what to do.
  ///
  /// - Parameters:
  ///   - path: the place in the value, empty at the top.
  ///   - isEmpty: whether nothing was met at all.
  /// - Returns: JSON001, JSON004 or JSON006.
  func diagnostic(_ path: String, isEmpty: Bool) -> Diagnostic {
    let headings = path.isEmpty ? [] : [path]
    if isEmpty && words.contains("premature EOF") {
      return Diagnostic(
        "JSON006", at: nil, message: Bilingual(zh: "文件是空的", en: "there is nothing in it"),
        advice: Bilingual(zh: "写入一个 JSON 值，如 {}。", en: "Write a JSON value, such as {}."))
    }
    let known = SyntaxProblem.known.first { words.contains($0.fragment) }
    let message =
      known?.message
      ?? Bilingual(zh: "此处不符合 JSON 语法（\(reason)）", en: "this is not JSON (\(reason))")
    let isTrailing = words.contains("trailing garbage")
    return Diagnostic(
      isTrailing ? "JSON004" : "JSON001", at: range, message: message,
      advice: known?.advice
        ?? Bilingual(zh: "检查引号、逗号和括号。", en: "Check quotes, commas and brackets."),
      headings: headings)
  }

  /// yajl's sentence without its kind and line end.
  private var reason: String {
    let tail = words.split(separator: ": ", maxSplits: 1).last ?? ""
    return String(tail.prefix { $0 != "\n" })
  }

  private struct Known {
    let fragment: String
    let message: Bilingual
    let advice: Bilingual

    init(_ fragment: String, _ message: Bilingual, then advice: Bilingual) {
      self.fragment = fragment
      self.message = message
      self.advice = advice
    }
  }

  private static let known: [Known] = [
    Known(
      "premature EOF", Bilingual(zh: "文件在此中断", en: "the file breaks off here"),
      then: Bilingual(
        zh: "补上缺少的引号或括号；若是传来的文件，请重新传一次。",
        en: "Add the missing quote or bracket; if the file was sent, have it sent again.")),
    Known(
      "trailing garbage",
      Bilingual(zh: "JSON 值到此已经结束，后面还有内容", en: "the JSON value has ended before this"),
      then: Bilingual(
        zh: "删去后面的内容，或检查前面是否多了一个括号。",
        en: "Remove what follows, or look for a bracket too many before it.")),
    Known(
      "separated by a colon", Bilingual(zh: "名称后面缺少“:”", en: "a colon is missing behind the name"),
      then: Bilingual(zh: "写成 \"名称\": 值，冒号用半角。", en: "Write \"name\": value.")),
    Known(
      "I expect ',' or '}'", Bilingual(zh: "此处应是逗号或“}”", en: "a comma or } belongs here"),
      then: Bilingual(
        zh: "各项之间用半角逗号分开，最后写上“}”。", en: "Separate members by commas and close the object.")),
    Known(
      "I expect ',' or ']'", Bilingual(zh: "此处应是逗号或“]”", en: "a comma or ] belongs here"),
      then: Bilingual(
        zh: "各项之间用半角逗号分开，最后写上“]”。", en: "Separate items by commas and close the array.")),
    Known(
      "invalid object key",
      Bilingual(zh: "名称必须是双引号里的文字", en: "a name must be text in double quotes"),
      then: Bilingual(
        zh: "给名称加双引号；最后一项后面不要逗号。",
        en: "Put the name in double quotes; no comma follows the last member.")),
    Known(
      "unallowed token", Bilingual(zh: "此处应是一个值", en: "a value belongs here"),
      then: Bilingual(
        zh: "补上值，或删去多余的逗号。", en: "Add the value, or remove the comma too many.")),
    Known(
      "malformed number", Bilingual(zh: "数没有写完整", en: "the number is not complete"),
      then: Bilingual(
        zh: "写成 12、-3 或 0.5 这样的数。", en: "Write a number such as 12, -3 or 0.5.")),
    Known(
      "'\\' occurs before", Bilingual(zh: "“\\”后面不能是这个字符", en: "\\ cannot be followed by this"),
      then: Bilingual(zh: "把“\\”写成“\\\\”。", en: "Write \\\\ for a backslash.")),
    Known(
      "non-hex", Bilingual(zh: "“\\u”后面应是四位十六进制数", en: "four hexadecimal digits belong behind \\u"),
      then: Bilingual(
        zh: "写成如 \\u4e2d，或直接写汉字。", en: "Write \\u4e2d, or the character itself.")),
    Known(
      "invalid character inside string",
      Bilingual(zh: "文字里有换行或控制字符", en: "a line break or control character stands in the text"),
      then: Bilingual(
        zh: "换行写成 \\n；若是引号没有闭合，请补上。",
        en: "Write \\n for a line break, and check that the text has both quotes.")),
    Known(
      "comments are not enabled", Bilingual(zh: "JSON 里不能写注释", en: "JSON has no comments"),
      then: Bilingual(zh: "删去注释。", en: "Remove the comment.")),
    Known(
      "invalid", Bilingual(zh: "此处不能有这个字符", en: "this character cannot stand here"),
      then: Bilingual(
        zh: "文字加半角双引号；引号、逗号、冒号都用半角。",
        en: "Put text in double quotes; use half-width quotes, commas and colons.")),
  ]
}

import Core

extension TreeBuilder {
  /// libyaml's complaint in words that say what to do.
  func syntaxError(_ problem: ParserProblem, in source: SourceText) -> Diagnostic {
    let range: SourceRange =
      switch problem.place {
      case .character(let index): offsets.range(index, index + 1)
      case .byte(let offset): SourceRange(offsets[0] + offset, offsets[0] + offset + 1)
      }
    let words = SyntaxWords.of(problem.words)
    let (line, _) = source.position(at: range.start)
    let isFullWidth = [line, line - 1].contains { source.line($0).contains("：") }
    return Diagnostic(
      "YAML001", at: range, message: words.message,
      advice: isFullWidth ? SyntaxWords.fullWidthColon : words.advice)
  }
}

/// What libyaml's messages mean to somebody who writes a policy.
private struct SyntaxWords {
  let message: Bilingual
  let advice: Bilingual

  static let fullWidthColon = Bilingual(
    zh: "冒号请用半角“:”，后面加一个空格。", en: "Write the colon as \":\" (half width) and a blank.")

  static func of(_ problem: String) -> SyntaxWords {
    for (fragment, words) in known where problem.contains(fragment) { return words }
    return SyntaxWords(
      message: Bilingual(
        zh: "此处不符合 YAML 语法（\(problem)）", en: "this is not YAML (\(problem))"),
      advice: Bilingual(
        zh: "检查这一行和上一行的缩进、引号和冒号。",
        en: "Check indentation, quotes and colons of this line and the one before."))
  }

  private init(message: Bilingual, advice: Bilingual) {
    self.message = message
    self.advice = advice
  }

  private init(_ zh: String, _ en: String, then adviceZh: String, _ adviceEn: String) {
    self.init(message: Bilingual(zh: zh, en: en), advice: Bilingual(zh: adviceZh, en: adviceEn))
  }

  private static let known: [(String, SyntaxWords)] = [
    (
      "mapping values are not allowed",
      SyntaxWords(
        "此处不能再有“键: 值”", "a second \"key: value\" cannot stand here",
        then: "缩进与上一个键对齐；若冒号属于文字，请给整段文字加引号。",
        "Align it with the key above; if the colon belongs to a text, put the text in quotes.")
    ),
    (
      "could not find expected ':'",
      SyntaxWords(
        "这一行缺少“: ”", "this line has no \": \"",
        then: "写成“键: 值”，冒号后加一个空格。", "Write \"key: value\", with a blank behind the colon.")
    ),
    (
      "did not find expected key",
      SyntaxWords(
        "这里应是一个与上文对齐的键", "a key aligned with those above belongs here",
        then: "检查缩进，或给上一行的文字加完整的引号。",
        "Check the indentation, and that the text above has both of its quotes.")
    ),
    (
      "did not find expected '-' indicator",
      SyntaxWords(
        "列表中的这一行缺少“- ”", "this line of a list has no \"- \"",
        then: "在行首加“- ”，并与上面各项对齐。", "Begin it with \"- \", aligned with the items above.")
    ),
    (
      "did not find expected ',' or",
      SyntaxWords(
        "括号里的各项之间缺逗号，或括号没有闭合", "a comma or the closing bracket is missing",
        then: "各项用半角逗号分开，并写上闭合的括号。",
        "Separate the items by commas (half width) and close the bracket.")
    ),
    (
      "block sequence entries are not allowed",
      SyntaxWords(
        "“- ”不能写在键的同一行", "\"- \" cannot stand on the line of its key",
        then: "把列表各项写到下面各行。", "Put the items on the lines below.")
    ),
    (
      "cannot start any token",
      SyntaxWords(
        "值不能以这个字符开头", "a value cannot begin with this character",
        then: "给值加引号；缩进用空格，不用制表符；FEEL 表达式写在规则表里。",
        "Put the value in quotes; indent with blanks, not tabs; FEEL belongs in the rule table.")
    ),
    (
      "tab character",
      SyntaxWords(
        "缩进里有制表符", "there is a tab in the indentation",
        then: "缩进只用空格。", "Indent with blanks only.")
    ),
    (
      "expected comment or line break",
      SyntaxWords(
        "“>”或“|”之后应当换行", "a line break must follow \">\" or \"|\"",
        then: "给值加引号；FEEL 表达式写在规则表里，不写在 YAML 里。",
        "Put the value in quotes; FEEL belongs in the rule table, not in YAML.")
    ),
    (
      "unexpected end of stream",
      SyntaxWords(
        "引号没有闭合", "a quote is not closed",
        then: "在文字末尾补上同样的引号。", "Close the text with the same quote.")
    ),
    (
      "unexpected document indicator",
      SyntaxWords(
        "引号没有闭合", "a quote is not closed",
        then: "在文字末尾补上同样的引号。", "Close the text with the same quote.")
    ),
    (
      "unknown escape character",
      SyntaxWords(
        "双引号里的“\\”后面不能是这个字符", "\"\\\" cannot be followed by this character",
        then: "改用单引号，或把“\\”写成“\\\\”。", "Use single quotes, or write \"\\\\\" for \"\\\".")
    ),
    (
      "control characters are not allowed",
      SyntaxWords(
        "有不可见的控制字符", "there is an invisible control character",
        then: "删去它；从别处粘贴的文字请重新输入。", "Delete it; type pasted text anew.")
    ),
    (
      "expected <document start>",
      SyntaxWords(
        "文档到此已经结束，后面不能再有内容", "the document has ended before this",
        then: "检查这一行的缩进和上一行是否完整。",
        "Check the indentation of this line, and that the line before is complete.")
    ),
  ]
}

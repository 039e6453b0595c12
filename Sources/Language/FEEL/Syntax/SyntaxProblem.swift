import Core

/// What can be wrong with the writing of an expression, with its words in one place.
///
/// Codes FEEL001–FEEL019.
enum SyntaxProblem: Error {
  case unknownCharacter(Unicode.Scalar)
  case fullWidth(Unicode.Scalar, meant: String)
  case unclosedString
  case unclosedComment
  case numberOutOfRange(String)
  case empty
  case expectedExpression(found: String)
  case expected(String, found: String, within: Bilingual)
  case unexpectedRest(String)
  case thousandsSeparator
  case nestedTooDeeply(limit: Int)
  case duplicateKey(String)
  case badAtLiteral(String)
  case expectedName(found: String)
  case expectedType(found: String)

  func diagnostic(at range: SourceRange) -> Diagnostic {
    Diagnostic(code, at: range, message: message, advice: advice)
  }

  private var code: String {
    switch self {
    case .unknownCharacter: "FEEL001"
    case .fullWidth: "FEEL002"
    case .unclosedString: "FEEL003"
    case .unclosedComment: "FEEL004"
    case .numberOutOfRange: "FEEL005"
    case .empty: "FEEL006"
    case .expectedExpression: "FEEL007"
    case .expected: "FEEL008"
    case .unexpectedRest: "FEEL009"
    case .thousandsSeparator: "FEEL010"
    case .nestedTooDeeply: "FEEL011"
    case .duplicateKey: "FEEL012"
    case .badAtLiteral: "FEEL013"
    case .expectedName: "FEEL014"
    case .expectedType: "FEEL015"
    }
  }

  private var message: Bilingual {
    switch self {
    case .unknownCharacter(let scalar):
      Bilingual(zh: "表达式里不能有字符“\(scalar)”", en: "an expression cannot contain “\(scalar)”")
    case .fullWidth(let scalar, _):
      Bilingual(
        zh: "全角符号“\(scalar)”不是表达式的符号", en: "the full-width sign “\(scalar)” is no sign of FEEL")
    case .unclosedString: Bilingual(zh: "文本没有结束引号", en: "this text has no closing quotation mark")
    case .unclosedComment: Bilingual(zh: "注释没有结束", en: "this comment is not closed")
    case .numberOutOfRange(let text):
      Bilingual(zh: "数字 \(text) 太大或太小", en: "the number \(text) is too large or too small")
    case .empty: Bilingual(zh: "这里没有表达式", en: "there is no expression here")
    case .expectedExpression(let found):
      Bilingual(zh: "这里应当是一个值，却是\(zh(found))", en: "a value should stand here, not \(en(found))")
    case .expected(let sign, let found, let construct):
      Bilingual(
        zh: "\(construct.zh)里应当是“\(sign)”，却是\(zh(found))",
        en: "“\(sign)” should stand here in \(construct.en), not \(en(found))")
    case .unexpectedRest(let found):
      Bilingual(
        zh: "表达式到此已经完整，后面却还有\(zh(found))", en: "the expression is complete before \(en(found))")
    case .thousandsSeparator:
      Bilingual(zh: "数字里不能用逗号分位", en: "a number cannot contain commas")
    case .nestedTooDeeply(let limit):
      Bilingual(
        zh: "表达式的层次超过 \(limit)", en: "the expression is nested more than \(limit) levels deep")
    case .duplicateKey(let key):
      Bilingual(zh: "上下文里“\(key)”写了两次", en: "the context has “\(key)” twice")
    case .badAtLiteral(let text):
      Bilingual(
        zh: "@\"\(text)\" 不是日期、时刻或时长", en: "@\"\(text)\" is no date, time or duration")
    case .expectedName(let found):
      Bilingual(zh: "这里应当是一个名称，却是\(zh(found))", en: "a name should stand here, not \(en(found))")
    case .expectedType(let found):
      Bilingual(zh: "这里应当是一个类型，却是\(zh(found))", en: "a type should stand here, not \(en(found))")
    }
  }

  private var advice: Bilingual {
    switch self {
    case .unknownCharacter: Bilingual(zh: "请删去这个字符。", en: "Delete this character.")
    case .fullWidth(_, let meant):
      Bilingual(zh: "请改用半角符号 \(meant) 。", en: "Use the half-width sign \(meant) instead.")
    case .unclosedString: Bilingual(zh: "请在文本末尾补上 \" 。", en: "Put a \" at the end of the text.")
    case .unclosedComment: Bilingual(zh: "请在注释末尾补上 */ 。", en: "Put */ at the end of the comment.")
    case .numberOutOfRange:
      Bilingual(
        zh: "数字最多 34 位有效数字，指数在 −6176 与 6111 之间。",
        en: "Numbers have up to 34 digits and exponents between −6176 and 6111.")
    case .empty:
      Bilingual(
        zh: "请写上一个值或条件，例如 等级 >= 3 。", en: "Write a value or a condition, such as level >= 3.")
    case .expectedExpression:
      Bilingual(
        zh: "请检查前面的运算符是否多余，或补上缺少的值。", en: "Remove the sign before it, or write the missing value.")
    case .expected(let sign, _, _):
      Bilingual(zh: "请在此处写上 \(sign) 。", en: "Write \(sign) here.")
    case .unexpectedRest:
      Bilingual(
        zh: "请在两部分之间写上运算符（如 and、+、=），或删去多余的部分。",
        en: "Join the two parts with an operator (and, +, = …), or delete the rest.")
    case .thousandsSeparator:
      Bilingual(zh: "请把 1,000 写成 1000 。", en: "Write 1000, not 1,000.")
    case .nestedTooDeeply:
      Bilingual(zh: "请把它拆成几个有名称的定义。", en: "Split it into several named definitions.")
    case .duplicateKey: Bilingual(zh: "请删去其中一个，或改名。", en: "Delete or rename one of them.")
    case .badAtLiteral:
      Bilingual(
        zh: "请写成 @\"2019-05-03\"、@\"10:15:00\"、@\"2019-05-03T10:15:00\"、@\"P1Y2M\" 或 @\"P3DT4H\" 。",
        en:
          "Write @\"2019-05-03\", @\"10:15:00\", @\"2019-05-03T10:15:00\", @\"P1Y2M\" or @\"P3DT4H\"."
      )
    case .expectedName:
      Bilingual(
        zh: "名称由汉字、字母、数字和下划线组成，不以数字开头。",
        en: "Names consist of letters, digits and underscores and begin with a letter.")
    case .expectedType:
      Bilingual(
        zh: "例如 number、string、date、list<number> 。",
        en: "Such as number, string, date, list<number>.")
    }
  }

  /// What was found instead; nothing means the end.
  private func zh(_ found: String) -> String { found.isEmpty ? "结尾" : "“\(found)”" }
  private func en(_ found: String) -> String { found.isEmpty ? "the end" : "“\(found)”" }
}

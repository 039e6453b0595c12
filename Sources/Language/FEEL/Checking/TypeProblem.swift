import Core

/// What the types of an expression can have against it, with the words in one place.
///
/// Codes FEEL020–FEEL034.
enum TypeProblem {
  case unknownName(String, nearest: String?)
  case unknownMember(String, of: FEELType, nearest: String?, members: [String])
  case operands(String, FEELType, FEELType)
  case operand(String, FEELType)
  case notInEnumeration(Value, nearest: String?, literals: [Value])
  case argumentCount(String, given: Int, forms: [String])
  case argumentType(String, place: Int, expected: FEELType, found: FEELType)
  case notBoolean(FEELType)
  case notFunction(FEELType)
  case unknownParameter(String, of: String, known: [String])
  case incomparable(FEELType, FEELType)
  case unknownType(String)
  case bareDate(String)
  case noDomain(FEELType)
  case filter(FEELType)
  case rangeEnds(FEELType, FEELType)
  case unexpectedType(expected: FEELType, found: FEELType)

  func diagnostic(at range: SourceRange) -> Diagnostic {
    Diagnostic(code, at: range, message: message, advice: advice)
  }

  private var code: String {
    switch self {
    case .unknownName: "FEEL020"
    case .unknownMember: "FEEL021"
    case .operands, .operand: "FEEL022"
    case .notInEnumeration: "FEEL023"
    case .argumentCount: "FEEL024"
    case .argumentType: "FEEL025"
    case .notBoolean: "FEEL026"
    case .notFunction: "FEEL027"
    case .unknownParameter: "FEEL028"
    case .incomparable: "FEEL029"
    case .unknownType: "FEEL030"
    case .bareDate: "FEEL031"
    case .noDomain: "FEEL032"
    case .filter: "FEEL033"
    case .rangeEnds: "FEEL034"
    case .unexpectedType: "FEEL035"
    }
  }

  private var message: Bilingual {
    switch self {
    case .unknownName(let name, _):
      Bilingual(zh: "没有名为“\(name)”的值或函数", en: "no value or function is named “\(name)”")
    case .unknownMember(let member, let type, _, _):
      Bilingual(
        zh: "\(type.name.zh) 没有成员“\(member)”", en: "\(type.name.en) has no member “\(member)”")
    case .operands(let sign, let left, let right):
      Bilingual(
        zh: "“\(sign)”不能用于\(left.name.zh)和\(right.name.zh)",
        en: "“\(sign)” does not take \(left.name.en) and \(right.name.en)")
    case .operand(let sign, let type):
      Bilingual(
        zh: "“\(sign)”不能用于\(type.name.zh)", en: "“\(sign)” does not take \(type.name.en)")
    case .notInEnumeration(let literal, _, _):
      Bilingual(
        zh: "\(literal.literalText) 不是可选的值",
        en: "\(literal.literalText) is not one of the values it can have")
    case .argumentCount(let name, let given, _):
      Bilingual(
        zh: "函数 \(name) 不能用 \(given) 个参数调用",
        en: "the function \(name) does not take \(given) argument\(given == 1 ? "" : "s")")
    case .argumentType(let name, let place, let expected, let found):
      Bilingual(
        zh: "函数 \(name) 的第 \(place + 1) 个参数应是\(expected.name.zh)，却是\(found.name.zh)",
        en: "argument \(place + 1) of \(name) should be \(expected.name.en), not \(found.name.en)")
    case .notBoolean(let type):
      Bilingual(
        zh: "这里要一个条件（真假值），却是\(type.name.zh)",
        en: "a condition (a boolean) is needed here, not \(type.name.en)")
    case .notFunction(let type):
      Bilingual(
        zh: "\(type.name.zh)不是函数，不能调用", en: "\(type.name.en) is no function to be called")
    case .unknownParameter(let parameter, let name, _):
      Bilingual(
        zh: "函数 \(name) 没有参数“\(parameter)”", en: "\(name) has no parameter “\(parameter)”")
    case .incomparable(let left, let right):
      Bilingual(
        zh: "\(left.name.zh)和\(right.name.zh)不能比较",
        en: "\(left.name.en) and \(right.name.en) cannot be compared")
    case .unknownType(let name):
      Bilingual(zh: "没有类型“\(name)”", en: "there is no type “\(name)”")
    case .bareDate(let text):
      Bilingual(
        zh: "\(text) 在这里是减法，不是日期", en: "\(text) is a subtraction here, not a date")
    case .noDomain(let type):
      Bilingual(
        zh: "不能逐项取\(type.name.zh)", en: "\(type.name.en) cannot be gone through item by item")
    case .filter(let type):
      Bilingual(
        zh: "方括号里要一个条件或序号，却是\(type.name.zh)",
        en: "the brackets need a condition or an index, not \(type.name.en)")
    case .rangeEnds(let low, let high):
      Bilingual(
        zh: "区间的两端是\(low.name.zh)和\(high.name.zh)",
        en: "the ends of the range are \(low.name.en) and \(high.name.en)")
    case .unexpectedType(let expected, let found):
      Bilingual(
        zh: "这里要\(expected.name.zh)，却是\(found.name.zh)",
        en: "\(expected.name.en) is needed here, not \(found.name.en)")
    }
  }

  private var advice: Bilingual {
    switch self {
    case .unknownName(_, let nearest?), .unknownMember(_, _, let nearest?, _):
      return Bilingual(zh: "是否想写“\(nearest)”？", en: "Did you mean “\(nearest)”?")
    case .unknownName(_, nil):
      return Bilingual(
        zh: "请检查名称，或先定义它；文本要加引号。",
        en: "Check the name or define it first; text stands in quotation marks.")
    case .unknownMember(_, _, nil, let members): return TypeProblem.choice(members)
    case .operands, .operand, .unexpectedType, .argumentType:
      return Bilingual(
        zh: "请改用合适类型的值，或先用 number()、string()、date() 等转换。",
        en: "Use a value of a fitting type, or convert it by number(), string(), date() …")
    case .notInEnumeration(_, let nearest?, _):
      return Bilingual(zh: "是否想写 \(nearest) ？", en: "Did you mean \(nearest)?")
    case .notInEnumeration(_, nil, let literals):
      return TypeProblem.choice(literals.map(\.literalText))
    case .argumentCount(_, _, let forms):
      let text = forms.joined(separator: "; ")
      return Bilingual(zh: "写法：\(text)", en: "Write \(text).")
    case .notBoolean:
      return Bilingual(
        zh: "请写成比较，例如 等级 >= 3 。", en: "Write a comparison, such as level >= 3.")
    case .notFunction:
      return Bilingual(zh: "请去掉括号，或检查名称。", en: "Drop the parentheses, or check the name.")
    case .unknownParameter(_, _, let known): return TypeProblem.choice(known)
    case .incomparable:
      return Bilingual(
        zh: "两边应是同一类值；文本要加引号，日期写成 @\"2019-05-03\" 。",
        en: "Both sides should be of one type; text stands in quotation marks, a date is "
          + "@\"2019-05-03\".")
    case .unknownType:
      return Bilingual(
        zh: "例如 number、string、date、list<number> 。",
        en: "Such as number, string, date, list<number>.")
    case .bareDate(let text):
      return Bilingual(
        zh: "请写成 @\"\(text)\"；若确是减法，请在减号两边加空格。",
        en: "Write @\"\(text)\"; if you mean to subtract, put blanks around the signs.")
    case .noDomain:
      return Bilingual(
        zh: "in 后面应是列表，或整数、日期的区间，例如 1..10 。",
        en: "A list belongs behind in, or a range of whole numbers or dates such as 1..10.")
    case .filter:
      return Bilingual(
        zh: "例如 [等级 >= 3] 或 [1] 。", en: "Such as [level >= 3] or [1].")
    case .rangeEnds:
      return Bilingual(
        zh: "两端应同是数字、文本、日期、时刻或时长。",
        en: "Both ends should be numbers, strings, dates, times or durations.")
    }
  }

  /// The possibilities, the first dozen of them.
  private static func choice(_ texts: [String]) -> Bilingual {
    if texts.isEmpty {
      return Bilingual(zh: "请检查名称。", en: "Check the name.")
    }
    let shown = texts.prefix(12)
    let more = texts.count > shown.count ? " …" : ""
    return Bilingual(
      zh: "可以写：\(shown.joined(separator: "、"))\(more)",
      en: "Choose one of: \(shown.joined(separator: ", "))\(more)")
  }
}

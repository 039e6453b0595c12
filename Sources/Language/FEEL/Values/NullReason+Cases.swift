import Core

/// Thrown inside the interpreter where a value was asked for and there is none; it becomes a null.
extension NullReason: Error {}

/// All the reasons FEEL itself gives, with their words in one place. Codes FEEL-N01–FEEL-N29.
extension NullReason {
  static func operands(_ sign: String, _ left: Value, _ right: Value) -> NullReason {
    let (l, r) = (left.type.name, right.type.name)
    return NullReason(
      "FEEL-N01",
      Bilingual(
        zh: "“\(sign)”不能用于\(l.zh)和\(r.zh)", en: "“\(sign)” does not take \(l.en) and \(r.en)"))
  }

  static func operand(_ sign: String, _ value: Value) -> NullReason {
    let type = value.type.name
    return NullReason(
      "FEEL-N01", Bilingual(zh: "“\(sign)”不能用于\(type.zh)", en: "“\(sign)” does not take \(type.en)")
    )
  }

  static let nullOperand = NullReason(
    "FEEL-N02", Bilingual(zh: "参与运算的值是空值", en: "an operand is null"))

  static let divisionByZero = NullReason(
    "FEEL-N03", Bilingual(zh: "除数是零", en: "the divisor is zero"))

  static let noFiniteNumber = NullReason(
    "FEEL-N04", Bilingual(zh: "结果不是有限的数", en: "the result is no finite number"))

  static func outOfRange(_ number: Decimal128) -> NullReason {
    NullReason(
      "FEEL-N05", Bilingual(zh: "数字 \(number) 超出允许的范围", en: "the number \(number) is out of range"))
  }

  static func unknownName(_ name: String) -> NullReason {
    NullReason("FEEL-N06", Bilingual(zh: "没有名为“\(name)”的值", en: "nothing is named “\(name)”"))
  }

  static func noMember(_ member: String, of value: Value) -> NullReason {
    let type = value.type.name
    return NullReason(
      "FEEL-N07",
      Bilingual(zh: "\(type.zh)没有成员“\(member)”", en: "\(type.en) has no member “\(member)”"))
  }

  static func noItem(_ index: String, count: Int) -> NullReason {
    NullReason(
      "FEEL-N08",
      Bilingual(zh: "列表有 \(count) 项，没有第 \(index) 项", en: "a list of \(count) has no item \(index)"))
  }

  static func notBoolean(_ value: Value) -> NullReason {
    let type = value.type.name
    return NullReason(
      "FEEL-N09",
      Bilingual(zh: "这里要真假值，却是\(type.zh)", en: "a boolean is needed here, not \(type.en)"))
  }

  static func notFunction(_ value: Value) -> NullReason {
    let type = value.type.name
    return NullReason(
      "FEEL-N10", Bilingual(zh: "\(type.zh)不是函数", en: "\(type.en) is no function"))
  }

  static func argumentCount(_ name: String, given: Int) -> NullReason {
    NullReason(
      "FEEL-N11",
      Bilingual(
        zh: "\(name) 不能用 \(given) 个参数调用",
        en: "\(name) does not take \(given) argument\(given == 1 ? "" : "s")"))
  }

  static func argumentName(_ name: String, _ parameter: String) -> NullReason {
    NullReason(
      "FEEL-N12",
      Bilingual(zh: "\(name) 没有参数“\(parameter)”", en: "\(name) has no parameter “\(parameter)”"))
  }

  static func wrongArgument(_ value: Value, place: Int, expected: FEELType) -> NullReason {
    let (found, needed) = (value.type.name, expected.name)
    return NullReason(
      "FEEL-N13",
      Bilingual(
        zh: "第 \(place + 1) 个参数应是\(needed.zh)，却是\(found.zh)",
        en: "argument \(place + 1) should be \(needed.en), not \(found.en)"))
  }

  static func wrongElement(_ value: Value, expected: FEELType) -> NullReason {
    let (found, needed) = (value.type.name, expected.name)
    return NullReason(
      "FEEL-N14",
      Bilingual(
        zh: "列表的每一项都应是\(needed.zh)，却有\(found.zh)",
        en: "every item should be \(needed.en), but one is \(found.en)"))
  }

  static func tooDeep(limit: Int) -> NullReason {
    NullReason(
      "FEEL-N15",
      Bilingual(zh: "计算的层次超过 \(limit)", en: "evaluation went more than \(limit) levels deep"))
  }

  static let external = NullReason(
    "FEEL-N16", Bilingual(zh: "不执行外部函数", en: "external functions are not run"))

  static func noDomain(_ value: Value) -> NullReason {
    let type = value.type.name
    return NullReason(
      "FEEL-N17",
      Bilingual(zh: "不能逐项取\(type.zh)", en: "\(type.en) cannot be gone through item by item"))
  }

  static func tooMany(limit: Int) -> NullReason {
    NullReason("FEEL-N18", Bilingual(zh: "超过 \(limit) 项", en: "more than \(limit) items"))
  }

  static let beyondCalendar = NullReason(
    "FEEL-N19",
    Bilingual(zh: "结果超出日历的范围（±999,999,999 年）", en: "the result is beyond the years ±999,999,999"))

  static func notReadable(_ text: String, as type: FEELType) -> NullReason {
    let name = type.name
    return NullReason(
      "FEEL-N20", Bilingual(zh: "“\(text)”不是\(name.zh)", en: "“\(text)” is no \(name.en)"))
  }

  static func pattern(_ pattern: String, _ why: Bilingual) -> NullReason {
    NullReason(
      "FEEL-N21",
      Bilingual(zh: "正则表达式“\(pattern)”：\(why.zh)", en: "the pattern “\(pattern)”: \(why.en)"))
  }

  static let rangeEnds = NullReason(
    "FEEL-N22",
    Bilingual(
      zh: "区间的两端应是同一类可比较的值，且前端不大于后端",
      en: "the ends of a range should be of one ordered type, the first not above the second"))

  static let emptyList = NullReason("FEEL-N23", Bilingual(zh: "列表是空的", en: "the list is empty"))

  static let mixedZones = NullReason(
    "FEEL-N24",
    Bilingual(zh: "一个时刻有时区，另一个没有", en: "one of the times has a zone and the other has none"))

  static let noZone = NullReason(
    "FEEL-N29", Bilingual(zh: "这个时刻没有写时区", en: "no such zone is written with the time"))

  static func unknownType(_ name: String) -> NullReason {
    NullReason("FEEL-N25", Bilingual(zh: "没有类型“\(name)”", en: "there is no type “\(name)”"))
  }

  static func wrongType(_ value: Value, expected: FEELType) -> NullReason {
    let (found, needed) = (value.type.name, expected.name)
    return NullReason(
      "FEEL-N26",
      Bilingual(zh: "应是\(needed.zh)，却是\(found.zh)", en: "\(needed.en) is needed, not \(found.en)"))
  }

  static func invalidArgument(_ why: Bilingual) -> NullReason { NullReason("FEEL-N27", why) }

  static func duplicateKey(_ key: String) -> NullReason {
    NullReason(
      "FEEL-N28", Bilingual(zh: "“\(key)”出现了两次", en: "“\(key)” occurs twice"))
  }
}

extension Value {
  /// The null an operation gives for null operands: the reason of the first that has one.
  static func null(from operands: Value...) -> Value {
    for case .null(let reason?) in operands { return .null(reason) }
    return .null(.nullOperand)
  }

  /// This value; a null without a place gets the one where it arose.
  func located(at range: SourceRange) -> Value {
    guard case .null(var reason?) = self, reason.range == nil else { return self }
    reason.range = range
    return .null(reason)
  }
}

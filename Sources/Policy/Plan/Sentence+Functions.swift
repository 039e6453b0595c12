import Core
import FEEL

/// Functions and aggregates in words.
extension Plan {
  func functionPhrase(_ function: PolicyFunction, _ arguments: [Phrase]) -> Phrase {
    let first = arguments.first?.text ?? Bilingual("")
    let second = arguments.dropFirst().first?.text ?? Bilingual("")
    switch function {
    case .covers:
      return Phrase("\(first.zh)包含\(second.zh)", "\(first.en) covers \(second.en)", .clause)
        .or("\(first.zh)不包含\(second.zh)", "\(first.en) does not cover \(second.en)")
    case .coveredMonths:
      return Phrase(
        "\(first.zh)截至\(second.zh)累计覆盖的月数",
        "the number of months that the \(first.en) cover through \(second.en)")
    case .nextMonth: return Phrase("\(first.zh)的次月", "the month after \(first.en)")
    case .monthEnd: return Phrase("\(first.zh)的月末", "the end of \(first.en)")
    case .inShortage:
      return Phrase(
        "\(first.zh)列入\(second.zh)的紧缺职业目录",
        "\(first.en) is in the shortage list of \(second.en)", .clause
      ).or(
        "\(first.zh)没有列入\(second.zh)的紧缺职业目录",
        "\(first.en) is not in the shortage list of \(second.en)")
    case .inAllowanceList:
      return Phrase(
        "\(first.zh)列入\(second.zh)的岗位津贴职业目录",
        "\(first.en) is in the list for the post allowance of \(second.en)", .clause
      ).or(
        "\(first.zh)没有列入\(second.zh)的岗位津贴职业目录",
        "\(first.en) is not in the list for the post allowance of \(second.en)")
    case .isLocal:
      return Phrase(
        "\(first.zh)在本文件适用的地区内", "\(first.en) lies in the document’s region", .clause
      ).or("\(first.zh)不在本文件适用的地区内", "\(first.en) does not lie in the document’s region")
    case .appraisalStandard:
      return Phrase(
        "\(first.zh)在\(second.zh)上的鉴定补贴标准",
        "the appraisal standard for \(first.en) at \(second.en)")
    case .ofYear:
      return Phrase("\(second.zh)的\(first.zh)", "\(first.en) of \(second.en)")
    case .sumOfHighest:
      return Phrase(
        "\(second.zh)按\(first.zh)各取最高后之和",
        "the sum of the highest \(second.en) for each \(first.en)")
    }
  }

  /// The best of each key of a list, added up.
  func highestPhrase(_ arguments: [NodeID]) -> Phrase {
    guard arguments.count == 2, case .map(let list, let keys) = nodes[arguments[0]].operation,
      case .map(_, let values) = nodes[arguments[1]].operation, let key = column(keys),
      let value = column(values)
    else { return functionPhrase(.sumOfHighest, arguments.map(phrase(for:))) }
    let source = phrase(for: list).text
    return Phrase(
      "\(source.zh)按\(key.zh)各取最高的“\(value.zh)”之和",
      "the sum of each \(key.en)’s highest “\(value.en)” in \(source.en)")
  }

  func aggregatePhrase(_ aggregate: Aggregate, _ list: NodeID) -> Phrase {
    let list = phrase(for: list).text
    switch aggregate {
    case .count: return Phrase("\(list.zh)的条数", "the number of \(list.en)")
    case .sum: return Phrase("\(list.zh)之和", "the sum of \(list.definite)")
    case .min: return Phrase("\(list.zh)中最小的", "the least \(list.en)")
    case .max: return Phrase("\(list.zh)中最大的", "the greatest \(list.en)")
    }
  }

  /// `duration("P365D")` as 365 天; `nil` for any other call.
  func durationPhrase(_ name: String, _ arguments: [NodeID]) -> Phrase? {
    guard name == "duration", arguments.count == 1,
      case .constant(.string(let text)) = nodes[arguments[0]].operation
    else { return nil }
    let value =
      YearMonthDuration(text).map(Value.yearMonthDuration)
      ?? DayTimeDuration(text).map(Value.dayTimeDuration)
    return value.map { Phrase(words(for: $0, .any)) }
  }

  func builtInPhrase(_ name: String, _ arguments: [Phrase]) -> Phrase {
    let texts = arguments.map { $0.text(atMost: .sum) }
    let zh = texts.map(\.zh)
    let en = texts.map(\.en)
    let listZh = zh.joined(separator: "、")
    let listEn = en.joined(separator: ", ")
    switch (name, texts.count) {
    case ("min", 2):
      return Phrase("\(zh[0])和\(zh[1])中较小的", "the lesser of \(en[0]) and \(en[1])")
    case ("max", 2):
      return Phrase("\(zh[0])和\(zh[1])中较大的", "the greater of \(en[0]) and \(en[1])")
    case ("min", _): return Phrase("\(listZh)中最小的", "the least of \(listEn)")
    case ("max", _): return Phrase("\(listZh)中最大的", "the greatest of \(listEn)")
    case ("sum", _): return Phrase("\(listZh)之和", "the sum of \(listEn)")
    case ("abs", 1): return Phrase("\(zh[0])的绝对值", "the absolute value of \(en[0])")
    // Brackets around all of it say what is rounded.
    case ("floor", 1):
      return Phrase("\(zh[0])，舍去小数", "\(en[0]), rounded down to a whole number", .clause)
    case ("ceiling", 1):
      return Phrase("\(zh[0])，进到整数", "\(en[0]), rounded up to a whole number", .clause)
    case ("round half up", 2):
      return Phrase(
        "\(zh[0])，四舍五入到 \(zh[1]) 位小数", "\(en[0]), rounded half up to \(en[1]) places", .clause)
    case ("modulo", 2):
      return Phrase("\(zh[0])除以\(zh[1])的余数", "the remainder of \(en[0]) by \(en[1])")
    case ("starts with", 2):
      return Phrase("\(zh[0])以\(zh[1])开头", "\(en[0]) begins with \(en[1])", .clause)
    case ("ends with", 2):
      return Phrase("\(zh[0])以\(zh[1])结尾", "\(en[0]) ends with \(en[1])", .clause)
    case ("contains", 2):
      return Phrase("\(zh[0])含有\(zh[1])", "\(en[0]) contains \(en[1])", .clause)
    case ("string length", 1): return Phrase("\(zh[0])的字数", "the length of \(en[0])")
    case ("date", 1):
      return Phrase(zh[0].filter { !"“”".contains($0) }, en[0].filter { !"“”".contains($0) })
    default: return Phrase("\(name)（\(listZh)）", "\(name)(\(listEn))")
    }
  }
}

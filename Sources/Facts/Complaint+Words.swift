import Core
import Vocabulary

extension Complaint {
  /// What is wrong.
  var message: Bilingual {
    switch self {
    case .shape(let expected):
      Bilingual(zh: "这里应是\(expected.name.zh)", en: "this must be \(expected.name.en)")
    case .unknownKey(let key, _):
      Bilingual(
        zh: "此处没有名为“\(key.shortened)”的项", en: "there is no \"\(key.shortened)\" here")
    case .twice(let key):
      Bilingual(
        zh: "“\(key)”与前面的一项是同一项（中文名与英文名）",
        en: "\"\(key)\" is the same as an item before it, under its other name")
    case .missing(let keys):
      Bilingual(
        zh: "缺少 \(keys.joined(separator: ", "))",
        en: "\(keys.joined(separator: ", ")) \(keys.count == 1 ? "is" : "are") missing")
    case .unknownType(let name, _, let isParty):
      isParty
        ? Bilingual(
          zh: "没有“\(name.shortened)”这种当事人", en: "there is no party of type \"\(name.shortened)\"")
        : Bilingual(
          zh: "没有“\(name.shortened)”这种记录", en: "there is no record of type \"\(name.shortened)\"")
    case .kind(let expected, let found):
      Bilingual(
        zh: "\(found.shown.zh) 不是\(expected.name.zh)",
        en: "\(found.shown.en) is not \(expected.name.en)")
    case .emptyText: Bilingual(zh: "这段文字是空的", en: "this text is empty")
    case .noSuchDay(let text):
      Bilingual(zh: "没有 \(text) 这一天", en: "there is no day \(text)")
    case .noSuchMonth(let text):
      Bilingual(zh: "没有 \(text) 这个月", en: "there is no month \(text)")
    case .year(let text, let years):
      Bilingual(
        zh: "\(text) 不在 \(years.lowerBound) 至 \(years.upperBound) 年之间",
        en: "\(text) does not lie in the years \(years.lowerBound) to \(years.upperBound)")
    case .range(let text, let range):
      Bilingual(
        zh: "\(text.shortened) 不在 \(range.lowerBound) 至 \(range.upperBound) 之间",
        en: "\(text.shortened) does not lie between \(range.lowerBound) and \(range.upperBound)")
    case .digits(let text, let scale): digitsMessage(text.shortened, scale)
    case .notInEnumeration(let found, _):
      Bilingual(
        zh: "\(found.shown.zh) 不是此处可以写的值",
        en: "\(found.shown.en) is not one of the values that can stand here")
    case .needsField(let field):
      Bilingual(
        zh: "没有 \(field)，不知道这是什么值", en: "without \(field) nobody knows what this value is")
    case .duplicateID(let id):
      Bilingual(zh: "编号“\(id.shortened)”用了两次", en: "the id \"\(id.shortened)\" is used twice")
    case .unknownParty(let id):
      Bilingual(
        zh: "parties 里没有编号为“\(id.shortened)”的当事人",
        en: "there is no party \"\(id.shortened)\" among the parties")
    case .wrongParty(let record, let owner, _):
      Bilingual(
        zh: "“\(record.zh)”记录不能属于\(owner.zh)",
        en: "a record of type \(record.en) cannot belong to a party of type \(owner.en)")
    case .wrongReference(let id, let found, let legal):
      Bilingual(
        zh: "“\(id.shortened)”是\(found.zh)，不是\(legal.map(\.zh).joined(separator: "或"))",
        en:
          "\"\(id.shortened)\" is of type \(found.en), not \(legal.map(\.en).joined(separator: " or "))"
      )
    case .spell(let from, let first, let to, let last):
      Bilingual(
        zh: "“\(to.name.zh)”\(shown(last, to)) 早于“\(from.name.zh)”\(shown(first, from))",
        en: "\"\(to.id)\" \(shown(last, to)) lies before \"\(from.id)\" \(shown(first, from))")
    case .checkDigit(.identityNumber):
      Bilingual(
        zh: "身份证号的日期或校验码不对（GB 11643）",
        en: "date or check digit of the identity number is wrong (GB 11643)")
    case .checkDigit(.creditCode):
      Bilingual(
        zh: "统一社会信用代码的校验码不对（GB 32100）",
        en: "the check digit of the unified social credit code is wrong (GB 32100)")
    case .sameTwice(let place):
      Bilingual(
        zh: "这条记录没有编号，内容与 \(place) 完全相同",
        en: "this record has no id and says just what \(place) says")
    case .keyTwice(let place, let fields):
      Bilingual(
        zh: "这条记录与 \(place) 的\(fields.map(\.name.zh).joined(separator: "、"))相同，其余不同",
        en: "this record agrees with \(place) in \(fields.map(\.id).joined(separator: ", ")) and "
          + "says otherwise")
    case .cutNumber(let text):
      Bilingual(
        zh: "\(text) 已被表格软件截短：它只保留 15 位数字，后面的丢了",
        en: "\(text) was cut by a spreadsheet program, which keeps 15 digits; the others are lost")
    case .more(let count):
      Bilingual(zh: "另有 \(count) 处问题", en: "and \(count) more problems")
    }
  }

  private func digitsMessage(_ text: String, _ scale: Int) -> Bilingual {
    scale == 0
      ? Bilingual(zh: "\(text) 不是整数", en: "\(text) is not a whole number")
      : Bilingual(
        zh: "\(text) 的小数位多于 \(scale) 位，或位数太多",
        en: "\(text) has more than \(scale) digits after the point, or too many in all")
  }

  private func shown(_ date: CivilDate, _ field: Field) -> String {
    if case .month = field.type { date.monthText } else { date.description }
  }
}

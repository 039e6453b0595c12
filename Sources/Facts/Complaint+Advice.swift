import Core
import JSONText
import Vocabulary

extension Complaint {
  /// What to do about it.
  var advice: Bilingual {
    switch self {
    case .shape(let expected):
      Bilingual(zh: "请写成\(expected.name.zh)。", en: "Write \(expected.name.en).")
    case .unknownKey(let key, let legal): choice(key, legal)
    case .twice: Bilingual(zh: "只留一项。", en: "Keep one of the two.")
    case .missing(let keys):
      Bilingual(
        zh: "请补上 \(keys.joined(separator: ", "))。", en: "Add \(keys.joined(separator: ", ")).")
    case .unknownType(let name, let legal, _): choice(name, legal)
    case .kind(let expected, _):
      Bilingual(zh: "请写\(expected.name.zh)。", en: "Write \(expected.name.en).")
    case .emptyText:
      Bilingual(zh: "请写上内容，或删去这一项。", en: "Write the text, or leave the item out.")
    case .noSuchDay, .noSuchMonth:
      Bilingual(zh: "请核对日历。", en: "Check it against the calendar.")
    case .year, .range:
      Bilingual(zh: "请核对数值和单位。", en: "Check the figure and its unit.")
    case .digits(_, 0): Bilingual(zh: "请写整数。", en: "Write a whole number.")
    case .digits(_, let scale):
      Bilingual(
        zh: "请写到小数点后 \(scale) 位为止。", en: "Write at most \(scale) digits after the point.")
    case .notInEnumeration(let found, let legal): choice(found.string ?? "", legal)
    case .needsField(let field):
      Bilingual(zh: "请在同一记录里写明 \(field)。", en: "Say \(field) in the same record.")
    case .duplicateID:
      Bilingual(zh: "给其中一个换一个编号。", en: "Give one of them another id.")
    case .unknownParty:
      Bilingual(
        zh: "在 parties 里加上它，或改正编号。", en: "Add it to the parties, or correct the id.")
    case .wrongParty(_, _, let legal):
      Bilingual(
        zh: "请写\(legal.map(\.zh).joined(separator: "或"))的编号。",
        en: "Write the id of a party of type \(legal.map(\.en).joined(separator: " or ")).")
    case .wrongReference(_, _, let legal):
      Bilingual(
        zh: "请写\(legal.map(\.zh).joined(separator: "或"))的编号。",
        en: "Write the id of a thing of type \(legal.map(\.en).joined(separator: " or ")).")
    case .spell: Bilingual(zh: "请核对起止。", en: "Check both ends.")
    case .checkDigit:
      Bilingual(zh: "请对照证件重新输入，字母用大写。", en: "Type it again from the document, letters in capitals.")
    case .sameTwice, .keyTwice:
      Bilingual(
        zh: "只留正确的一条；确是两件事，就给每条一个编号。",
        en: "Keep the right one; if they are two, give each an id.")
    case .cutNumber:
      Bilingual(
        zh: "请把这一列设为“文本”格式，再从原始资料重新填写。",
        en: "Make the column a text column, and enter the numbers again from their source.")
    case .more:
      Bilingual(zh: "先改正以上各处，再试一次。", en: "Mend those above and try again.")
    }
  }

  private func choice(_ word: String, _ legal: [Choice]) -> Bilingual {
    let names = legal.map(\.id) + legal.compactMap(\.chinese)
    if let near = Suggestion.nearest(to: word, among: names) {
      return Bilingual(zh: "是不是想写“\(near)”？", en: "Did you mean \"\(near)\"?")
    }
    let both = legal.map { choice in choice.chinese.map { "\(choice.id)（\($0)）" } ?? choice.id }
    return Bilingual(
      zh: "可以写：" + both.joined(separator: "、") + "。",
      en: "You can write: " + legal.map(\.id).joined(separator: ", ") + ".")
  }
}

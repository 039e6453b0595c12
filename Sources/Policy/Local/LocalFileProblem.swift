import Core

/// What can be wrong with the form of a file of local values.
enum LocalFileProblem {
  case empty, notAList, notAnItem
  case unknownKey(String, [String])
  case missing([String])
  case notText(String)
  case notADate(String, String)
  case backwards
  case noRegion(String)

  /// Stable.
  var code: String {
    switch self {
    case .empty, .notAList, .notAnItem: "LOC001"
    case .unknownKey: "LOC002"
    case .missing: "LOC003"
    case .notText: "LOC004"
    case .notADate, .backwards: "LOC005"
    case .noRegion: "LOC006"
    }
  }

  var message: Bilingual {
    switch self {
    case .empty: Bilingual(zh: "文件里没有地方取值", en: "the file holds no local value")
    case .notAList: Bilingual(zh: "地方取值文件应当是一个列表", en: "a file of local values is a list")
    case .notAnItem:
      Bilingual(zh: "这一项应当是一组“键: 值”", en: "this item should be pairs of key and value")
    case .unknownKey(let key, _):
      Bilingual(zh: "地方取值没有“\(key)”这一项", en: "a local value has no key “\(key)”")
    case .missing(let keys):
      Bilingual(
        zh: "缺少 \(keys.joined(separator: "、"))", en: "\(keys.joined(separator: ", ")) missing")
    case .notText(let key):
      Bilingual(zh: "\(key) 应当是一个值，不能空着", en: "\(key) takes a single value that is not empty")
    case .notADate(let key, let text):
      Bilingual(zh: "\(key) 的“\(text)”不是日期", en: "“\(text)” of \(key) is no date")
    case .backwards: Bilingual(zh: "to 早于 from", en: "to is before from")
    case .noRegion(let code):
      Bilingual(zh: "“\(code)”不是六位的地区代码", en: "“\(code)” is no six-digit code of a region")
    }
  }

  var advice: Bilingual {
    switch self {
    case .empty, .notAList, .notAnItem:
      Bilingual(
        zh: "每项以“- document: …”开头，写明 name、region、value、reason 和 by。",
        en: "Begin each item with “- document: …” and give name, region, value, reason and by.")
    case .unknownKey(let key, let known):
      Suggestion.nearest(to: key, among: known).map {
        Bilingual(zh: "是不是想写 \($0)？", en: "Did you mean \($0)?")
      }
        ?? Bilingual(
          zh: "可用：\(known.joined(separator: "、"))。",
          en: "There are: \(known.joined(separator: ", ")).")
    case .missing: Bilingual(zh: "请在这一项里补上。", en: "Add it to this item.")
    case .notText(let key):
      key == "reason"
        ? Bilingual(
          zh: "写一句话，或 { zh: …, en: … }。", en: "Write a sentence, or { zh: …, en: … }.")
        : Bilingual(zh: "请写一个值，文字可以加引号。", en: "Write one value; a text may stand in quotes.")
    case .notADate:
      Bilingual(
        zh: "请写存在的日期，例如 \"2020-01-01\"。", en: "Write a date that exists, as \"2020-01-01\".")
    case .backwards:
      Bilingual(zh: "请改正起止日期；止日当天还算在内。", en: "Correct the dates; the last day still counts.")
    case .noRegion:
      Bilingual(
        zh: "请写国标 GB/T 2260 的代码并加引号，例如 \"330302\"。",
        en: "Write the code of GB/T 2260 in quotes, as \"330302\".")
    }
  }
}

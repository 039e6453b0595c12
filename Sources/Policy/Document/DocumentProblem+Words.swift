import Core

/// What is wrong and what to do about it.
struct Words {
  let message: Bilingual
  let advice: Bilingual

  init(_ zh: String, _ en: String, do adviceZH: String, _ adviceEN: String) {
    message = Bilingual(zh: zh, en: en)
    advice = Bilingual(zh: adviceZH, en: adviceEN)
  }
}

extension DocumentProblem {
  /// What is said about the problem.
  var words: Words {
    yamlWords ?? headingWords ?? tableWords ?? cellWords ?? relationWords
  }

  private var headingWords: Words? {
    switch self {
    case .headingWithoutEnglish(let title):
      Words(
        "标题“\(title)”没有英文部分", "the heading “\(title)” lacks one of its two languages",
        do: "写成“中文 · English”，两部分之间是空格、间隔号、空格。",
        "Write “中文 · English”, with a blank, a middle dot and a blank between the two.")
    case .headingWithoutName(let example):
      Words(
        "标题里没有用反引号写出的名称", "the heading does not name, in backticks, what it is about",
        do: "写成：\(example)", "Write it like this: \(example)")
    case .nestingTooDeep:
      Words(
        "引用或列表嵌套太深，没有读完", "quotations or lists are nested too deeply to be read",
        do: "减少嵌套层数，最多 32 层。", "Nest them less deeply: 32 levels at most.")
    default: nil
    }
  }
}

extension DocumentProblem.Expected {
  /// What the form is called, to stand behind “expected”.
  var name: Bilingual {
    switch self {
    case .text: Bilingual(zh: "一段文字", en: "a text")
    case .mapping: Bilingual(zh: "键和值", en: "keys and values")
    case .list: Bilingual(zh: "一个列表", en: "a list")
    case .labels: Bilingual(zh: "{ zh: 中文, en: English }", en: "{ zh: 中文, en: English }")
    case .date: Bilingual(zh: "日期，如 2019-01-01", en: "a date such as 2019-01-01")
    case .region:
      Bilingual(zh: "六位行政区划代码，如 \"330300\"", en: "a six-digit region code such as \"330300\"")
    case .wholeNumber:
      Bilingual(zh: "1 到 600 的整数", en: "a whole number from 1 to 600")
    case .identifier:
      Bilingual(
        zh: "小写英文字母开头、由小写字母、数字和连字符组成的标识，如 skill-upgrade",
        en: "an id of lower-case letters, digits and hyphens such as skill-upgrade")
    case .choice(let words):
      Bilingual(
        zh: words.joined(separator: "、") + " 之一", en: "one of " + words.joined(separator: ", "))
    case .hitPolicy:
      Bilingual(
        zh: "命中策略 U、A、P、F、R、O、C、C+、C<、C> 或 C#",
        en: "a hit policy: U, A, P, F, R, O, C, C+, C<, C> or C#")
    case .number:
      Bilingual(zh: "不带千分号的数字，如 1000", en: "a number without separators such as 1000")
    case .item:
      Bilingual(zh: "评分项编号，如 X2.1", en: "the id of an item such as X2.1")
    case .nothing: Bilingual(zh: "空着", en: "an empty cell")
    case .path: Bilingual(zh: "以点连接的名称，如 学徒.单位", en: "names joined by dots such as 学徒.单位")
    }
  }
}

extension DocumentProblem.Element {
  var name: Bilingual {
    switch self {
    case .benefit: Bilingual(zh: "待遇", en: "benefit")
    case .rule: Bilingual(zh: "规则", en: "rule")
    case .table: Bilingual(zh: "决策表", en: "decision table")
    case .assumption: Bilingual(zh: "假设", en: "assumption")
    case .stacking: Bilingual(zh: "叠加规则", en: "stacking rule")
    case .target: Bilingual(zh: "目标", en: "target")
    case .provision: Bilingual(zh: "规定", en: "provision")
    case .example: Bilingual(zh: "算例", en: "example")
    case .item: Bilingual(zh: "评分项", en: "item")
    case .veto: Bilingual(zh: "否决项", en: "veto")
    case .row: Bilingual(zh: "表行", en: "table row")
    case .sourceTable: Bilingual(zh: "原文表", en: "source table")
    case .amendment: Bilingual(zh: "修改", en: "amendment")
    }
  }
}

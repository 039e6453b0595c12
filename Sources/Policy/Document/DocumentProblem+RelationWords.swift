import Core

extension DocumentProblem {
  /// Words for what does not go together, and for assumptions and prose.
  var relationWords: Words {
    switch self {
    case .duplicate(let what, let name, let line):
      return Words(
        "\(what.name.zh)“\(name)”在第 \(line) 行已经有了",
        "the \(what.name.en) “\(name)” is already there on line \(line)",
        do: "改名，或删去其中一个。", "Rename or remove one of the two.")
    case .periodsOverlap(let name, let line):
      return Words(
        "参数“\(name)”的期间与第 \(line) 行重叠",
        "the period of the parameter “\(name)” overlaps with line \(line)",
        do: "每一天只能有一个值：改“自”或“至”，前后两行相接。",
        "A day has one value: change 自 or 至 so that each row begins the day after the one before.")
    case .periodsLeaveGap(let name, let line):
      return Words(
        "参数“\(name)”在第 \(line) 行与这一行之间有空档",
        "no value of the parameter “\(name)” between line \(line) and this row",
        do: "补上中间的期间，或让两行相接。",
        "Add the time between, or let this row begin the day after the one before.")
    case .periodBackwards:
      return Words(
        "“至”早于“自”", "the period ends before it begins",
        do: "改正其中一个日期。", "Correct one of the two dates.")
    case .parameterWithoutLabel(let name):
      return Words(
        "参数“\(name)”没有说明", "the parameter “\(name)” has no label",
        do: "在它的第一行写“中文 · English”。", "Write “中文 · English” in its first row.")
    case .monthsWithoutRule(let kind):
      return Words(
        "按月发放的待遇缺少“\(kind.name.zh)”行", "a monthly benefit needs a row “\(kind.name.en)”",
        do: "规则表里首月、计月、月额各写一行，不写金额。",
        "Give one row each of 首月 (first), 计月 (counts) and 月额 (rate), and no 金额 (amount).")
    case .ruleWithoutMonths:
      return Words(
        "首月、计月、月额只用于按月发放的待遇",
        "first, counts and rate are for monthly benefits only",
        do: "在待遇块里写 months: { at-most: 36, counted: window }，或改用金额。",
        "Add months: { at-most: 36, counted: window } to the benefit block, or use 金额 (amount).")
    case .paymentUnclear(let id):
      return Words(
        "待遇“\(id)”给什么不清楚", "it is not clear what the benefit “\(id)” gives",
        do: "三者取一：一行金额；months 加首月、计月、月额；或 in-kind。",
        "Give exactly one: a row 金额 (amount); months with first, counts and rate; or in-kind.")
    case .examplesOfNothing(let id, let known):
      let near = Suggestion.nearest(to: id, among: known)
      return Words(
        "没有待遇“\(id)”，算例无从计算", "there is no benefit “\(id)” to work these examples with",
        do: near.map { "是否要写“\($0)”？" } ?? "本文件的待遇：\(known.joined(separator: "、"))。",
        near.map { "Did you mean “\($0)”?" }
          ?? "This document has: \(known.joined(separator: ", ")).")
    case .assumptionOutsideOptions(let value):
      return Words(
        "假设的值“\(value)”不在可选之列", "the assumed value “\(value)” is not among its options",
        do: "改值，或把它加入“可选”。", "Change the value, or add it to the options.")
    case .unknownAssumption(let name, let known):
      let near = Suggestion.nearest(to: name, among: known)
      return Words(
        "没有假设“\(name)”", "there is no assumption “\(name)”",
        do: near.map { "是否要写“\($0)”？" } ?? "写出这个假设：> **假设** `\(name)`（标签 · label）= …",
        near.map { "Did you mean “\($0)”?" } ?? "State it: > **假设** `\(name)`（标签 · label）= …")
    case .boldNotRendered:
      return Words(
        "这里的 ** 不会显示为粗体", "these ** do not make bold text",
        do: "把标点移到 ** 外面，或在 ** 与文字之间加空格。",
        "Move the punctuation out of the **, or put a blank between the ** and the word.")
    default:
      return Words(
        "假设的写法不对", "the assumption is not written as one",
        do: "写成：> **假设** `名称`（标签 · label）= `值`（可选 `值`、`值`）：中文理由。 *English reason.*",
        "Write: > **假设** `名称`（标签 · label）= `值`（可选 `值`、`值`）：中文理由。 *English reason.*")
    }
  }
}

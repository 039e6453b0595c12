package import Core
import Determination

extension ComparedPair {
  /// What differs as lines of text: the answer, the rule that makes the difference with its article,
  /// the other rules, the facts; nothing where all is the same.
  ///
  /// - Parameters:
  ///   - language: of the reader.
  ///   - indent: blanks before each line.
  /// - Returns: the lines.
  package func lines(_ language: Language, indent: String = "") -> [String] {
    var lines = answers.map { answer in
      answer.what.label[language] + colon(language)
        + arrow(answer.left[language], answer.right[language])
    }
    if left == nil || right == nil {
      let side = left == nil ? onlyRight : onlyLeft
      let one = left ?? right
      let sum = one?.amount.map { Bilingual(zh: "，\($0) 元", en: ", \($0) yuan") }
      lines.append(
        side[language] + colon(language) + (one?.outcome.label[language] ?? "")
          + (sum?[language] ?? ""))
    }
    if let deciding {
      let title = Bilingual(zh: "起作用的规则", en: "The rule that makes the difference")
      lines.append(title[language] + colon(language) + deciding.line(language))
    }
    let others = alsoTold
    if !others.isEmpty, deciding != nil {
      lines.append(Bilingual(zh: "另外不同：", en: "Also different:")[language])
      lines += others.map { "  " + $0.line(language) }
    }
    if !facts.isEmpty {
      lines.append(Bilingual(zh: "不同的事实：", en: "Facts that differ:")[language])
      lines += facts.map { "  " + $0.line(language) }
    }
    return lines.map { indent + $0 }
  }

  /// The benefit, its record and whose it is.
  package func heading(_ language: Language) -> String {
    let one = left ?? right
    let other = right ?? left
    var parts = [label[language]]
    let (subject, party) = (one?.subject, one?.party)
    if subject == other?.subject, party == other?.party {
      parts += [subject, subject == party ? nil : party].compactMap(\.self)
    } else {
      let names = [one, other].map { side in
        [side?.subject, side?.subject == side?.party ? nil : side?.party].compactMap(\.self)
          .joined(separator: " ")
      }
      parts.append(arrow(names[0], names[1]))
    }
    return (parts + [benefit]).joined(separator: "  ")
  }
}

extension ReasonDifference {
  /// “失业保险累计月数够（第四条）：11 → 14，要求 ≥ 12；未满足 → 满足”
  package func line(_ language: Language) -> String {
    var name = label[language]
    if let part {
      name += Bilingual(zh: "（第 \(part) 项）", en: " (part \(part))")[language]
    }
    let place = [citation.number ?? citation.document, citation.article?[language]]
      .compactMap(\.self).joined(separator: " ")
    name += Bilingual(zh: "（\(place)）", en: " (\(place))")[language]
    var parts: [String] = []
    if left == nil || right == nil {
      let only = left == nil ? onlyRight : onlyLeft
      let present = left ?? right
      parts.append(only[language])
      parts += [present?.value?.text[language], present?.note?[language]].compactMap(\.self)
    } else {
      parts = told(language)
    }
    return name + colon(language)
      + parts.joined(separator: Bilingual(zh: "；", en: "; ")[language])
  }

  private func told(_ language: Language) -> [String] {
    func both(_ text: (Reason) -> String?) -> String {
      let (one, other) = (left.flatMap(text) ?? "–", right.flatMap(text) ?? "–")
      return one == other ? one : arrow(one, other)
    }
    var parts: [String] = []
    if left?.value != nil || right?.value != nil { parts.append(both { $0.value?.text[language] }) }
    if left?.needed != nil || right?.needed != nil {
      parts.append(
        Bilingual(zh: "要求 ", en: "needed ")[language] + both { $0.needed?[language] })
    }
    if left?.verdict != right?.verdict { parts.append(both { $0.verdict.label[language] }) }
    if aspects.contains(.note) { parts.append(both { $0.note?[language] }) }
    return parts
  }
}

extension FactDifference {
  /// “证书·等级 c1：4（中级工） → 3（高级工）”
  package func line(_ language: Language) -> String {
    let records = [left?.record, right?.record].compactMap(\.self)
    let record = Set(records).count > 1 ? records.joined(separator: " / ") : records.first ?? ""
    let unused = Bilingual(zh: "没有用到", en: "not used")[language]
    return "\(label[language]) \(record)" + colon(language)
      + arrow(left?.value.text[language] ?? unused, right?.value.text[language] ?? unused)
  }
}

extension Reason.Verdict {
  fileprivate var label: Bilingual {
    switch self {
    case .holds: Bilingual(zh: "满足", en: "holds")
    case .fails: Bilingual(zh: "不满足", en: "fails")
    case .unknown: Bilingual(zh: "未知", en: "unknown")
    case .applied: Bilingual(zh: "适用", en: "applies")
    }
  }
}

private let onlyLeft = Bilingual(zh: "只在左边", en: "only on the left")
private let onlyRight = Bilingual(zh: "只在右边", en: "only on the right")

private func arrow(_ left: String, _ right: String) -> String { "\(left) → \(right)" }

private func colon(_ language: Language) -> String { Bilingual(zh: "：", en: ": ")[language] }

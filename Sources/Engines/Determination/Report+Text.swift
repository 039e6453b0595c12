package import Core

extension Report {
  /// The report as people read it on a terminal.
  ///
  /// - Parameters:
  ///   - language: of all words; names of records stay as they are.
  ///   - style: how to mark verdicts; colours only where the output is a terminal.
  /// - Returns: lines, each with its line end.
  package func text(_ language: Language, style: TextStyle = .plain) -> String {
    let day = Bilingual(zh: "认定日 \(on)", en: "Determined as of \(on)")[language]
    if determinations.isEmpty {
      return day + "\n\n"
        + Bilingual(
          zh: "没有可以认定的事项：事实中没有属于现行文件适用区域的记录。",
          en: "Nothing to determine: no record of these facts lies in a document's region.")[
          language]
        + "\n"
    }
    let blocks = determinations.map { $0.text(language, style) }
    return ([day] + blocks + [total(language)].compactMap { $0 }).joined(separator: "\n\n") + "\n"
  }

  /// The sum of all amounts, where there are several.
  private func total(_ language: Language) -> String? {
    let amounts = determinations.compactMap(\.amount)
    guard amounts.count > 1 else { return nil }
    let sum = amounts.reduce(Money?.some(.zero)) { sum, amount in sum?.adding(amount) }
    return sum.map { Bilingual(zh: "合计 \($0) 元", en: "Total \($0) yuan")[language] }
  }
}

/// How text marks what holds and what does not.
package struct TextStyle: Sendable {
  package let hasColour: Bool

  package static let plain = TextStyle(hasColour: false)
  package static let terminal = TextStyle(hasColour: true)

  func paint(_ text: String, _ colour: Colour) -> String {
    hasColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }

  enum Colour: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }
}

extension Determination {
  fileprivate func text(_ language: Language, _ style: TextStyle) -> String {
    var lines = [heading(language, style)]
    lines += money(language).map { "   " + $0 }
    lines += inKind.map { "   " + $0.value[language] }
    if !needs.isEmpty {
      let missing = Bilingual(zh: "还缺：", en: "Still needed: ")[language]
      lines.append(
        "   " + missing
          + needs.map { "\($0.label[language]) (\($0.id))" }.joined(
            separator: Bilingual(zh: "；", en: "; ")[language]))
      lines += needs.compactMap { $0.words.map { "     " + $0[language] } }
    }
    lines += because.flatMap { $0.lines(language, style, indent: "   ") }
    lines += (steps ?? []).map { step in
      let gained = Bilingual(zh: "→ \(step.gained.zh)：", en: "→ \(step.gained.en): ")[language]
      return "   " + style.paint(gained, .bold) + step.what[language]
    }
    let documents = documents(language)
    if !documents.isEmpty {
      let title = Bilingual(zh: "依据：", en: "Based on: ")[language]
      let list = documents.joined(separator: Bilingual(zh: "；", en: "; ")[language])
      lines.append("   " + style.paint(title + list, .dim))
    }
    return lines.joined(separator: "\n")
  }

  /// The documents that it rests on, with the days on which they were issued, each once.
  private func documents(_ language: Language) -> [String] {
    var named: [String] = []
    for citation in cites {
      guard let name = citation.issuedName?[language], !named.contains(name) else { continue }
      named.append(name)
    }
    return named
  }

  private func heading(_ language: Language, _ style: TextStyle) -> String {
    let (sign, colour): (String, TextStyle.Colour) =
      switch outcome {
      case .entitled: ("✔", .green)
      case .notEntitled: ("✘", .red)
      case .undetermined: ("？", .yellow)
      }
    var parts = [style.paint(sign, colour), style.paint(label[language], .bold)]
    if let subject { parts.append(subject) }
    if subject != party { parts.append("→ " + party) }
    parts.append(style.paint(outcome.label[language], colour))
    if let amount {
      parts.append(
        style.paint(Bilingual(zh: "\(amount) 元", en: "\(amount) yuan")[language], .bold))
    }
    if let total = score?.total {
      parts.append(
        style.paint(Bilingual(zh: "\(total) 分", en: "\(total) points")[language], .bold))
    }
    parts.append(style.paint(benefit, .dim))
    return parts.joined(separator: "  ")
  }

  /// What stands beside the amount: months, gross, granted, payable, where they say more.
  private func money(_ language: Language) -> [String] {
    var lines: [String] = []
    for span in monthly?.spans ?? [] {
      lines.append(
        Bilingual(
          zh: "\(span.from.monthText) 至 \(span.to.monthText) 每月 \(span.rate) 元",
          en: "\(span.from.monthText) to \(span.to.monthText): \(span.rate) yuan a month")[
            language])
    }
    if let gross, let amount, gross != amount {
      lines.append(
        Bilingual(zh: "限额与叠加前 \(gross) 元", en: "before caps and stacking \(gross) yuan")[
          language])
    }
    guard let granted else {
      let unknown = Bilingual(zh: "已发放多少未知", en: "granted already: unknown")
      return lines + [unknown[language]]
    }
    if granted != .zero {
      lines.append(
        Bilingual(zh: "已发放 \(granted) 元", en: "granted already \(granted) yuan")[language])
      if let payable {
        lines.append(Bilingual(zh: "应发 \(payable) 元", en: "payable \(payable) yuan")[language])
      }
    }
    return lines
  }
}

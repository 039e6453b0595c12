package import Core

extension Rule.Kind {
  /// What documents call the kind.
  package var name: Bilingual {
    switch self {
    case .definition: Bilingual(zh: "定义", en: "definition")
    case .condition: Bilingual(zh: "条件", en: "condition")
    case .exclusion: Bilingual(zh: "排除", en: "exclusion")
    case .amount: Bilingual(zh: "金额", en: "amount")
    case .cap: Bilingual(zh: "上限", en: "cap")
    case .first: Bilingual(zh: "首月", en: "first")
    case .counts: Bilingual(zh: "计月", en: "counts")
    case .rate: Bilingual(zh: "月额", en: "rate")
    }
  }

  init?(written word: String) {
    guard let kind = Rule.Kind.allCases.first(where: { [$0.name.zh, $0.name.en].contains(word) })
    else { return nil }
    self = kind
  }
}

extension DocumentReader {
  static let ruleHeader = [
    Bilingual(zh: "规则", en: "Rule"), Bilingual("id"), Bilingual("说明"), Bilingual("Label"),
    Bilingual("FEEL"),
  ]

  /// The rule table of the benefit above.
  mutating func readRules(_ table: PlainTable) {
    let expected = ruleTable
    ruleTable = .unexpected
    if expected == .unexpected { report(.tableWithoutBenefit, at: table.headerRange) }
    guard expected == .awaited, hasHeader(table, DocumentReader.ruleHeader)
    else { return }
    forgetNames(of: .rule)
    var rules: [Rule] = []
    for row in table.rows {
      let cells = row.cells
      let label = label(zh: cells[2], en: cells[3])
      let id = name(cells[1])
      let expression = code(cells[4])
      register(id, as: .rule)
      guard let kind = Rule.Kind(written: cells[0].text) else {
        let words = Rule.Kind.allCases.map { table.isChinese ? $0.name.zh : $0.name.en }
        report(
          .unknownWord(cells[0].text, column: table.header[0].text, allowed: words),
          at: cells[0].range)
        continue
      }
      note(kind.name, at: cells[0].range)
      rules.append(
        Rule(kind: kind, id: id, label: label, expression: expression, range: row.range))
    }
    let last = benefits.count - 1
    benefits[last].rules = rules
    benefits[last].range = benefits[last].range.joined(table.range)
    // A row that could not be read may be the one that is missing.
    if table.isWhole, rules.count == table.rows.count { checkPayment(of: benefits[last]) }
  }

  /// A benefit gives a sum once, a sum a month, or something that is not money.
  private mutating func checkPayment(of benefit: Benefit) {
    let kinds = benefit.rules.map(\.kind)
    let monthly: [Rule.Kind] = [.first, .counts, .rate]
    if benefit.months != nil {
      for kind in monthly where !kinds.contains(kind) {
        report(.monthsWithoutRule(kind), at: benefit.id.range)
      }
    } else if let rule = benefit.rules.first(where: { monthly.contains($0.kind) }) {
      report(.ruleWithoutMonths, at: rule.range)
      return
    }
    let amounts = kinds.count { $0 == .amount }
    let ways =
      amounts + (benefit.months == nil ? 0 : 1) + (benefit.inKind.isEmpty ? 0 : 1)
      + (benefit.score == nil ? 0 : 1)
    if ways != 1 { report(.paymentUnclear(benefit.id.text), at: benefit.id.range) }
  }
}

extension PlainTable {
  /// Whether the first column is headed in Chinese.
  var isChinese: Bool { header.first?.text.unicodeScalars.first?.isASCII != true }
}

import Core

extension BandTable {
  /// What is wrong with the bands, as findings.
  func findings() -> [Finding] { BandCheck(self).defects().map(finding) }

  private func finding(_ defect: BandDefect) -> Finding {
    switch defect {
    case .overlap(let first, let second, let cases): overlap(first, second, cases)
    case .covers(let row, let others, let cases): covers(row, others, cases)
    case .gap(let cases): gap(cases)
    case .masked(let row, let others): masked(row, others)
    case .empty(let row, let column, let isOutside): empty(row, column, isOutside)
    case .more:
      Finding(
        .moreBands, .note, at: range,
        Bilingual(
          zh: "“\(name.zh)”的问题不止这些", en: "the table “\(name.en)” has more defects than are told"),
        Bilingual(zh: "改正以后再检查一遍。", en: "Check again when these are mended."))
    }
  }

  private var severity: Finding.Severity { isSource ? .warning : .error }

  private func overlap(_ first: Int, _ second: Int, _ cases: BandDefect.Cases) -> Finding {
    let (a, b) = (rows[first].label, rows[second].label)
    let what = words(for: cases)
    var differs = Bilingual("")
    if case .any = policy {
      differs = Bilingual(zh: "，而结果不同", en: ", and they give different results")
    }
    return Finding(
      .overlap, severity, at: rows[second].range,
      Bilingual(
        zh: "\(what.zh)同时落在“\(a.zh)”和“\(b.zh)”\(differs.zh)",
        en: "\(what.en) falls both under “\(a.en)” and under “\(b.en)”\(differs.en)"),
      isSource ? BandTable.settleBySource : BandTable.separate, example: facts(cases))
  }

  private func covers(_ row: Int, _ others: [Int], _ cases: BandDefect.Cases) -> Finding {
    let label = rows[row].label
    let names = BandTable.list(others.map { rows[$0].label })
    return Finding(
      .overlap, severity, at: rows[row].range,
      Bilingual(
        zh: "“\(label.zh)”把\(names.zh)全都包含在内",
        en: "“\(label.en)” takes in all of \(names.en)"),
      isSource ? BandTable.settleBySource : BandTable.separate, example: facts(cases))
  }

  private func gap(_ cases: BandDefect.Cases) -> Finding {
    let what = words(for: cases)
    return Finding(
      .gap, severity, at: range,
      Bilingual(
        zh: "“\(name.zh)”没有哪一行管\(what.zh)",
        en: "no row of “\(name.en)” covers \(what.en)"),
      Bilingual(
        zh: "补上这一段；不会发生的，在条件里排除，或加一行“-”。",
        en: "Add a row for it; if it cannot occur, exclude it by a condition, or add a row of “-”."),
      example: facts(cases))
  }

  private func masked(_ row: Int, _ others: [Int]) -> Finding {
    let names = BandTable.list(others.map { rows[$0].label })
    return Finding(
      .masked, .error, at: rows[row].range,
      Bilingual(
        zh: "“\(rows[row].label.zh)”永远用不上：\(names.zh)在它前面已经包括了它的全部情形",
        en: "“\(rows[row].label.en)” is never reached: all its cases come under \(names.en) first"),
      Bilingual(
        zh: "把这一行移到前面，或删去它。", en: "Move the row up, or remove it."))
  }

  private func empty(_ row: Int, _ column: Int, _ isOutside: Bool) -> Finding {
    let name = columns[column].name
    return Finding(
      .emptyRow, severity, at: rows[row].range,
      isOutside
        ? Bilingual(
          zh: "“\(rows[row].label.zh)”永远用不上：这里“\(name.zh)”不会有这样的值",
          en: "“\(rows[row].label.en)” is never reached: “\(name.en)” has no such value here")
        : Bilingual(
          zh: "“\(rows[row].label.zh)”永远用不上：“\(name.zh)”一格没有任何值符合",
          en: "“\(rows[row].label.en)” is never reached: no value fits its cell of “\(name.en)”"),
      Bilingual(
        zh: "改正这一格，或删去这一行。", en: "Correct the cell, or remove the row."))
  }

  private static let separate = Bilingual(
    zh: "改动其中一档的起止，使每种情形只归一行。",
    en: "Change where one of them begins or ends, so that every case has one row.")

  private static let settleBySource = Bilingual(
    zh: "请发文机关明确归哪一档；在此之前，把采用的读法写成假设。",
    en: "Ask the issuer which band is meant; until then state the reading as an assumption.")

  /// “甲”“乙”和“丙”.
  private static func list(_ names: [Bilingual]) -> Bilingual {
    let shown = names.prefix(6)
    let rest = names.count - shown.count
    let zh = shown.map { "“\($0.zh)”" }.joined(separator: "、")
    let en = shown.map { "“\($0.en)”" }.joined(separator: ", ")
    return rest == 0
      ? Bilingual(zh: zh, en: en)
      : Bilingual(zh: "\(zh)等 \(names.count) 行", en: "\(en) and \(rest) more")
  }

  /// The cases in words: of columns that do not matter nothing is said.
  private func words(for cases: BandDefect.Cases) -> Bilingual {
    let telling = cases.parts.filter { !$0.isAll }
    if telling.isEmpty { return Bilingual(zh: "任何情形", en: "any case") }
    return Bilingual(
      zh: telling.map { "“\(columns[$0.column].name.zh)”为 \($0.words.zh) " }
        .joined(separator: "、") + "的情形",
      en: "the case of "
        + telling.map { "“\(columns[$0.column].name.en)” being \($0.words.en)" }
        .joined(separator: " and "))
  }

  private func facts(_ cases: BandDefect.Cases) -> [Finding.Fact] {
    cases.parts.map { Finding.Fact(name: columns[$0.column].name, value: $0.example) }
  }
}

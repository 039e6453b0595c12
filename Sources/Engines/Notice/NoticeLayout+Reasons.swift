import Core
import Determination
import Print

/// Conditions and figures, each with its source.
extension NoticeLayout {
  var conditions: [PrintedBlock] {
    if notice.conditions.isEmpty { return [] }
    let rows = notice.conditions.map { line in
      PrintedTable.Row([
        label(line), [PrintedText(line.found?[language] ?? "—")],
        [PrintedText(line.needed?[language] ?? "—")],
        [PrintedText(line.verdict.word[language], line.verdict == .holds ? .body : .strong)],
      ])
    }
    return [
      heading("逐条条件", "The conditions, one by one"),
      .table(
        PrintedTable(
          columns: [
            .init(share: 11), .init(share: 6), .init(share: 6), .init(share: 4),
          ],
          header: [
            self("条件和出处", "Condition and source"), self("实际", "Found"), self("要求", "Needed"),
            self("是否符合", "Holds"),
          ], rows: rows)),
    ]
  }

  var figures: [PrintedBlock] {
    if notice.figures.isEmpty { return [] }
    let rows = notice.figures.map { line in
      PrintedTable.Row([label(line), [PrintedText(line.found?[language] ?? "—")]])
    }
    return [
      heading("所用的标准、假设和规则", "Figures, assumptions and rules that were used"),
      .table(
        PrintedTable(
          columns: [.init(share: 9), .init(share: 4)],
          header: [self("名称和出处", "Name and source"), self("取值", "Value")], rows: rows)),
    ]
  }

  private func label(_ line: NoticeLine) -> [PrintedText] {
    let indent = String(repeating: "– ", count: line.depth)
    return [PrintedText(indent + line.label[language].sentence)]
      + (line.note.map { [PrintedText($0[language], .small)] } ?? [])
      + [PrintedText(line.source[language], .small)]
  }
}

extension Reason.Verdict {
  fileprivate var word: Bilingual {
    switch self {
    case .holds: Bilingual(zh: "符合", en: "yes")
    case .fails: Bilingual(zh: "不符合", en: "no")
    case .unknown: Bilingual(zh: "不知道", en: "not known")
    case .applied: Bilingual(zh: "已采用", en: "applied")
    }
  }
}

extension String {
  /// With a capital letter where there is one.
  var sentence: String { prefix(1).uppercased() + dropFirst() }
}

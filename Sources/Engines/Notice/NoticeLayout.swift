import Core
import Print

/// The order in which a notice is read: who, what, how much and how so, why, and how to check it.
struct NoticeLayout {
  let notice: DeterminationNotice
  let language: Language

  func callAsFunction(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  var document: PrintedDocument {
    let title = self("待遇核定告知书", "Notice of determination")
    return PrintedDocument(
      title: title + self("：", ": ") + notice.benefit[language],
      author: self("工匠", "Gongjiang"),
      language: language, created: notice.issued,
      footer: title + self("　核验码 ", " · code ") + notice.verification.code,
      blocks: [
        .text(PrintedText(title, .title)),
        .text(PrintedText(notice.source.number ?? "", .subtitle)),
      ]
        + particulars + statement + missing + money + inKind + conditions + figures + check)
  }

  func heading(_ zh: String, _ en: String) -> PrintedBlock {
    .text(PrintedText(self(zh, en), .heading))
  }

  private var particulars: [PrintedBlock] {
    let recipient = notice.recipient
    var rows: [(String, String)] = [(self("当事人", "For"), recipient.name)]
    if let number = recipient.number { rows.append((number.label[language], number.masked)) }
    rows.append((self("编号", "Identifier"), recipient.id))
    rows.append((self("待遇", "Benefit"), notice.benefit[language].sentence))
    if let subject = notice.subject {
      rows.append((self("所凭记录", "For the record"), subject[language].sentence))
    }
    let name = self("《\(notice.source.title.zh)》", notice.source.title.en)
    let number = notice.source.number.map { self("（\($0)）", " (\($0))") } ?? ""
    rows.append((self("依据", "Under"), name + number))
    if !notice.source.articles.isEmpty {
      rows.append(
        (
          self("条款", "Provisions"),
          notice.source.articles.map { $0[language] }.joined(separator: self("、", ", "))
        ))
    }
    rows.append((self("核定日", "As of"), "\(notice.on)"))
    rows.append((self("事实", "Facts"), notice.basis[language].sentence))
    return [
      .table(
        PrintedTable(
          columns: [.init(share: 2), .init(share: 9)],
          rows: rows.map {
            PrintedTable.Row([[PrintedText($0.0.sentence, .label)], [PrintedText($0.1)]])
          }))
    ]
  }

  private var statement: [PrintedBlock] {
    [heading("核定结果", "Outcome")]
      + notice.statement.enumerated().map { index, sentence in
        .text(PrintedText(Self.kept(sentence[language]), index == 0 ? .lead : .body))
      }
  }

  /// With sums that do not part from their unit at the end of a line.
  private static func kept(_ sentence: String) -> String {
    sentence.replacing(" 元", with: "\u{A0}元").replacing(" yuan", with: "\u{A0}yuan")
  }

  private var missing: [PrintedBlock] {
    if notice.missing.isEmpty { return [] }
    return [heading("还需要知道", "What still has to be known")]
      + notice.missing.map { .text(PrintedText("□ " + $0[language])) }
  }

  private var money: [PrintedBlock] {
    if notice.months == nil, notice.sums.isEmpty { return [] }
    return [heading("金额的计算", "How the amount comes about")] + months + sums
  }

  private var inKind: [PrintedBlock] {
    if notice.inKind.isEmpty { return [] }
    return [heading("内容", "What it is")]
      + notice.inKind.map { .text(PrintedText("· " + $0[language])) }
  }
}

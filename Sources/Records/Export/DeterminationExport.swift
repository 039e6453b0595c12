package import Core
import Determination
package import Determinations

/// Stored determinations as a table: a row for each benefit of each record.
package struct DeterminationExport: Sendable {
  package let store: DeterminationStore
  /// What people call the benefits, by full id; one that is not there goes by its id.
  package let labels: [String: Bilingual]
  /// Of the header, the labels and the outcomes.
  package var language: Language
  /// Only what was brought by a later run than this; 0 for all.
  package var after: Int64 = 0

  package init(
    from store: DeterminationStore, labels: [String: Bilingual], language: Language
  ) {
    self.store = store
    self.labels = labels
    self.language = language
  }

  private static let titles = [
    Bilingual(zh: "待遇编号", en: "benefit"), Bilingual(zh: "待遇", en: "label"),
    Bilingual(zh: "领取人", en: "party"), Bilingual(zh: "事由所属", en: "owner"),
    Bilingual(zh: "事由", en: "subject"), Bilingual(zh: "结论", en: "outcome"),
    Bilingual(zh: "应发总额", en: "amount"), Bilingual(zh: "上限前金额", en: "gross"),
    Bilingual(zh: "已发", en: "granted"), Bilingual(zh: "应付", en: "payable"),
    Bilingual(zh: "月数", en: "months"), Bilingual(zh: "起", en: "from"),
    Bilingual(zh: "止", en: "to"), Bilingual(zh: "核定日", en: "on"),
    Bilingual(zh: "最早变化日", en: "until"), Bilingual(zh: "核定批次", en: "run"),
  ]
}

extension DeterminationExport: ExportedTable {
  package var header: [String] { Self.titles.map { $0[language] } }

  package func eachRow(_ body: ([Cell]) throws -> Void) throws -> Int64 {
    guard let run = try store.lastRun() else { return 0 }
    // A determination that still holds is one of the day of that run.
    _ = try store.each(asOf: .run(run.number), after: after) { try body(cells(of: $0, on: run.on)) }
    return run.number
  }

  private func cells(of one: StoredDetermination, on day: CivilDate) -> [Cell] {
    [
      .text(one.benefit), .text(labels[one.benefit]?[language] ?? one.benefit),
      .text(one.party), .text(one.owner), one.subject.map(Cell.text) ?? .empty,
      .text(language == .zh ? one.outcome.label.zh : one.outcome.rawValue), money(one.amount),
      money(one.gross), money(one.granted), money(one.payable),
      one.monthly.map { .number(Decimal128($0.months)) } ?? .empty,
      month(one.monthly?.from), month(one.monthly?.to),
      .date(day), one.until.map(Cell.date) ?? .empty, .number(Decimal128(units: one.run, scale: 0)),
    ]
  }

  private func money(_ money: Money?) -> Cell {
    money.map { .money(Decimal128(units: $0.fen, scale: 2)) } ?? .empty
  }

  private func month(_ date: CivilDate?) -> Cell { date.map(Cell.month) ?? .empty }
}

package import Core
import Determination
package import Determinations
import Registry

/// Stored determinations as a table: a row for each benefit of each record.
package struct DeterminationExport: Sendable {
  package let store: DeterminationStore
  /// What people call the benefits, by full id; one that is not there goes by its id.
  package let labels: [String: Bilingual]
  /// Of the header, the labels and the outcomes.
  package var language: Language
  /// As of which run.
  package var asOf = AsOf.latest
  /// Only what differs from the state after this run, and how; `nil` for all there is.
  package var after: Int64?

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
    Bilingual(zh: "止", en: "to"), Bilingual(zh: "每月标准", en: "rate"),
    Bilingual(zh: "分段", en: "spans"), Bilingual(zh: "得分", en: "score"),
    Bilingual(zh: "分项得分", en: "items"), Bilingual(zh: "核定日", en: "on"),
    Bilingual(zh: "最早变化日", en: "until"), Bilingual(zh: "核定批次", en: "run"),
    Bilingual(zh: "规则指纹", en: "plan"), Bilingual(zh: "结果编号", en: "number"),
  ]
}

extension DeterminationExport: ExportedTable {
  package var header: [String] {
    Self.titles.map { $0[language] } + (after == nil ? [] : [RowChange.column])
  }

  package func eachRow(_ body: ([Cell]) throws -> Void) throws -> Int64 {
    let run =
      switch asOf {
      case .latest: try store.lastRun()
      case .run(let number): try store.run(number)
      }
    guard let run else { return 0 }
    // A determination that still holds is one of the day of that run.
    if let after {
      try store.eachDifference(after: after, asOf: .run(run.number)) {
        try body(cells(of: $0, on: run.on) + [.text($1.name[language])])
      }
    } else {
      _ = try store.each(asOf: .run(run.number)) { try body(cells(of: $0, on: run.on)) }
    }
    return run.number
  }

  private func cells(of one: StoredDetermination, on day: CivilDate) -> [Cell] {
    [
      .text(one.benefit), .text(labels[one.benefit]?[language] ?? one.benefit),
      .text(one.party), .text(one.owner), one.subject.map(Cell.text) ?? .empty,
      .text(language == .zh ? one.outcome.label.zh : one.outcome.rawValue), money(one.amount),
      money(one.gross), money(one.granted), money(one.payable),
      one.monthly.map { .number(Decimal128($0.months)) } ?? .empty,
      month(one.monthly?.from), month(one.monthly?.to), money(one.monthly?.rate),
      text(one.monthly?.spans.map(text) ?? []), one.score?.total.map(Cell.number) ?? .empty,
      text(one.score?.items.map { "\($0.id)=\($0.points?.description ?? "")" } ?? []),
      .date(day), one.until.map(Cell.date) ?? .empty, .number(Decimal128(units: one.run, scale: 0)),
      .text(one.plan), .number(Decimal128(units: one.number, scale: 0)),
    ]
  }

  /// A list in one cell.
  private func text(_ parts: [String]) -> Cell {
    parts.isEmpty ? .empty : .text(parts.joined(separator: "; "))
  }

  /// Months of one rate: `2019-06/2020-07 500.00`.
  private func text(_ span: Monthly.Span) -> String {
    "\(span.from.monthText)/\(span.to.monthText) \(span.rate)"
  }

  private func money(_ money: Money?) -> Cell {
    money.map { .money(Decimal128(units: $0.fen, scale: 2)) } ?? .empty
  }

  private func month(_ date: CivilDate?) -> Cell { date.map(Cell.month) ?? .empty }
}

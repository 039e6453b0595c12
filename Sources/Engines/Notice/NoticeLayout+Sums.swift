import Core
import Print

/// Months and sums.
extension NoticeLayout {
  var months: [PrintedBlock] {
    guard let months = notice.months, !months.spans.isEmpty else { return [] }
    let rows = months.spans.map { span in
      let range =
        span.from == span.to
        ? span.from.monthText
        : self(
          "\(span.from.monthText) 至 \(span.to.monthText)",
          "\(span.from.monthText) to \(span.to.monthText)")
      return PrintedTable.Row([
        [PrintedText(range)],
        [PrintedText("\(span.months) × \(span.rate.grouped)")],
        [PrintedText(span.subtotal.grouped)],
      ])
    }
    let total = PrintedTable.Row(
      [
        [PrintedText(self("合计", "In all"), .strong)],
        [PrintedText(self("\(months.months) 个月", "\(months.months) months"), .strong)],
        [PrintedText(months.total.grouped, .strong)],
      ], isTotal: true)
    return [
      .table(
        PrintedTable(
          columns: [.init(share: 5), .init(share: 4, .end), .init(share: 3, .end)],
          header: [
            self("月份", "Months"), self("月数 × 每月金额（元）", "months × yuan a month"),
            self("小计（元）", "yuan"),
          ], rows: rows + [total]))
    ]
  }

  var sums: [PrintedBlock] {
    if notice.sums.isEmpty { return [] }
    let rows = notice.sums.map { sum in
      let style: PrintedText.Style = sum.role == .result ? .strong : .body
      return PrintedTable.Row(
        [
          [PrintedText(sum.label[language].sentence, style)]
            + (sum.source.map { [PrintedText($0[language], .small)] } ?? []),
          [PrintedText(sum.amount.grouped, style)],
        ], isTotal: sum.role == .result)
    }
    return [
      .table(
        PrintedTable(
          columns: [.init(share: 9), .init(share: 3, .end)],
          header: [self("项目", "Step"), self("金额（元）", "yuan")], rows: rows))
    ]
  }
}

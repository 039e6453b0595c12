import Core
import PolicyDocument

/// A row of a source table that states a total, held against the rows it sums up.
struct SumCheck {
  private let document: PolicyDocument

  init(_ document: PolicyDocument) { self.document = document }

  var findings: [Finding] { document.sourceTables.flatMap(findings) }

  private func findings(_ table: DecisionTable) -> [Finding] {
    var findings: [Finding] = []
    var start = 0
    for (index, row) in table.rows.enumerated() where row.statesTotal {
      for (column, cell) in row.values.enumerated() {
        let parts = table.rows[start..<index].map { Decimal128($0.values[column].text) }
        guard let stated = Decimal128(cell.text), !parts.contains(nil),
          let sum = Decimal128.sum(parts.compactMap { $0 }), sum != stated
        else { continue }
        findings.append(
          Finding(
            .wrongSum, .warning, at: row.range,
            Bilingual(
              zh: "“\(row.title.zh)”写的是 \(stated)，各行相加是 \(sum)",
              en: "“\(row.title.en)” states \(stated); the rows add up to \(sum)"),
            Bilingual(
              zh: "核对各行和合计，改正写错的一个。",
              en: "Compare the rows with the total and correct what is wrong.")))
      }
      start = index + 1
    }
    return findings
  }
}

extension DecisionTable.Row {
  /// Whether the row gives the sum of those above it and is no band of its own.
  var statesTotal: Bool {
    ["合计", "总计", "小计", "总分"].contains { title.zh.hasPrefix($0) }
  }
}

extension Decimal128 {
  fileprivate static func sum(_ numbers: [Decimal128]) -> Decimal128? {
    numbers.reduce(Optional(.zero)) { $0?.adding($1) }
  }
}

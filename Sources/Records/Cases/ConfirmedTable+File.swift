import Core
package import Export

/// Confirmed cases as the file that `check` runs: the table itself, with those rows only.
package struct ConfirmedFile: Sendable {
  private let rows: [ConfirmedTable.Row]

  /// - Parameters:
  ///   - before: what was confirmed earlier.
  ///   - rows: what is confirmed now; takes the place of earlier rows about the same facts.
  package init(_ before: [ConfirmedTable.Row], adding rows: [ConfirmedTable.Row]) {
    let new = Set(rows.map(\.facts))
    self.rows = before.filter { !new.contains($0.facts) } + rows
  }

  package var count: Int { rows.count }
}

extension ConfirmedFile: ExportedTable {
  package var header: [String] { CaseColumn.allCases.map(\.title.zh) }

  package func eachRow(_ body: ([Cell]) throws -> Void) throws -> Int64 {
    for (index, row) in rows.enumerated() {
      try body(
        CaseColumn.allCases.map { column in
          if case .number = column { return .number(Decimal128(index + 1)) }
          let text = row.texts[column] ?? ""
          return text.isEmpty ? .empty : .text(text)
        })
    }
    return 0
  }
}

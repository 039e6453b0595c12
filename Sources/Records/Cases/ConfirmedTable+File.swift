import Core
package import Export

/// Confirmed cases as the file that `check` runs: the table itself, with those rows only.
package struct ConfirmedFile: Sendable {
  private let rows: [ConfirmedTable.Row]
  /// How many that were confirmed earlier are now marked wrong, and so no tests any more.
  package let withdrawn: Int

  /// What is confirmed takes the place of earlier rows about the same facts; what is marked wrong is
  /// left out, also where another row of the same table confirms it.
  ///
  /// - Parameters:
  ///   - before: what was confirmed earlier.
  ///   - check: of the table that came back.
  package init(_ before: [ConfirmedTable.Row], after check: CaseCheck) {
    let wrong = Set(check.rejected.map(\.facts))
    let new = Set(check.confirmed.map(\.facts))
    let left = before.filter { !wrong.contains($0.facts) }
    withdrawn = before.count - left.count
    rows =
      left.filter { !new.contains($0.facts) }
      + check.confirmed.filter { !wrong.contains($0.facts) }
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

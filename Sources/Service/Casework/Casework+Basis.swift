import Office
package import Store

extension Casework {
  /// A case, and what it was opened with, for whoever works that out again.
  ///
  /// - Parameters:
  ///   - number: of the case.
  ///   - connection: reads.
  /// - Returns: the case, and its determination with the reasons as JSON.
  /// - Throws: `CaseworkProblem.unknownCase`, `StoreError`.
  package func basis(
    of number: String, _ connection: borrowing Connection
  ) throws -> (record: CaseRecord, determination: String) {
    let (record, key) = try CaseTable.find(number, connection)
    let basis = try connection.first(
      "SELECT \"determination\" FROM \"case_basis\" WHERE \"case\" = \(key)"
    ) { $0.text(0) }
    return (record, basis ?? "")
  }
}

import Core
import Vocabulary

/// What was granted already, by claims.
extension ColumnStore {
  private func column(_ name: String) -> (table: ColumnTable, column: Column)? {
    guard let type = vocabulary.typeIndex("claim"), let table = tables[type],
      let field = vocabulary.types[type].fieldIndex(name), let column = table.columns[field]
    else { return nil }
    return (table, column)
  }

  /// Ids of the benefits that claims of a party are about.
  func claims(of party: Int) -> Set<String> {
    guard let (table, benefits) = column("benefit") else { return [] }
    return Set(
      table.rows(of: party).compactMap { row in
        benefits.narrow[row] >= 0 ? texts.texts[Int(benefits.narrow[row])] : nil
      })
  }

  /// What a party was granted for a benefit and subject; `nil` when one of the claims does not say
  /// how much.
  func granted(_ benefit: String, _ subject: String?, to party: Int) -> Money? {
    guard parties.hasClaims[party] != 0, let (table, benefits) = column("benefit"),
      let subjects = column("subject")?.column, let amounts = column("amount")?.column
    else { return .zero }
    let code = texts.code(of: benefit)
    var sum = Money?.some(.zero)
    for row in table.rows(of: party) where benefits.narrow[row] == code {
      let name = subjects.narrow[row] >= 0 ? texts.texts[Int(subjects.narrow[row])] : nil
      if name != subject { continue }
      sum = fen(amounts, row).flatMap { sum?.adding($0) }
    }
    return sum
  }

  /// A sum of money in yuan as a column holds it.
  private func fen(_ column: Column, _ row: Int) -> Money? {
    guard case .number(let scaled) = column.form, column[row] > Int64.none else { return nil }
    return Money(yuan: Decimal128(units: column[row], scale: scaled.scale))
  }
}

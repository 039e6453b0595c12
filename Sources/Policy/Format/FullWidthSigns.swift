import Core
import PolicyDocument

/// Finds signs that a Chinese keyboard put where rules need ASCII: `（`, `，`, `“`, `≥`.
enum FullWidthSigns {
  /// What to replace in the code spans of a document that hold names and expressions. Text for
  /// people, and what stands inside a string literal, stays as it is.
  static func mends(in source: SourceText) -> [(range: SourceRange, text: String)] {
    guard let document = PolicyDocument.read(source).document else { return [] }
    return document.codeCells.filter { isInCode($0, source) }.flatMap { mends(in: $0) }
  }

  private static func isInCode(_ cell: Cell, _ source: SourceText) -> Bool {
    cell.range.start > 0 && source.bytes[cell.range.start - 1] == UInt8(ascii: "`")
  }

  private static func mends(in cell: Cell) -> [(range: SourceRange, text: String)] {
    var mends: [(range: SourceRange, text: String)] = []
    var position = cell.range.start
    var closing: Set<Unicode.Scalar>?
    for scalar in cell.text.unicodeScalars {
      let end = position + UTF8.width(scalar)
      defer { position = end }
      let half = scalar.halfWidth
      if let closers = closing {
        guard closers.contains(scalar) else { continue }
        closing = nil
      } else if scalar == "\"" {
        closing = ["\""]
      } else if half == "\"" {
        closing = ["”", "“", "」", "』"]
      }
      if let half { mends.append((SourceRange(position, end), half)) }
    }
    // A literal that never closes: the author has to say where.
    return closing == nil ? mends : []
  }
}

extension PolicyDocument {
  /// Every cell that holds a name or an expression.
  fileprivate var codeCells: [Cell] {
    var cells = benefits.flatMap(\.rules).flatMap { [$0.id, $0.expression] }
    for table in tables + sourceTables {
      cells += [table.name] + table.inputs + table.outputs
      cells += table.rows.flatMap { $0.tests + $0.values }
    }
    cells += parameters.flatMap { [$0.name, $0.value] }
    cells += assumptions.flatMap { [$0.name, $0.value] + $0.options }
    cells += targets.flatMap { [$0.id, $0.value] } + provisions.map(\.id)
    cells += examples.flatMap { [$0.benefit] + $0.inputs + $0.outputs }
    return cells
  }
}

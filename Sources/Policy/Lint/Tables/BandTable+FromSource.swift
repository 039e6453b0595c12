import Core
import FEEL
import PolicyDocument
import PolicyPlan
import Vocabulary

extension BandTable {
  /// The bands of a source table as its author wrote them; rows that say “and so on” are left to
  /// the check of progressions.
  ///
  /// A text that speaks of bands says nothing of what lies beyond them: no points below the lowest,
  /// mostly. So only what is missing between bands is a gap.
  ///
  /// What the columns hold is known from the table that applies the bands, or from the header
  /// where it names a field or an indicator; else from the cells alone.
  init(
    source table: DecisionTable, in document: PolicyDocument, _ plan: Plan?,
    _ vocabulary: Vocabulary
  ) {
    let rows = table.rows.filter { !$0.isContinuation && !$0.statesTotal }
    let applied = plan?.tables.first { plan in
      document.tables.contains {
        $0.name.text == table.name.text && $0.range == plan.place.range
      }
    }
    let columns = table.inputs.enumerated().map { index, header -> SourceColumn in
      let cells = rows.map { $0.tests[index] }
      if let plan, let applied, applied.inputs.count == table.inputs.count {
        return SourceColumn(plan, applied.inputs[index], cells)
      }
      return SourceColumn(header, vocabulary.fieldType(named: header.text), cells, document)
    }
    let hasContinuation = table.rows.contains(where: \.isContinuation)
    self.init(
      name: document.title(of: table), range: table.range, columns: columns.map(\.column),
      rows: rows.enumerated().map { index, row in
        Row(
          label: row.title, range: row.range, tests: columns.map { $0.cells[index] },
          values: row.values.map { document.literal($0) })
      }, policy: Policy(letters: table.hitPolicy.text), hasDefault: hasContinuation,
      isSource: true)
  }
}

extension PolicyDocument {
  /// What people call a source table: as the table that applies it, else as its heading does.
  func title(of table: DecisionTable) -> Bilingual {
    tables.first { $0.name.text == table.name.text }?.label ?? table.label
  }

  /// A value that a cell writes out; `nil` for a formula.
  func literal(_ cell: Cell) -> Value? {
    if let date = CivilDate(cell.text) { return .date(date) }
    if let number = Decimal128(cell.text) { return .number(number) }
    return .string(cell.text)
  }
}

extension BandTable.Policy {
  /// As documents write it (DMN 1.5, 8.2.10).
  init(letters: String) {
    switch letters {
    case "A": self = .any
    case "F": self = .first
    case "C+", "C<", "C>": self = .someOf
    case "U": self = .unique
    default: self = .every
    }
  }
}

/// How one column of a source table is read.
private struct SourceColumn {
  let column: BandTable.Column
  let cells: [Criterion]

  /// A column that the applied table has too.
  init(_ plan: Plan, _ input: NodeID, _ cells: [Cell]) {
    let field = plan.fieldType(of: input)
    self.cells = cells.map { CellReading(field: field, source: plan.document.source).criterion($0) }
    column = BandTable.Column(plan, input, domain: nil)
  }

  /// A column that only its header tells of.
  init(_ header: Cell, _ field: FieldType?, _ cells: [Cell], _ document: PolicyDocument) {
    let reading = CellReading(field: field, source: document.source)
    let criteria = cells.map(reading.criterion)
    let measure = field.flatMap(Measure.init) ?? Measure(of: criteria)
    self.cells = measure == nil ? criteria.map { _ in .opaque } : criteria
    column = BandTable.Column(
      name: Bilingual(header.text), measure: measure ?? .text, words: field?.words ?? [:],
      key: header.text, start: document.front.eventsFrom ?? document.front.issued)
  }
}

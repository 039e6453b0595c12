import Core
package import DMN
import FEEL

extension Linter {
  /// What is wrong with the bands of a model's decision tables, in the order of its file.
  package static func findings(in program: DecisionProgram) -> [Finding] {
    program.tables.flatMap { outline in
      BandTable(outline).findings().map { finding in
        var placed = finding
        placed.headings = [outline.node]
        return placed
      }
    }
  }
}

extension BandTable {
  fileprivate init(_ outline: TableOutline) {
    let cells = outline.rows.map { row in row.tests.map { Criterion($0) } }
    let columns = outline.columns.enumerated().map { index, column in
      ModelColumn(column, cells.map { index < $0.count ? $0[index] : .any })
    }
    self.init(
      name: Bilingual(outline.node), range: nil, columns: columns.map(\.column),
      rows: zip(outline.rows, cells).enumerated().map { index, row in
        Row(
          label: Bilingual(zh: "第 \(index + 1) 行", en: "row \(index + 1)"), range: nil,
          tests: zip(row.1, columns).map { $1.isKnown ? $0 : $0.ifAny },
          values: row.0.values)
      }, policy: Policy(outline), hasDefault: outline.hasDefault)
  }
}

extension Criterion {
  fileprivate init(_ tests: [TableOutline.Test]) {
    let tests = tests.map { Criterion($0) }
    self = tests.count == 1 ? tests[0] : .oneOf(tests)
  }

  private init(_ test: TableOutline.Test) {
    switch test {
    case .any: self = .any
    case .opaque: self = .opaque
    case .compare(let sign, let value): self = .compare(sign, value)
    case .not(let tests): self = .not(tests.map { Criterion($0) })
    case .option(let value): self.init(option: value)
    }
  }

  private init(option value: Value) {
    switch value {
    case .list(let items): self = .oneOf(items.map { Criterion(option: $0) })
    case .range(let range):
      self = .range(
        low: range.low, lowIncluded: range.lowIncluded, high: range.high,
        highIncluded: range.highIncluded)
    default: self = .compare(.equal, value)
    }
  }

  fileprivate var ifAny: Criterion {
    if case .any = self { .any } else { .opaque }
  }
}

/// A column of a model's table, and whether the linter knows its kind of values.
private struct ModelColumn {
  let column: BandTable.Column
  let isKnown: Bool
}

extension ModelColumn {
  init(_ column: TableOutline.Column, _ cells: [Criterion]) {
    let allowed = column.allowed.map { Criterion($0) }
    let named = Measure(of: cells + (allowed.map { [$0] } ?? []))
    let measure = Measure(column.type, named)
    isKnown = measure != nil
    self.column = BandTable.Column(
      name: Bilingual(column.text), measure: measure ?? .text, reads: column.reads,
      key: column.text,
      domain: measure.flatMap { measure in
        allowed.map { Admission($0, measure).possible }
          ?? (measure == .boolean ? .all(.boolean) : nil)
      })
  }
}

extension Measure {
  /// The measure of a type; where the type says nothing, that of the values named.
  fileprivate init?(_ type: FEELType, _ named: Measure?) {
    switch type {
    case .number: self = named ?? .number(digits: nil)
    case .string: self = .text
    case .boolean: self = .boolean
    case .date: self = .date
    case .yearMonthDuration: self = .yearMonthDuration
    case .dayTimeDuration: self = .dayTimeDuration
    case .any:
      guard let named else { return nil }
      self = named
    default: return nil
    }
  }
}

extension BandTable.Policy {
  fileprivate init(_ outline: TableOutline) {
    switch outline.policy {
    case .unique: self = .unique
    case .any: self = .any
    case .first: self = .first
    case .several: self = .every
    case .priority:
      let ranks = outline.rows.map { row in
        zip(row.values, outline.priorities).map { value, order in
          order.firstIndex { other in value.map { Operations.isEqual($0, other) == true } ?? false }
            ?? order.count
        }
      }
      let order = Set(ranks).sorted { $0.lexicographicallyPrecedes($1) }
      self = .priority(ranks.map { rank in order.firstIndex(of: rank) ?? order.count })
    }
  }
}

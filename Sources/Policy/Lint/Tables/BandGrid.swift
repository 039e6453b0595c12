import Core

/// A table laid out on the positions of its columns, for one set of cases it is asked for.
struct BandGrid {
  let scales: [ColumnScale]
  /// What rows surely and possibly admit, within the cases there are.
  let sure: BoxSet
  let possible: BoxSet
  /// For each column a box of all that no case has.
  let outside: [[[BoxSet.Span]]]

  /// - Parameters:
  ///   - columns: quantities that are independent of each other.
  ///   - cells: of each row the admission of each column.
  ///   - domain: the values that the cases have, by column.
  init(_ columns: [BandTable.Column], _ cells: [[Admission]], _ domain: [ValueSet]) {
    let scales = columns.indices.map { column in
      ColumnScale(columns[column], cells.map { $0[column] }, [domain[column]])
    }
    self.scales = scales
    let sizes = scales.map(\.size)
    var sure = BoxSet(sizes: sizes)
    var possible = BoxSet(sizes: sizes)
    for row in cells {
      sure.append(
        row.enumerated().map { column, cell in
          scales[column].spans(cell.sure.intersection(domain[column]), null: cell.sureNull)
        })
      possible.append(
        row.enumerated().map { column, cell in
          scales[column].spans(cell.possible.intersection(domain[column]), null: cell.possibleNull)
        })
    }
    (self.sure, self.possible) = (sure, possible)
    outside = columns.indices.map { column in
      columns.indices.map { other in
        other == column
          ? scales[column].spans(outside: domain[column])
          : [BoxSet.Span(0, scales[other].size)]
      }
    }
  }

  /// The boxes of a set, and behind them what no case has.
  func withOutside(_ boxes: BoxSet) -> BoxSet {
    var boxes = boxes
    for box in outside { boxes.append(box) }
    return boxes
  }

  /// Whether positions are all that a case can have in a column.
  func isAll(_ column: Int, _ low: Int32, _ high: Int32) -> Bool {
    let outside = outside[column][column]
    return [(0, low), (high, scales[column].size)].allSatisfy { from, to in
      from >= to || outside.contains { $0.low <= from && to <= $0.high }
    }
  }

  /// The first part that two rows share.
  func common(_ first: Int32, _ second: Int32) -> Region? {
    var region = sure.whole
    for column in scales.indices {
      guard
        let shared = sure.spans(first, column).lazy.compactMap({ span in
          sure.spans(second, column).lazy.map { other in
            (low: max(span.low, other.low), high: min(span.high, other.high))
          }.first { $0.low < $0.high }
        }).first
      else { return nil }
      (region.low[column], region.high[column]) = (shared.low, shared.high)
    }
    return region
  }

  /// Whether all that one row possibly admits, another surely does.
  func covers(_ row: Int32, _ other: Int32) -> Bool {
    scales.indices.allSatisfy { column in
      possible.spans(other, column).allSatisfy { span in
        sure.relation(row, column, span.low, span.high) == .wholly
      }
    }
  }
}

import Core
import FEEL

/// Finds what is wrong with the bands of one table.
struct BandCheck {
  let table: BandTable
  /// Columns with what they admit by row, those of one quantity taken together.
  private let columns: [BandTable.Column]
  private let positions: [Int]
  private let cells: [[Admission]]

  /// How many overlaps and gaps of one table are told.
  private static let most = 20
  /// How many pairs are gathered before they are put together.
  private static let mostPairs = 400

  init(_ table: BandTable) {
    self.table = table
    var keys: [String: Int] = [:]
    var positions: [Int] = []
    var merged: [Int] = []
    for (index, column) in table.columns.enumerated() {
      if let known = keys[column.key] {
        merged.append(known)
      } else {
        keys[column.key] = positions.count
        merged.append(positions.count)
        positions.append(index)
      }
    }
    self.positions = positions
    columns = positions.map { table.columns[$0] }
    let columns = columns
    cells = table.rows.map { row in
      var cells: [Admission?] = columns.map { _ in nil }
      for (column, test) in row.tests.enumerated() {
        let admission = Admission(test, table.columns[column].measure)
        cells[merged[column]] = cells[merged[column]]?.and(admission) ?? admission
      }
      return cells.enumerated().map { $1 ?? Admission(.any, columns[$0].measure) }
    }
  }

  /// What is wrong, in the order of rows; gaps last.
  func defects() -> [BandDefect] {
    if cells.isEmpty || columns.isEmpty { return [] }
    let empties = empty()
    if isEntangled || columns.count > 64 { return empties }
    let dead = Set(empties.map { if case .empty(let row, _, _) = $0 { row } else { -1 } })
    var found = empties
    for domain in table.domains {
      let all = self.domain(domain) { .all(columns[$0].measure) }
      let asked = within(domain, self.domain(domain) { spoken($0) })
      let gaps = gaps(BandGrid(columns, cells, asked))
      let defects =
        overlaps { BandGrid(columns, cells, within(domain, all)) }
        + masked(dead) { BandGrid(columns, cells, all) } + gaps
      for defect in defects where !found.contains(defect) {
        found.append(defect)
      }
    }
    return found
  }

  /// Whether some column depends on another, so that not every combination can occur.
  private var isEntangled: Bool {
    var seen: Set<String> = []
    for column in columns {
      if !seen.isDisjoint(with: column.reads) { return true }
      seen.formUnion(column.reads)
    }
    return false
  }

  /// The values of each column in the cases the table is asked for.
  private func domain(
    _ domain: BandTable.Domain, unknown: (Int) -> ValueSet
  ) -> [ValueSet] {
    positions.enumerated().map { column, position in
      domain.declared[position]?.settled(columns[column].measure) ?? unknown(column)
    }
  }

  /// Of sets by column what is given of every case.
  private func within(_ domain: BandTable.Domain, _ sets: [ValueSet]) -> [ValueSet] {
    zip(positions, sets).enumerated().map { column, pair in
      guard let given = domain.given[pair.0] else { return pair.1 }
      return pair.1.intersection(given).settled(columns[column].measure)
    }
  }

  /// Where nobody knows what values a column has, gaps are looked for among those its cells speak
  /// of: whatever lies beyond the outermost band was never the author's subject.
  private func spoken(_ column: Int) -> ValueSet {
    let measure = columns[column].measure
    let named = cells.map { $0[column].possible }.filter { $0 != .all(measure) }
    let union = named.reduce(ValueSet.none(measure)) { $0.union($1) }
    guard case .scale(let set) = union, let hull = set.hull,
      named.contains(where: { !$0.isPoints(measure) })
    else { return named.isEmpty ? .all(measure) : union }
    return .scale(IntervalSet(from: hull.from, to: hull.to))
  }

  private func empty() -> [BandDefect] {
    var found: [BandDefect] = []
    for (row, cells) in cells.enumerated() {
      for (column, cell) in cells.enumerated()
      where !(cell.mentionsNull && cell.possibleNull) {
        let domain = table.domains.map {
          $0.declared[positions[column]] ?? .all(columns[column].measure)
        }
        let measure = columns[column].measure
        let isReached = domain.contains {
          !cell.possible.intersection($0.settled(measure)).isEmpty
        }
        if cell.possible.isEmpty || !isReached {
          found.append(
            .empty(row, column: positions[column], isOutside: !cell.possible.isEmpty))
          break
        }
      }
    }
    return found
  }

  private func overlaps(_ makeGrid: () -> BandGrid) -> [BandDefect] {
    let rows = table.rows
    let differs: (Int32, Int32) -> Bool
    switch table.policy {
    case .unique: differs = { _, _ in true }
    case .any: differs = { rows[Int($0)].surelyDiffers(from: rows[Int($1)]) }
    default: return []
    }
    let grid = makeGrid()
    var search = OverlapSearch(grid.sure, limit: BandCheck.mostPairs, isConflict: differs)
    let pairs = search.pairs()
    var covered: [Int32: [Int32]] = [:]
    for pair in pairs {
      if grid.covers(pair.first, pair.second) {
        covered[pair.first, default: []].append(pair.second)
      } else if grid.covers(pair.second, pair.first) {
        covered[pair.second, default: []].append(pair.first)
      }
    }
    covered = covered.filter { $1.count > 1 }
    var found: [BandDefect] = []
    for pair in pairs {
      for (wide, narrow) in [(pair.first, pair.second), (pair.second, pair.first)]
      where covered[wide]?.first == narrow {
        let others = covered[wide] ?? []
        found.append(
          .covers(Int(wide), others.map(Int.init), cases(grid.common(wide, narrow), grid)))
      }
      let isTold = [(pair.first, pair.second), (pair.second, pair.first)].contains {
        covered[$0.0]?.contains($0.1) == true
      }
      if isTold { continue }
      found.append(
        .overlap(
          Int(pair.first), Int(pair.second), cases(grid.common(pair.first, pair.second), grid)))
    }
    let told = Array(found.prefix(BandCheck.most))
    return search.isCut || found.count > told.count ? told + [.more] : told
  }

  private func masked(_ dead: Set<Int>, _ makeGrid: () -> BandGrid) -> [BandDefect] {
    let rank: [Int]
    switch table.policy {
    case .first: rank = Array(table.rows.indices)
    case .priority(let ranks): rank = ranks
    default: return []
    }
    let grid = makeGrid()
    let outside = Array(repeating: -1, count: grid.outside.count)
    var search = ReachSearch(
      sure: grid.withOutside(grid.sure), possible: grid.withOutside(grid.possible),
      rank: rank + outside)
    let rows = search.unreached().map(Int.init).filter { $0 < table.rows.count }
    return rows.filter { !dead.contains($0) }.prefix(BandCheck.most).map { row in
      let ahead = table.rows.indices.filter { other in
        rank[other] < rank[row] && grid.common(Int32(other), Int32(row)) != nil
      }
      let alone = ahead.first { grid.covers(Int32($0), Int32(row)) }
      return .masked(row, by: alone.map { [$0] } ?? ahead)
    }
  }

  private func gaps(_ grid: BandGrid) -> [BandDefect] {
    if table.hasDefault { return [] }
    if case .every = table.policy { return [] }
    var search = GapSearch(grid.withOutside(grid.possible), limit: BandCheck.most)
    let gaps = search.gaps().map { cases($0, grid) }.filter { !isLookUp($0) }
    return gaps.map(BandDefect.gap) + (search.isCut && !gaps.isEmpty ? [.more] : [])
  }

  /// Whether only a combination of single values is missing, of which nobody says that all occur:
  /// a list of what belongs together, not bands.
  private func isLookUp(_ cases: BandDefect.Cases) -> Bool {
    let telling = cases.parts.filter { !$0.isAll }
    return telling.count { table.columns[$0.column].domain == nil && listsSingles($0.column) } > 1
  }

  /// Whether every cell of a column names single values or says nothing.
  private func listsSingles(_ position: Int) -> Bool {
    guard let column = positions.firstIndex(of: position) else { return false }
    let measure = columns[column].measure
    return cells.map { $0[column].possible }.allSatisfy {
      $0 == .all(measure) || $0.isPoints(measure)
    }
  }

  private func cases(_ region: Region?, _ grid: BandGrid) -> BandDefect.Cases {
    guard let region else { return BandDefect.Cases(parts: []) }
    return BandDefect.Cases(
      parts: grid.scales.indices.map { column in
        let scale = grid.scales[column]
        let part = scale.part(region.low[column], region.high[column])
        return BandDefect.Cases.Part(
          column: positions[column], words: scale.words(of: part),
          example: scale.example(of: part),
          isAll: grid.isAll(column, region.low[column], region.high[column]))
      })
  }
}

extension Admission {
  /// What both admit.
  fileprivate func and(_ other: Admission) -> Admission {
    var both = Admission(
      sure.intersection(other.sure), possible.intersection(other.possible),
      sureNull: sureNull && other.sureNull, possibleNull: possibleNull && other.possibleNull)
    both.mentionsNull = mentionsNull || other.mentionsNull
    return both
  }
}

extension ValueSet {
  /// Whether the set is made of single values.
  fileprivate func isPoints(_ measure: Measure) -> Bool {
    guard case .scale(let set) = self else { return true }
    return set.intervals.allSatisfy { interval in
      switch (interval.from, interval.to) {
      case (.before(let low), .after(let high)): low == high
      case (.before(let low), .before(let next)): measure.grid?.value(before: next) == low
      default: false
      }
    }
  }
}

extension BandTable.Row {
  /// Whether two rows give values that are known and not the same.
  fileprivate func surelyDiffers(from other: BandTable.Row) -> Bool {
    zip(values, other.values).contains { first, second in
      guard let first, let second else { return false }
      return Operations.isEqual(first, second) != true
    }
  }
}

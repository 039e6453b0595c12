import Core

/// The three tables by region (levels, skills, who has a wage), whose cells are shown or hidden
/// together.
struct RegionTables {
  private let lines: [RegionLine]
  private var levels, skills, paid: CrossTable

  private static let uncertified = LevelClass.uncertified.rawValue - 1
  /// The columns of the sums.
  private static let allLevels = LevelClass.allCases.count
  private static let allSkills = 3
  /// The columns of those of whom something is not certain.
  private static let unknown = LevelClass.unknown.rawValue - 1
  private static let uncertain = 2

  /// - Parameters:
  ///   - lines: of the single regions, then of the groups, then of the whole.
  ///   - groups: for each single region, its group.
  ///   - groupCount: how many groups there are.
  init(_ lines: [RegionLine], groups: [Int], groupCount: Int) {
    func table(_ counts: KeyPath<RegionLine, [Int]>, _ columns: Int) -> CrossTable {
      CrossTable(
        lines.prefix(groups.count).map { $0[keyPath: counts] }, groups: groups,
        groupCount: groupCount, columns: columns)
    }
    self.lines = lines
    levels = table(\.levels, RegionTables.allLevels)
    skills = table(\.skills, RegionTables.allSkills)
    paid = table(\.paid, RegionTables.allLevels)
    protect(hidingTitled: RegionTables.hiddenTitled(lines, groups, groupCount))
    // Who has a wage is among those of the level: a number shown here would be a least one there.
    paid.protect(free: RegionTables.unknown) { [levels] line, column in
      levels.isHidden[line][column]
    }
  }

  /// Hides cells until no round hides more. The tables of levels and of skills share their totals.
  ///
  /// The high-skilled less the levels 1 to 3 are those with but a title; with one of the three
  /// hidden, it could be guessed from the other two. Where either matters, two of the three are
  /// hidden, and the high-skilled where that does not help. How many people's level is not certain
  /// tells of gaps in the registry, not of people.
  private mutating func protect(hidingTitled titled: [Bool]) {
    var before: [[[Bool]]] = []
    while before != [levels.isHidden, skills.isHidden] {
      before = [levels.isHidden, skills.isHidden]
      // Second levels first: the high-skilled are hidden only where that does not help.
      protectLevels(hidingTitled: titled)
      skills.protect(free: RegionTables.uncertain) { [levels] line, column in
        switch column {
        case 0: RegionTables.tells(levels, line, titled[line])
        case RegionTables.allSkills: levels.isHidden[line][RegionTables.allLevels]
        default: false
        }
      }
    }
  }

  /// Hides the small levels and, until none is missing, the pairs that the hidden ones ask for.
  private mutating func protectLevels(hidingTitled titled: [Bool]) {
    var before: [[Bool]] = []
    while before != levels.isHidden {
      before = levels.isHidden
      levels.protect(free: RegionTables.unknown) { [levels, skills] line, column in
        column == RegionTables.allLevels
          ? skills.isHidden[line][RegionTables.allSkills]
          : RegionTables.pair(levels, line, titled[line]).contains(column)
      }
    }
  }

  /// The levels 1 to 3 that are hidden for the sake of the high-skilled: two of them, those hidden
  /// before, then the smallest.
  private static func pair(_ levels: CrossTable, _ line: Int, _ titled: Bool) -> [Int] {
    let isHidden = levels.isHidden[line]
    let hidden = isHidden.prefix(3).count { $0 }
    guard hidden == 1 || hidden == 0 && titled else { return [] }
    let counts = levels.counts[line]
    let order = (0..<3).filter { counts[$0] > 0 }.sorted {
      (isHidden[$0] ? 0 : 1, counts[$0], $0) < (isHidden[$1] ? 0 : 1, counts[$1], $1)
    }
    return Array(order.prefix(2))
  }

  /// Whether the high-skilled would tell of the levels 1 to 3: of the only hidden one, of several
  /// that are one person each (their sum leaves no more), or of those with but a title.
  private static func tells(_ levels: CrossTable, _ line: Int, _ titled: Bool) -> Bool {
    let hidden = (0..<3).filter { levels.isHidden[line][$0] }
    if hidden.isEmpty { return titled }
    return hidden.count == 1 || hidden.allSatisfy { levels.counts[line][$0] == 1 }
  }

  /// In which lines the number of those with but a title must not be worked out, nor from the
  /// other lines.
  private static func hiddenTitled(
    _ lines: [RegionLine], _ groups: [Int], _ groupCount: Int
  ) -> [Bool] {
    let (whole, outside) = (groupCount, groupCount + 1)
    let cells = lines.enumerated().map { line, counts in
      let isPart = line < groups.count
      let group = isPart ? groups[line] : line - groups.count
      return Suppression.Cell(
        from: isPart ? outside : group, to: isPart ? group : group == whole ? outside : whole,
        count: counts.titled, isSecret: Suppression.isSmall(counts.titled))
    }
    return Suppression(cells, vertices: groupCount + 2).isHidden
  }

  func figures(ofLine line: Int, _ scope: RegionFigures.Scope) -> RegionFigures {
    let high = count(skills, line, 0)
    var share: Decimal128?
    if let high = high.value, let other = count(skills, line, 1).value, high + other > 0 {
      share = Quotient.rounded(Int128(high), Int128(high + other), digits: 4)
    }
    let classes = LevelClass.allCases
    return RegionFigures(
      scope: scope, workers: count(levels, line, RegionTables.allLevels),
      levels: Dictionary(
        uniqueKeysWithValues: classes.map { ($0, count(levels, line, $0.rawValue - 1)) }),
      highSkilled: high, highSkilledShare: share,
      wages: Dictionary(
        uniqueKeysWithValues: classes.filter { $0 != .unknown }.map {
          ($0, wage(line, $0.rawValue - 1))
        }),
      wage: wage(line, RegionTables.allLevels))
  }

  private func count(_ table: CrossTable, _ line: Int, _ column: Int) -> Count {
    table.isHidden[line][column] ? .hidden : .shown(table.counts[line][column])
  }

  /// The wages of a column; the last is of all.
  private func wage(_ line: Int, _ column: Int) -> WageFigure {
    let people = count(paid, line, column)
    guard let number = people.value, number > 0 else {
      return WageFigure(people: people, mean: nil, ratio: nil)
    }
    let sums = lines[line].sums
    let sum = column < sums.count ? sums[column] : sums.reduce(0, +)
    let mean = Quotient.rounded(sum, Int128(number) * 1_000_000, digits: 2)
    var ratio: Decimal128?
    if let others = count(paid, line, RegionTables.uncertified).value,
      sums[RegionTables.uncertified] > 0
    {
      ratio = Quotient.rounded(
        sum * Int128(others), Int128(number) * sums[RegionTables.uncertified], digits: 2)
    }
    return WageFigure(people: people, mean: mean.flatMap { Money(yuan: $0) }, ratio: ratio)
  }
}

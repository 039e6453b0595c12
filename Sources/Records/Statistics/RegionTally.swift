import Core

/// Counts and sums by region, and what of them may be shown.
struct RegionTally {
  /// Region codes; persons name them by position.
  private let regions: [String]
  /// By position of the region, and last for those of no known region.
  private var lines: [RegionLine]

  init(_ regions: [String]) {
    self.regions = regions
    lines = [RegionLine](repeating: RegionLine(), count: regions.count + 1)
  }

  mutating func add(_ person: Person) {
    let line = person.region >= 0 ? Int(person.region) : regions.count
    let level = person.level.map { Int($0) - 1 } ?? LevelClass.unknown.rawValue - 1
    lines[line].levels[level] += 1
    switch person.isHighSkilled {
    case .yes: lines[line].skills[0] += 1
    case .no: lines[line].skills[1] += 1
    case .maybe: lines[line].skills[2] += 1
    }
    if person.isTitledOnly { lines[line].titled += 1 }
    guard person.hasWage else { return }
    lines[line].paid[level] += 1
    lines[line].sums[level] += Int128(person.wage)
  }

  /// The figures of every region with somebody in it, of the groups and of the whole.
  func figures() -> [RegionFigures] {
    let present = lines.indices.filter { lines[$0].levels.contains { $0 > 0 } }
      .sorted { code($0) ?? "~" < code($1) ?? "~" }
    let names = Array(Set(present.map(group))).sorted()
    let groups = present.map { names.firstIndex(of: group($0)) ?? 0 }
    var all = present.map { lines[$0] }
    var sums = [RegionLine](repeating: RegionLine(), count: names.count + 1)
    for (line, group) in zip(all, groups) {
      sums[group] += line
      sums[names.count] += line
    }
    all += sums
    let tables = RegionTables(all, groups: groups, groupCount: names.count)
    func made(_ line: Int, _ scope: RegionFigures.Scope) -> RegionFigures {
      tables.figures(ofLine: line, scope)
    }
    var figures = [made(all.count - 1, .whole)]
    for (position, name) in names.enumerated() where name != RegionTally.nowhere {
      figures.append(made(present.count + position, .prefecture(name + "00")))
      for line in present.indices where groups[line] == position {
        figures.append(made(line, .county(code(present[line]) ?? "")))
      }
    }
    if let line = present.firstIndex(of: regions.count) { figures.append(made(line, .unknown)) }
    return figures
  }

  private func code(_ line: Int) -> String? { line < regions.count ? regions[line] : nil }

  /// What the regions are grouped by: the first four digits. Behind them, those of no known region.
  private func group(_ line: Int) -> String {
    code(line).map { String($0.prefix(4)) } ?? RegionTally.nowhere
  }

  private static let nowhere = "~"
}

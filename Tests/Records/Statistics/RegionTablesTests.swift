import Statistics
import TestSupport
import Testing

@testable import Statistics

/// What the tables of one town tell about each other.
@Suite struct RegionTablesTests {
  private func line(_ levels: [Int], titled: Int = 0) -> RegionLine {
    var line = RegionLine()
    line.levels = levels
    let high = levels.prefix(3).reduce(0, +) + titled
    line.skills = [high, levels.reduce(0, +) - high, 0]
    line.titled = titled
    line.paid = levels
    return line
  }

  /// The figures of a single region beside a large one of the same prefecture.
  private func figures(_ levels: [Int], titled: Int = 0) -> RegionFigures {
    let parts = [line(levels, titled: titled), line([50, 60, 70, 80, 90, 100, 0])]
    var sum = parts[0]
    sum += parts[1]
    let tables = RegionTables(parts + [sum, sum], groups: [0, 0], groupCount: 1)
    return tables.figures(ofLine: 0, .county("330302"))
  }

  @Test("nothing small, nothing hidden") func nothing() {
    let figures = figures([5, 6, 7, 8, 9, 10, 0])
    #expect(figures.levels.values.allSatisfy { $0 != .hidden })
    #expect(figures.highSkilled == .shown(18) && figures.highSkilledShare != nil)
  }

  @Test("one small level of the high ones hides a second, so that their sum may be shown")
  func pair() {
    let figures = figures([3, 6, 7, 8, 9, 10, 0])
    #expect(figures.levels[.one] == .hidden && figures.levels[.two] == .hidden)
    #expect(figures.levels[.three] == .shown(7) && figures.highSkilled == .shown(16))
  }

  @Test("two levels of one person each hide a third or the sum, which would leave them no room")
  func ones() {
    let figures = figures([1, 1, 7, 8, 9, 10, 0])
    #expect(figures.levels[.three] == .hidden || figures.highSkilled == .hidden)
  }

  @Test("the only high level hides the high-skilled with it") func single() {
    #expect(figures([0, 0, 3, 8, 9, 10, 0]).highSkilled == .hidden)
  }

  @Test("few with but a title cannot be worked out as what is left over") func titled() {
    let figures = figures([5, 6, 7, 8, 9, 10, 0], titled: 2)
    let shown = [LevelClass.one, .two, .three].filter { figures.levels[$0] != .hidden }
    #expect(shown.count < 3 || figures.highSkilled == .hidden)
  }

  @Test("a hidden level shows neither its wages nor how many have one", arguments: 0..<40)
  func wages(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let levels = (0..<6).map { _ in Int.random(in: 0...9, using: &random) } + [0]
    let figures = figures(levels)
    for level in LevelClass.allCases where figures.levels[level] == .hidden {
      if let wage = figures.wages[level] { #expect(wage.people == .hidden && wage.mean == nil) }
    }
  }
}

import Testing
import TestSupport

@testable import Explain

/// The best combination against all there are.
@Suite("Combinations")
struct CombinationTests {
  /// A random problem of up to twelve cases.
  private static func problem(_ random: inout SeededGenerator) -> Combination {
    let count = Int.random(in: 1...12, using: &random)
    let worth = (0..<count).map { _ in Int64.random(in: 0...8, using: &random) * 500 }
    let exclusions = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      let members = (0..<count).shuffled(using: &random).prefix(
        Int.random(in: 0...count, using: &random))
      let parts = Dictionary(grouping: members) { _ in Int.random(in: 0...2, using: &random) }
      return Combination.Exclusion(
        parts: parts.sorted { $0.key < $1.key }.map { $0.value.sorted() })
    }
    let limits = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      let members = (0..<count).filter { _ in Bool.random(using: &random) }
      let isAmount = Bool.random(using: &random)
      return Combination.Limit(
        members: members,
        spared: Set(members.filter { _ in Int.random(in: 0..<6, using: &random) == 0 }),
        most: isAmount
          ? Int64.random(in: 0...12, using: &random) * 500
          : Int64.random(in: 1...4, using: &random),
        isAmount: isAmount, isChosen: Bool.random(using: &random))
    }
    return Combination(worth: worth, exclusions: exclusions, limits: limits)
  }

  /// Every lawful set, and what it pays.
  private static func all(
    _ problem: Combination, free: [Int], fixed: [Int]
  ) -> [(taken: [Int], fen: Int64)] {
    (0..<(1 << free.count)).compactMap { bits in
      let taken = (fixed + free.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element))
        .sorted()
      return problem.pay(taken).map { (taken, $0.values.reduce(0, +)) }
    }
  }

  /// Whether one set takes what is preferred: the first case in which they differ is in it.
  private static func isPreferred(_ one: [Int], to other: [Int]) -> Bool {
    let differing = Set(one).symmetricDifference(other).min()
    return differing.map(one.contains) ?? false
  }

  @Test(
    "As good as the best of all, and of equals the preferred", arguments: 0..<30 as Range<UInt64>)
  func exact(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let problem = Self.problem(&random)
      let cases = Array(problem.worth.indices)
      let fixed = cases.filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
      let free = cases.filter { !fixed.contains($0) }
      let answer = problem.best(among: free, with: fixed)
      let all = Self.all(problem, free: free, fixed: fixed)
      let most = all.map(\.fen).max()
      #expect(answer?.fen == most, "seed \(seed): \(problem) with \(fixed)")
      #expect(answer?.isProven ?? true, "seed \(seed)")
      let equals = all.filter { $0.fen == most }.map(\.taken)
      let preferred = equals.max { Self.isPreferred($1, to: $0) }
      #expect(answer?.taken == preferred, "seed \(seed): \(problem) with \(fixed)")
    }
  }

  @Test("Without patience a lawful combination and what it may fall short by")
  func givesUp() throws {
    let worth: [Int64] = [700, 600, 500, 400]
    let rings = [[0, 1], [1, 2], [2, 3], [3, 0]].map {
      Combination.Exclusion(parts: $0.map { [$0] })
    }
    let whole = try #require(
      Combination(worth: worth, exclusions: rings, limits: []).best(among: [0, 1, 2, 3]))
    #expect(whole.taken == [0, 2] && whole.fen == 1200 && whole.isProven)
    let hasty = try #require(
      Combination(worth: worth, exclusions: rings, limits: [], patience: 4)
        .best(among: [0, 1, 2, 3]))
    #expect(hasty.fen <= 1200 && hasty.bound >= 1200)
  }

  @Test("Many cases of one cap are settled at once")
  func many() throws {
    let worth = (0..<400).map { Int64($0 * 7919 % 1000) }
    let cap = Combination.Limit(
      members: Array(worth.indices), most: 3, isAmount: false, isChosen: true)
    let answer = try #require(
      Combination(worth: worth, exclusions: [], limits: [cap]).best(among: Array(worth.indices)))
    #expect(answer.isProven && answer.fen == worth.sorted().suffix(3).reduce(0, +))
  }
}

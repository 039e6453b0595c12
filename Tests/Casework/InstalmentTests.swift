import Core
import Testing

@testable import Casework

@Suite struct InstalmentTests {
  @Test(
    "parts of one size, the first takes the rest, and a month has the day it has",
    arguments: [
      (100_000, 3, ["2025-01-31 33334", "2025-02-28 33333", "2025-03-31 33333"]),
      (2, 2, ["2025-01-31 1", "2025-02-28 1"]),
      (75_000, 1, ["2025-01-31 75000"]),
      (1, 2, []),
      (100, 0, []),
    ] as [(Int64, Int, [String])])
  func parts(_ amount: Int64, _ count: Int, _ expected: [String]) throws {
    let first = try #require(CivilDate("2025-01-31"))
    let parts = Casework.parts(of: amount, count: count, from: first)
    #expect(parts.map { "\($0.due) \($0.amount)" } == expected)
  }
}

/// How much a search may still do. A table whose boxes are all entangled can take longer than
/// anybody waits; then the search stops and says so, instead of guessing.
struct Effort {
  private var left: Int

  /// - Parameter visits: how often a rule may be looked at.
  init(visits: Int = 60_000_000) { left = visits }

  var isSpent: Bool { left < 0 }

  mutating func spend(_ visits: Int) { left -= visits + 1 }
}

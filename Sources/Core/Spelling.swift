/// Finds what somebody probably meant to write.
package enum Spelling {
  /// The candidate nearest to a word, when it is near enough to be a slip: at most one change in
  /// three characters. Of equally near ones the first.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased())
    guard wanted.count <= 64 else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased())
      let limit = max(wanted.count, other.count) / 3
      guard abs(wanted.count - other.count) <= limit else { continue }
      let found = distance(wanted, other)
      if found <= limit, found < best?.distance ?? .max { best = (candidate, found) }
    }
    return best?.candidate
  }

  /// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the
  /// other (optimal string alignment).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var least = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}

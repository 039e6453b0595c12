/// "Did you mean": the legal name nearest to what somebody wrote.
public enum Suggestion {
  /// The candidate that the fewest single-character changes (insertion, deletion, replacement, or
  /// a swap of neighbours) make of `written`, ignoring the case of letters; the first of equals.
  ///
  /// At most one change in three characters counts as near, and always one in a name of two or
  /// more; `nil` when no candidate is that near.
  public static func nearest(to written: String, among candidates: some Sequence<String>)
    -> String?
  {
    let folded = Array(written.lowercased())
    guard folded.count >= 2, folded.count <= longestName else { return nil }
    let limit = max(1, folded.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let other = Array(candidate.lowercased())
      guard abs(other.count - folded.count) <= limit else { continue }
      let distance = distance(folded, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.name
  }

  /// Longer than any name; what is longer is not a slip of the finger, and not worth the time.
  private static let longestName = 80

  /// Optimal string alignment distance.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}

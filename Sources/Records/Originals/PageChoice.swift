import Core
import PolicyDocument

/// Which pages of a scan an author says an article stands on: `第三条=1,第四条=1-2`.
enum PageChoice {
  /// - Parameters:
  ///   - text: as the author wrote it.
  ///   - document: whose articles are named.
  ///   - count: how many pages there are.
  /// - Returns: pages from 1, by the anchor of the article's heading.
  /// - Throws: `OriginalProblem`.
  static func read(
    _ text: String, _ document: PolicyDocument, pages count: Int
  ) throws(OriginalProblem) -> [String: [Int]] {
    var chosen: [String: [Int]] = [:]
    let sections = document.sections.filter { $0.level == 2 }
    for part in text.split(whereSeparator: { ",，".contains($0) }) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, let range = range(sides[1]) else {
        throw .malformedPages(String(part))
      }
      guard
        let section = sections.first(where: {
          [$0.article?.zh, $0.article?.en, $0.anchor].contains(sides[0])
        })
      else {
        throw .unknownArticle(sides[0], known: sections.compactMap { $0.article?.zh })
      }
      if let beyond = range.first(where: { $0 > count }) {
        throw .unknownPage(beyond, article: sides[0], count: count)
      }
      chosen[section.anchor, default: []] += range
    }
    return chosen
  }

  private static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first, let low = first, let last = ends.last, let high = last,
      ends.count <= 2, low >= 1, low <= high
    else { return nil }
    return low...high
  }
}

/// How much may still be tried out in search of what is missing and of next steps. One trial determines one
/// case with those of its party, and takes as much as these have records: a person has a dozen; a file in
/// which somebody has hundreds would take minutes.
final class SearchEffort {
  private var left: Int

  /// - Parameter limit: in records gone through; `nil` for no limit.
  init(_ limit: Int?) { left = limit ?? .max }

  /// What one party's cases may take: a second or two.
  static let ofOneParty = 100_000

  /// Whether nothing more may be tried.
  var isSpent: Bool { left <= 0 }

  func spend(_ records: Int) { left -= min(records, left) }
}

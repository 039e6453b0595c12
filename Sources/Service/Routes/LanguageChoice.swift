import Core

extension Language {
  /// The language a reader prefers (`Accept-Language`, RFC 9110, 12.5.4); Chinese unless English
  /// is asked for more.
  init(accepting header: String?) {
    var weights: [Language: Int] = [.zh: 0, .en: 0]
    for item in (header ?? "").split(separator: ",") {
      let parts = item.split(separator: ";").map { $0.filter { $0 != " " } }
      guard let tag = parts.first?.lowercased() else { continue }
      let weight =
        parts.dropFirst().first { $0.hasPrefix("q=") }
        .map { Self.thousandths($0.dropFirst(2)) } ?? 1_000
      for language in Language.allCases
      where tag == language.rawValue || tag.hasPrefix(language.rawValue + "-") {
        weights[language] = max(weights[language] ?? 0, weight)
      }
    }
    self = (weights[.en] ?? 0) > (weights[.zh] ?? 0) ? .en : .zh
  }

  /// A weight from 0 to 1 with at most three digits; anything else counts as nothing.
  private static func thousandths(_ text: Substring) -> Int {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int($0) }), (0...1).contains(whole) else { return 0 }
    let digits = parts.count > 1 ? String(parts[1]) : ""
    guard digits.utf8.count <= 3,
      let fraction = Int(digits + String(repeating: "0", count: 3 - digits.utf8.count))
    else { return 0 }
    return min(whole * 1_000 + fraction, 1_000)
  }
}

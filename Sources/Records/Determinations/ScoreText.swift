import Core
import Determination

/// The points of a score sheet in one line: `53.5;X1.1=1.5;X1.2=4`, with nothing behind the sign, or
/// before the first semicolon, where they are unknown.
enum ScoreText {
  static func text(of score: Determination.Score) -> String {
    let items = score.items.map { "\($0.id)=\($0.points?.description ?? "")" }
    return ([score.total?.description ?? ""] + items).joined(separator: ";")
  }

  /// - Returns: `nil` when the text is not of this form.
  static func score(_ text: String) -> Determination.Score? {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard let first = parts.first, let total = points(first) else { return nil }
    var items: [Determination.Score.Item] = []
    for part in parts.dropFirst() {
      let pieces = part.split(separator: "=", omittingEmptySubsequences: false)
      guard pieces.count == 2, let points = points(pieces[1]) else { return nil }
      items.append(Determination.Score.Item(id: String(pieces[0]), points: points.value))
    }
    return Determination.Score(total: total.value, items: items)
  }

  /// Points, or that they are unknown.
  private struct Points { let value: Decimal128? }

  /// - Returns: `nil` for what is no number and not nothing.
  private static func points(_ text: Substring) -> Points? {
    if text.isEmpty { return Points(value: nil) }
    return Decimal128(String(text)).map(Points.init)
  }
}

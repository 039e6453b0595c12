import Core
import Pages
import Registry

/// One side of a comparison.
struct ComparedSide: Sendable {
  /// Id and name of the party.
  var party: String
  var name: String
  var on: CivilDate
  /// As of when it is known; `nil` for now.
  var change: Change?
  /// Whether what later documents change in texts counts.
  var isAmended: Bool

  var state: KnownAt { change.map { .change($0.number) } ?? .latest }

  /// Whether another side comes to the same by being the same.
  func isSame(as other: ComparedSide) -> Bool {
    party == other.party && on == other.on && change?.number == other.change?.number
      && isAmended == other.isAmended
  }

  /// What tells it from another side: the head of its column.
  func title(beside other: ComparedSide) -> Bilingual {
    var parts: [Bilingual] = []
    if party != other.party { parts.append(Bilingual(name)) }
    if on != other.on { parts.append(Bilingual("\(on)")) }
    if change?.number != other.change?.number { parts.append(known) }
    if isAmended != other.isAmended { parts.append(texts) }
    return Bilingual(
      zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: ", "))
  }

  /// All that it is.
  ///
  /// - Parameter hasAmendments: whether there are any that could be left out.
  /// - Returns: party, day, what was known, and the texts.
  func basis(_ hasAmendments: Bool) -> Bilingual {
    let texts = hasAmendments ? [texts] : []
    return Bilingual(
      zh: (["\(name)，\(on) 认定", known.zh] + texts.map(\.zh)).joined(separator: "，"),
      en: (["\(name), as of \(on)", known.en] + texts.map(\.en)).joined(separator: ", "))
  }

  private var known: Bilingual {
    guard let change else { return Bilingual(zh: "按现在所知", en: "as known now") }
    return Bilingual(
      zh: "按第 \(change.number) 次变更（\(change.clock)）所知",
      en: "as known after change \(change.number) (\(change.clock))")
  }

  private var texts: Bilingual {
    isAmended
      ? Bilingual(zh: "含后来文件的修改", en: "with what later documents change")
      : Bilingual(zh: "印发时的文本", en: "by the texts as issued")
  }
}

import Casework
import Core
import JSONText
import Pages
import PolicyPlan

/// The score sheet that a case goes by, for pages.
struct ScoreWords: Sendable {
  private let items: [ScoreSheet.Item]
  private let groups: [ScoreSheet.Group]

  /// - Parameters:
  ///   - plans: of the documents.
  ///   - record: the case. Where no plan has its sheet any more, items are called by their ids.
  init(_ plans: [Plan], _ record: CaseRecord) {
    let benefit = plans.flatMap(\.benefits).first { $0.id == record.entitlement.benefit }
    if case .score(let sheet)? = benefit?.payment {
      items = sheet.items
      groups = sheet.groups
    } else {
      items = []
      groups = []
    }
  }

  func item(_ id: String) -> ScoreSheet.Item? { items.first { $0.rule.id == id } }

  func label(_ id: String) -> Bilingual { item(id)?.rule.label ?? Bilingual("") }

  /// Both sides of every item.
  func lines(_ scores: [ScoreComparison]) -> [MyScoreLine] {
    func text(_ points: Decimal128?) -> String { points?.description ?? "—" }
    return scores.map { score in
      MyScoreLine(
        item: score.item, label: label(score.item), own: text(score.own?.points),
        review: text(score.review?.points), difference: text(score.difference),
        note: score.review?.note ?? "")
    }
  }

  static func total(_ scores: [ItemScore]) -> Decimal128 {
    scores.reduce(.zero) { $0.adding($1.points) ?? $0 }
  }

  /// The sheet as it is filled in.
  ///
  /// - Parameters:
  ///   - number: of the case.
  ///   - scores: what is kept.
  ///   - determination: what the facts came to when the case was opened, as JSON.
  /// - Returns: the sheet, part by part.
  func view(
    _ number: String, _ scores: [ScoreComparison], determination: String
  ) -> MyScoreView {
    let byFacts = ScoreWords.byFacts(determination)
    var left = scores.map { score in
      MyScoreView.Item(
        id: score.item, label: label(score.item), maximum: item(score.item)?.maximum,
        evidence: item(score.item)?.evidence, byFacts: byFacts[score.item],
        points: score.own?.points.description ?? "", note: score.own?.note ?? "",
        kept: score.own?.points)
    }
    var parts = groups.map { group in
      MyScoreView.Group(
        id: group.id, label: group.label, items: left.filter { group.holds($0.id) })
    }.filter { !$0.items.isEmpty }
    left.removeAll { item in groups.contains { $0.holds(item.id) } }
    if !left.isEmpty {
      parts.append(
        MyScoreView.Group(id: "–", label: Bilingual(zh: "其他", en: "others"), items: left))
    }
    return MyScoreView(number: number, groups: parts)
  }

  private static func byFacts(_ determination: String) -> [String: String] {
    let json = try? JSON.parse(SourceText(name: "determination", text: determination))
    let items = json?["determinations"]?.items?.first?["items"]?.members ?? []
    return items.reduce(into: [:]) { $0[$1.key] = $1.value.string }
  }
}

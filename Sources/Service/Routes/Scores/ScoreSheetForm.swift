import Core
import Determination
import Explain
import FEEL
import Facts
import HTTP
import Pages
import PolicyDocument
import PolicyPlan
import Vocabulary

/// A score sheet between the page and the engine: what is asked, what was sent, what it comes to.
struct ScoreSheetForm {
  let plan: Plan
  let benefit: BenefitPlan
  let sheet: ScoreSheet
  let language: Language
  let today: CivilDate
  var fields: FormFields
  /// More lines were asked for in this list.
  var growing: String?
  /// What the registry has of the enterprise that the sheet is about; `nil` where none is named.
  var recorded: RecordedSheet?

  /// Fewest lines of a list.
  private static let lines = 2
  private static let mostLines = 60

  var year: String { fields["year"] ?? String(today.year) }

  /// The page's view; with points where the report is given.
  func view(_ found: Determination? = nil, asked: Bool = false) -> ScoreSheetView {
    var view = ScoreSheetView(
      title: benefit.label, path: ScoreSheetForm.path(plan, benefit),
      document: plan.document.front.title, documentPath: "policies/" + plan.id,
      most: [.base: sheet.base, .bonus: sheet.bonus], groups: groups(found, asked: asked))
    view.year = year
    view.name = fields["name"] ?? recorded?.party.name ?? ""
    view.party = recorded.map { ScoreSheetView.Party(id: $0.id, link: $0.party) }
    view.sent = fields.pairs.filter { $0.name != "do" && $0.name != "more" }
    if plan.benefits.contains(where: { $0.ranking != nil }) {
      view.rankingPath = "scores/\(plan.id)/ranking"
    }
    return view
  }

  static func path(_ plan: Plan, _ benefit: BenefitPlan) -> String {
    "scores/" + benefit.id
  }

  private func groups(_ found: Determination?, asked: Bool) -> [ScoreSheetView.Group] {
    var shown: Set<String> = []
    var items = sheet.items.map { item -> ScoreSheetView.Item in
      let vetoes = sheet.vetoes.filter { $0.rule.id == item.rule.id }
      let members = ([item.rule] + vetoes.map(\.rule)).flatMap {
        plan.yearlyMembers(of: $0.node)
      }
      let id = item.rule.id
      let points = found?.score?.items.first { $0.id == id }?.points
      return ScoreSheetView.Item(
        id: id, label: item.rule.label, part: item.kind.part, maximum: item.maximum,
        evidence: item.evidence,
        inputs: members.filter { shown.insert($0.id).inserted }.map { input($0) },
        selfScore: (fields["s." + id] ?? "").trimmed, note: (fields["n." + id] ?? "").trimmed,
        reached: asked ? ScoreSheetView.Item.Reached(points: points) : nil,
        review: recorded?.review[id])
    }
    var groups = sheet.groups.map { group in
      ScoreSheetView.Group(
        id: group.id, label: group.label, items: items.filter { group.holds($0.id) })
    }
    items.removeAll { item in sheet.groups.contains { $0.holds(item.id) } }
    if !items.isEmpty {
      let others = Bilingual(zh: "其他", en: "others")
      groups.append(ScoreSheetView.Group(id: "–", label: others, items: items))
    }
    return groups
  }

  // MARK: what is asked

  private func input(_ field: Field) -> ScoreInput {
    let name = "f." + field.id
    return ScoreInput(
      name: name, label: field.name, kind: kind(field, name), value: (fields[name] ?? "").trimmed,
      hint: field.type.isQuotient ? ScoreSheetForm.quotientHint : nil)
  }

  /// What a field holds where there is known to be none.
  static let none = "none"

  /// How a share is written.
  static let quotientHint = Bilingual(zh: "60 % 填 0.6 或 60%", en: "for 60 % enter 0.6 or 60%")

  private func kind(_ field: Field, _ name: String) -> ScoreInput.Kind {
    switch field.type {
    case .boolean:
      return .choice([
        Choice("yes", language == .zh ? "是" : "yes"), Choice("no", language == .zh ? "否" : "no"),
      ])
    case .enumeration(let values): return .choice(choices(values))
    case .number(_, _, let labels) where !labels.isEmpty: return .choice(choices(labels))
    case .number: return .number
    case .children(let columns):
      return .list(
        columns.map { ScoreInput(name: $0.id, label: $0.name, kind: kind($0, $0.id)) },
        rows: rows(name, columns))
    default: return .text
    }
  }

  /// With one that says there is none, where no value says so already.
  private func choices(_ values: [EnumerationValue]) -> [Choice] {
    let own = values.map { Choice($0.id, $0.name[language]) }
    if values.contains(where: { $0.id == ScoreSheetForm.none }) { return own }
    return own + [Choice(ScoreSheetForm.none, language == .zh ? "没有" : "none")]
  }

  /// The lines of a list as they are shown: those sent, and empty ones.
  private func rows(_ name: String, _ columns: [Field]) -> [[String]] {
    let sent = Int(fields["r" + name.dropFirst()] ?? "") ?? ScoreSheetForm.lines
    let more = growing == name ? 3 : 0
    let count = min(max(sent, ScoreSheetForm.lines) + more, ScoreSheetForm.mostLines)
    return (0..<count).map { row in
      columns.map { (fields["\(name).\(row).\($0.id)"] ?? "").trimmed }
    }
  }
}

extension ScoreSheet.Kind {
  fileprivate var part: ScoreSheetView.Part {
    switch self {
    case .base: .base
    case .bonus: .bonus
    case .deduction: .deduction
    }
  }
}

extension FieldType {
  /// Whether it is a quotient of two numbers, which has as many digits as a program prints; what
  /// people count or pay has a few.
  var isQuotient: Bool { if case .number(_, let scale, _) = self { scale > 9 } else { false } }
}

extension String {
  /// Without blanks around it.
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

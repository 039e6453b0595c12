import Procedures
import Bureau
import Casework
import Core
import HTTP
import Office
import Pages

/// What a list of cases is narrowed by, as its address says.
struct QueueQuery {
  let filter: QueueFilter
  let position: CasePosition?
  private let fields: [(name: String, value: String)]

  private static let names = [
    "turn", "state", "procedure", "benefit", "region", "assigned", "overdue", "party", "number",
  ]

  init(_ query: FormFields, user: Int64) {
    fields = query.pairs.filter { Self.names.contains($0.name) && !$0.value.isEmpty }
    let values = FormFields(fields)
    var filter = QueueFilter()
    filter.turn = values["turn"]
    filter.state = values["state"]
    filter.procedure = values["procedure"]
    filter.benefit = values["benefit"]
    filter.region = values["region"].flatMap { $0.isRegionCode ? $0 : nil }
    switch values["assigned"] {
    case "me": filter.assigned = .user(user)
    case "nobody": filter.assigned = .nobody
    default: break
    }
    filter.isOverdue = values["overdue"] == "1"
    filter.party = values["party"]
    filter.number = values["number"]?.filter { $0 != " " }
    self.filter = filter
    position = query["after"].flatMap { CasePosition(text: $0) }
  }

  /// The query again.
  var text: String { FormFields(fields).urlEncoded }

  /// The query of the page behind a position.
  func text(after position: CasePosition) -> String {
    FormFields(fields + [("after", position.text)]).urlEncoded
  }

  /// The query without one of its fields.
  func text(without name: String) -> String {
    FormFields(fields.filter { $0.name != name }).urlEncoded
  }

  /// What narrows the list by other names.
  func others(beside names: [String]) -> [(name: String, value: String)] {
    fields.filter { !names.contains($0.name) }
  }

  /// What narrows the list, in words.
  func chips(_ words: CaseWords, states: [String: Bilingual]) -> [QueueView.Chip] {
    fields.map { field in
      QueueView.Chip(label(field, words, states), without: text(without: field.name))
    }
  }

  private func label(
    _ field: (name: String, value: String), _ words: CaseWords, _ states: [String: Bilingual]
  ) -> Bilingual {
    switch field.name {
    case "state": states[field.value] ?? Bilingual(field.value)
    case "benefit": words.benefit(field.value)
    case "assigned":
      field.value == "me"
        ? Bilingual(zh: "我领办的", en: "taken by me") : Bilingual(zh: "没有人领办", en: "taken by nobody")
    case "overdue": Bilingual(zh: "已超期", en: "overdue")
    case "turn":
      Turn(word: field.value).map {
        Bilingual(zh: "轮到\($0.label.zh)", en: "turn: \($0.label.en)")
      } ?? Bilingual(field.value)
    case "procedure":
      words.bureau.casework.shelf.current.first { $0.id == field.value }?.label
        ?? Bilingual(field.value)
    case "region": Region.name(of: field.value)
    case "number": Bilingual(zh: "编号 \(field.value)", en: "number \(field.value)")
    default: Bilingual(field.value)
    }
  }
}

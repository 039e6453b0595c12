package import Core

/// The points of an item from both sides.
package struct ScoreLine: Sendable {
  package let item: String
  package let label: Bilingual
  /// The most that can be given, as text; `nil` for what is taken off.
  package let most: String?
  package let own: String?
  package let review: String?
  package let difference: String?
  /// What the own points rest on, and what the reviewer says.
  package let note: String
  package let remark: String

  package init(
    item: String, label: Bilingual, most: String?, own: String?, review: String?,
    difference: String?, note: String, remark: String
  ) {
    self.item = item
    self.label = label
    self.most = most
    self.own = own
    self.review = review
    self.difference = difference
    self.note = note
    self.remark = remark
  }

  /// The names of the fields in which a reviewer gives points.
  package static func pointsField(_ item: String) -> String { "points-\(item)" }
  package static func remarkField(_ item: String) -> String { "remark-\(item)" }
}

/// Both sides of the sheet, with what they come to; the reviewer who has taken the case fills it in.
func scoreSection(_ view: CaseView, _ place: PageLocation, _ form: SignedForm) -> HTML {
  Tag.section(.labelled(by: "scores")) {
    Tag.h2(.id("scores")) { place("评分", "Scores") }
    if view.mayScore {
      form(action: place.link("desk/cases/\(view.line.number)/scores")) {
        scoreTable(view, place)
        Tag.div(.class("buttons")) {
          Tag.button { place("保存审核分", "Keep the review points") }
        }
      }
    } else {
      scoreTable(view, place)
    }
  }
}

private func scoreTable(_ view: CaseView, _ place: PageLocation) -> HTML {
  DeskTable(
    title: place("评分", "Scores"),
    columns: [
      .words(place("项目", "Item")), .figures(place("自评", "Own")),
      .figures(place("审核", "Review")), .figures(place("差别", "Difference")),
      .words(place("依据和说明", "Evidence and remarks")),
    ]
  ).html(view.scores.map { cells($0, view, place) }, total: total(view.scores, place))
}

private func cells(_ line: ScoreLine, _ view: CaseView, _ place: PageLocation) -> [HTML] {
  let most = line.most.map { place("，最高 \($0)", ", at most \($0)") } ?? ""
  let name = Tag.span {
    line.item + " " + place(line.label.capitalised)
    Tag.span(.class("soft small")) { most }
  }
  let notes = [line.note, line.remark].filter { !$0.isEmpty }.joined(separator: "；")
  guard view.mayScore else {
    return [
      name, HTML(line.own ?? "—"), HTML(line.review ?? "—"), HTML(line.difference ?? "—"),
      HTML(notes),
    ]
  }
  let points = ScoreLine.pointsField(line.item)
  let remark = ScoreLine.remarkField(line.item)
  return [
    name, HTML(line.own ?? "—"),
    Tag.input(
      .type("text"), .name(points), .value(line.review ?? ""), .class("short"),
      Attribute("inputmode", "decimal"),
      .label(place("\(line.item) 的审核分", "Review points of \(line.item)"))),
    HTML(line.difference ?? "—"),
    Tag.span {
      Tag.span(.class("soft")) { line.note }
      Tag.input(
        .type("text"), .name(remark), .value(line.remark),
        .label(place("\(line.item) 的说明", "Remark on \(line.item)")))
    },
  ]
}

/// What each side comes to, as far as it is given.
private func total(_ lines: [ScoreLine], _ place: PageLocation) -> [HTML] {
  func sum(_ part: (ScoreLine) -> String?) -> HTML {
    let points = lines.compactMap { part($0).flatMap { Decimal128($0) } }
    guard !points.isEmpty else { return "—" }
    return HTML(points.reduce(Decimal128(0)) { $0.adding($1) ?? $0 }.description)
  }
  return [HTML(place("合计", "Total")), sum(\.own), sum(\.review), sum(\.difference), ""]
}

import Core

/// A score sheet as a form. It works without scripts; with them the totals follow what is typed.
package func scoreSheetPage(_ place: PageLocation, _ view: ScoreSheetView) -> Page {
  var page = Page(place, title: place(view.title.capitalised), active: .scores) {
    Tag.a(.class("back"), .href(place.link(view.documentPath))) { place(view.document) }
    errorSummary(view.errors, place)
    Tag.h1 { place(view.title.capitalised) }
    Tag.p(.class("lead")) {
      place(
        "逐项填数据、自评分和材料说明。不知道的可以空着：空着不算零分，结果会写明还缺什么。",
        "Enter facts, a self score and a note on the evidence, item by item. Leave out what you do "
          + "not know: it does not count as nothing, and the result says what is missing.")
    }
    if let party = view.party {
      Tag.p(.class("notice")) {
        place("已填入登记库里", "Filled in with what the registry has of ")
        Tag.a(.href(place.link(party.link.path))) { party.link.name }
        place(
          " \(view.year) 年度的指标、自评分和材料说明。在这里的改动只用来试算，不写回登记库。",
          " for \(view.year): indicators, self scores, evidence. What you change here is only worked "
            + "out; it does not go back to the registry.")
      }
    }
    if let ranking = view.rankingPath {
      Tag.p { Tag.a(.href(place.link(ranking))) { place("看排名", "See the ranking") } }
    }
    Tag.form(
      Attribute("method", "post"), Attribute("action", place.link(view.path)), .class("scores"),
      Attribute("novalidate")
    ) {
      if let party = view.party {
        Tag.input(.type("hidden"), .name("party"), .value(party.id))
      }
      Tag.div(.class("row")) {
        field(
          "year", place("年度", "Year"), view.year, .class("short"),
          error: view.error(of: "year"))
        field("name", place("单位名称（可不填）", "Enterprise (optional)"), view.name)
      }
      scoreTotals(view, place)
      for group in view.groups { groupSection(group, view, place) }
      scoreTotals(view, place, isLive: false)
      Tag.p(.class("buttons")) {
        Tag.button(.type("submit"), .name("do"), .value("result")) {
          place("看结果", "Show the result")
        }
        Tag.button(.type("submit"), .class("quiet"), .name("do"), .value("total")) {
          place("算总分", "Add up")
        }
      }
    }
  }.wide
  page.hasError = !view.errors.isEmpty
  page.scripts = [ScoreScript.path]
  return page
}

extension ScoreSheetView {
  func error(of field: String) -> String? { errors.first { $0.field == field }?.message }
}

/// A line of text with its label, a hint where there is one, and what is wrong with it.
func field(
  _ name: String, _ label: String, _ value: String, _ more: Attribute..., hint: String? = nil,
  error: String? = nil
) -> HTML {
  let id = name.replacing(".", with: "-")
  // What is wrong says how it is written too.
  let hint = error == nil ? hint : nil
  let describing = [hint.map { _ in id + "-hint" }, error.map { _ in id + "-error" }]
    .compactMap { $0 }
  return Tag.div(.class(error == nil ? "field" : "field wrong")) {
    Tag.label(.for(id)) { label }
    if let error { Tag.p(.class("error"), .id(id + "-error")) { error } }
    Tag.input(
      [.type("text"), .id(id), .name(name), .value(value)] + more
        + (describing.isEmpty ? [] : [.described(by: describing)])
        + (error == nil ? [] : [Attribute("aria-invalid", "true")]))
    if let hint { Tag.p(.class("hint small"), .id(id + "-hint")) { hint } }
  }
}

/// The totals of the self scores; one of them is kept up to date while somebody types.
private func scoreTotals(
  _ view: ScoreSheetView, _ place: PageLocation, isLive: Bool = true
) -> HTML {
  Tag.p(isLive ? [.class("notice number"), Attribute("role", "status")] : [.class("number soft")]) {
    place("自评合计 ", "Self score in all: ")
    Tag.strong(isLive ? [Attribute("data-total", "all")] : []) { view.selfTotal().description }
    place(" 分（", " (")
    HTML.joined(
      ScoreSheetView.Part.allCases.map { part in
        HTML(place(part.label) + " ")
          + Tag.span(isLive ? [Attribute("data-total", part.rawValue)] : []) {
            view.selfTotal(part).description
          } + HTML(view.most[part].map { place("/", " of ") + $0.description } ?? "")
      }, by: HTML(place("，", ", ")))
    place("）", ")")
  }
}

private func groupSection(
  _ group: ScoreSheetView.Group, _ view: ScoreSheetView, _ place: PageLocation
) -> HTML {
  Tag.section(.labelled(by: "group-" + group.id)) {
    Tag.h2(.id("group-" + group.id)) { group.id + " " + place(group.label.capitalised) }
    for item in group.items { itemField(item, view, place) }
  }
}

private func itemField(
  _ item: ScoreSheetView.Item, _ view: ScoreSheetView, _ place: PageLocation
) -> HTML {
  let most =
    item.maximum.map { place("最高 \($0) 分", "at most \($0) points") }
    ?? place("扣分项", "deduction")
  let own = "s." + item.id
  return Tag.fieldset(.class("item")) {
    Tag.legend {
      item.id + " " + place(item.label.capitalised) + " "
      Tag.span(.class("soft")) { place("（\(most)）", "(\(most))") }
      if let points = item.reached?.points {
        " "
        Tag.span(.class("tag yes")) { place("按数据 \(points) 分", "\(points) by the facts") }
        if let difference = item.difference(of: points) { differs(difference, place) }
      }
      if let points = item.review {
        " "
        Tag.span(.class("tag no")) { place("复核 \(points) 分", "\(points) in review") }
        if let difference = item.difference(of: points) { differs(difference, place) }
      }
    }
    Tag.div(.class("row")) {
      for input in item.inputs { inputField(input, view, place) }
    }
    Tag.div(.class("row")) {
      field(
        own, place("自评分", "Self score"), item.selfScore, .class("short"),
        Attribute("data-part", item.part.rawValue), Attribute("inputmode", "decimal"),
        error: view.error(of: own.replacing(".", with: "-")))
      field(
        "n." + item.id,
        item.evidence.map { place("材料说明（\($0.zh)）", "Evidence (\($0.en))") }
          ?? place("材料说明", "Evidence"), item.note)
    }
  }
}

/// How points differ from the self score.
func differs(_ difference: Decimal128, _ place: PageLocation) -> HTML {
  let size = difference < .zero ? difference.negated : difference
  return HTML(" ")
    + Tag.span(.class("tag wait number")) {
      difference < .zero
        ? place("比自评低 \(size)", "\(size) below the self score")
        : place("比自评高 \(size)", "\(size) above the self score")
    }
}

import Core

/// What a score sheet comes to: points by group, what is missing, what excludes.
package func scoreResultPage(_ place: PageLocation, _ view: ScoreSheetView) -> Page {
  let open = view.items.count { $0.reached?.points == nil }
  return Page(place, title: place("评分结果", "Score"), active: .scores) {
    Tag.a(.class("back"), .href(place.link(view.documentPath))) { place(view.document) }
    Tag.h1 {
      place("评分结果", "Score")
      if !view.name.isEmpty { place("：", ": ") + view.name }
    }
    Tag.div(.class("result is-" + (view.vetoes.isEmpty ? (open == 0 ? "yes" : "wait") : "no"))) {
      Tag.p(.class("amount number")) {
        place("\(view.reachedTotal()) 分", "\(view.reachedTotal()) points")
        if open > 0 {
          " "
          Tag.span(.class("tag wait")) {
            place("还有 \(open) 项未知", "\(open) item(s) unknown yet")
          }
        }
      }
      Tag.p(.class("number")) {
        HTML.joined(
          ScoreSheetView.Part.allCases.map { part in
            HTML(
              place(part.label) + " " + view.reachedTotal(part).description
                + (view.most[part].map { place("/", " of ") + $0.description } ?? ""))
          }, by: HTML(place("，", ", ")))
        place("；自评合计 ", "; self score in all ") + view.selfTotal().description
        if let total = view.reviewTotal {
          place("；复核合计 ", "; review in all ") + total.description
        }
      }
      Tag.p { place("\(view.year) 年度的数据", "Facts of \(view.year)") }
      for veto in view.vetoes {
        Tag.p { Tag.strong { place("一票否决：", "Veto: ") + place(veto) } }
      }
    }
    if !view.missing.isEmpty {
      Tag.h2 { place("还缺这些数据", "Still missing") }
      Tag.ul(.class("columns")) { for fact in view.missing { Tag.li { place(fact) } } }
    }
    Tag.h2 { place("逐项", "Item by item") }
    table(view, place)
    again(view, place)
  }.wide
}

private func table(_ view: ScoreSheetView, _ place: PageLocation) -> HTML {
  let columns = [
    place("项", "Item"), place("最高", "Most"), place("按数据", "By facts"), place("自评", "Self score"),
    place("复核", "Review"), place("材料说明", "Evidence"),
  ]
  return Tag.div(
    .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "group"),
    .label(place("逐项得分", "Points by item"))
  ) {
    Tag.table(.class("points")) {
      Tag.thead {
        Tag.tr { for column in columns { Tag.th(Attribute("scope", "col")) { column } } }
      }
      for group in view.groups {
        Tag.tbody {
          Tag.tr {
            Tag.th(Attribute("scope", "rowgroup"), Attribute("colspan", "\(columns.count)")) {
              group.id + " " + place(group.label.capitalised)
            }
          }
          for item in group.items { row(item, place) }
        }
      }
    }
  }
}

private func row(_ item: ScoreSheetView.Item, _ place: PageLocation) -> HTML {
  let points = item.reached?.points
  return Tag.tr {
    Tag.th(Attribute("scope", "row")) { item.id + " " + place(item.label.capitalised) }
    Tag.td(.class("number")) { item.maximum?.description ?? "–" }
    Tag.td(.class("number")) {
      points?.description ?? place("未知", "unknown")
      if let difference = item.difference(of: points) { differs(difference, place) }
    }
    Tag.td(.class("number")) { item.selfScore.isEmpty ? "–" : item.selfScore }
    Tag.td(.class("number")) {
      item.review?.description ?? "–"
      if let difference = item.difference(of: item.review) { differs(difference, place) }
    }
    Tag.td {
      item.note
      if let evidence = item.evidence {
        if !item.note.isEmpty { Tag.br() }
        Tag.span(.class("soft small")) { place("需要：", "Asked for: ") + place(evidence) }
      }
    }
  }
}

/// Sends everything back to the form.
private func again(_ view: ScoreSheetView, _ place: PageLocation) -> HTML {
  Tag.form(Attribute("method", "post"), Attribute("action", place.link(view.path))) {
    for (name, value) in view.sent where !value.isEmpty {
      Tag.input(.type("hidden"), .name(name), .value(value))
    }
    Tag.p(.class("buttons")) {
      Tag.button(.type("submit"), .class("quiet"), .name("do"), .value("total")) {
        place("回去修改", "Back to the sheet")
      }
    }
  }
}

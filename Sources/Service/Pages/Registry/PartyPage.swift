import Core

/// The page of a worker or an organisation: who it is, what it is entitled to, what is on record.
package func partyPage(_ place: PageLocation, _ view: PartyView) -> Page {
  Page(place, title: view.link.name, active: .search) {
    Tag.a(.class("back"), .href(place.link("search"))) { place("查找", "Search") }
    Tag.div(.class("who")) {
      Tag.p(.class("soft")) { place(view.type.capitalised) }
      Tag.h1 { view.link.name }
    }
    pastNotice(view, place)
    Tag.div(.class("sheet")) {
      Tag.div {
        if let results = view.determinations { storedResults(results, view, place) }
        if let workers = view.workers { workerSection(workers, view, place) }
        recordSection(view, place)
      }
      Tag.div(.class("aside")) {
        attributeSection(view, place)
        historySection(view, place)
      }
    }
  }.wide
}

/// Says that what follows was known once, where that is so.
func pastNotice(_ view: PartyView, _ place: PageLocation) -> HTML {
  guard let known = view.known else { return .empty }
  return Tag.div(.class("notice")) {
    Tag.p {
      place(
        "这是 \(known.moment) 登记后所知的情况，不一定是现在的。",
        "This is what was known after the change of \(known.moment); it may not be so any more.")
    }
    Tag.p {
      Tag.a(.href(place.link(view.link.path))) { place("看现在的情况", "See what is known now") }
    }
  }
}

private func attributeSection(_ view: PartyView, _ place: PageLocation) -> HTML {
  Tag.section(.labelled(by: "attributes")) {
    Tag.h2(.id("attributes")) { place("基本情况", "Particulars") }
    if view.attributes.isEmpty {
      Tag.p(.class("soft")) { place("没有登记。", "Nothing is on record.") }
    }
    Tag.dl(.class("pairs")) {
      for attribute in view.attributes {
        Tag.div {
          Tag.dt { place(attribute.label.capitalised) }
          Tag.dd { attribute.text(place) }
        }
      }
    }
  }
}

/// The changes that concern the party, each of which can be looked back to.
private func historySection(_ view: PartyView, _ place: PageLocation) -> HTML {
  guard let last = view.history.first else { return .empty }
  let chosen = view.known?.number
  return Tag.section(.labelled(by: "history")) {
    Tag.h2(.id("history")) { place("何时所知", "As known when") }
    Tag.p(.class("soft")) {
      place(
        "登记库什么都不覆盖：更正之前的情况照样查得到。最近一次变动是 \(last.moment)。",
        "Nothing is overwritten: what was known before a correction can still be seen. The last "
          + "change was on \(last.moment).")
    }
    Tag.form(Attribute("method", "get"), Attribute("action", place.link(view.link.path))) {
      Tag.p {
        Tag.label(.class("ask"), .for("known")) {
          place("看这次变动之后的情况", "As known after the change of")
        }
        Tag.select(.id("known"), .name("known")) {
          option("", place("现在", "Now"), isSelected: chosen == nil)
          for change in view.history {
            option(
              "\(change.number)", "\(change.moment) · \(change.source)",
              isSelected: change.number == chosen)
          }
        }
      }
      Tag.button(.class("quiet")) { place("查看", "Show") }
    }
  }
}

private func option(_ value: String, _ text: String, isSelected: Bool) -> HTML {
  Tag.option([.value(value)] + (isSelected ? [Attribute("selected")] : [])) { text }
}

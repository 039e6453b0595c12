import Core

/// The first workers of an organisation, on its own page.
func workerSection(_ workers: Workers, _ view: PartyView, _ place: PageLocation) -> HTML {
  Tag.section(.labelled(by: "workers")) {
    Tag.h2(.id("workers")) {
      place("劳动者", "Workers") + " "
      Tag.span(.class("count")) { place(workers.position.words) }
    }
    if workers.lines.isEmpty {
      Tag.p(.class("soft")) { place("没有人在这里的就业记录。", "Nobody is on record as employed here.") }
    } else {
      partyList(workers.lines, place)
    }
    if workers.position.pages > 1 {
      Tag.p {
        Tag.a(.href(place.link(view.path("workers")))) {
          place("查看全部劳动者", "See all workers")
        }
      }
    }
  }
}

/// A page of all who work or worked for an organisation.
package func workersPage(_ place: PageLocation, _ view: PartyView, _ workers: Workers) -> Page {
  let title = place("\(view.link.name)的劳动者", "Workers of \(view.link.name)")
  return Page(place, title: title, active: .search) {
    Tag.a(.class("back"), .href(place.link(view.path()))) { view.link.name }
    Tag.h1 { title }
    pastNotice(view, place)
    Tag.p(.class("lead number")) {
      place(
        "\(workers.position.count) 人，在职的在前。", "\(workers.position.count), those employed now first."
      )
    }
    partyList(workers.lines, place)
    pager(workers.position, place, label: place("劳动者", "Workers")) { page in
      let path = view.path("workers")
      return place.link(path + (path.contains("?") ? "&" : "?") + "page=\(page)")
    }
  }.wide
}

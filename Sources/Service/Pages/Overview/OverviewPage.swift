import Core

/// The town as a whole: how many hold which level, what they earn, what every benefit comes to.
///
/// - Parameters:
///   - place: where the reader is.
///   - view: the figures.
///   - scripts: addresses of the scripts that draw the tables; without them the tables stand alone.
/// - Returns: the page.
package func overviewPage(
  _ place: PageLocation, _ view: OverviewView, scripts: [String]
) -> Page {
  let title = place("全市概览", "The town as a whole")
  var page = Page(place, title: title, active: .overview) {
    Tag.h1 { title }
    Tag.p(.class("lead")) { asOf(view, place) }
    if view.isBehind {
      Tag.p(.class("notice")) {
        place(
          "登记库里有了新的变动，正在重新统计；请过一会儿再打开。",
          "The registry has changed since; the figures are being worked out anew. Come back in a "
            + "moment.")
      }
    }
    if !view.headlines.isEmpty {
      Tag.dl(.class("tiles")) {
        for headline in view.headlines {
          Tag.div {
            Tag.dt { place(headline.label) }
            Tag.dd { place(headline.value) }
          }
        }
      }
    }
    doubtNotice(view.doubts, advice: outdatedAdvice, place)
    for table in view.tables { section(table, place) }
  }
  page.isWide = true
  page.scripts = scripts
  return page
}

private let outdatedAdvice = Bilingual(
  zh: "各项待遇是核定那天的结果；要更新，请运行 gongjiang determine --changed。",
  en: "Benefits are as they were determined; to bring them up to date, run gongjiang determine "
    + "--changed.")

/// What stands there until the figures are worked out for the first time.
package func overviewPendingPage(_ place: PageLocation) -> Page {
  let title = place("正在统计", "The figures are being worked out")
  return Page(place, title: title, active: .overview) {
    Tag.h1 { title }
    Tag.p(.class("lead")) {
      place(
        "第一次统计整个登记库，一百万人约需半分钟；之后随时打开都是现成的。",
        "The whole registry is counted for the first time, about half a minute for a million "
          + "people; from then on the figures are ready.")
    }
    Tag.p(.class("buttons")) {
      Tag.a(.class("button"), .href(place.link("overview"))) { place("再看一次", "Look again") }
    }
  }
}

private func asOf(_ view: OverviewView, _ place: PageLocation) -> String {
  guard let known = view.known else {
    return place("登记库还是空的。", "The registry is still empty.")
  }
  return place(
    "截至 \(view.on)，依据 \(known.moment) 之前登记的全部事实。",
    "As of \(view.on), from all that was on record by \(known.moment).")
}

private func section(_ table: FigureTable, _ place: PageLocation) -> HTML {
  Tag.section(.labelled(by: table.id)) {
    Tag.h2(.id(table.id)) { place(table.title) }
    if let note = table.note { Tag.p(.class("soft")) { place(note) } }
    if table.rows.isEmpty {
      Tag.p { place("没有可以显示的数字。", "There is no figure to be shown.") }
    } else {
      figures(table, place)
      if table.hidesFigures {
        // A screen reader is told so in the cell itself.
        Tag.p(.class("small soft"), .hidden) {
          place("* 人数太少，不显示。", "* Too few people to be shown.")
        }
      }
    }
  }
}

private func figures(_ table: FigureTable, _ place: PageLocation) -> HTML {
  Tag.div(
    .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "group"),
    .label(place(table.title))
  ) {
    Tag.table(
      [.class("figures"), .labelled(by: table.id)]
        + (table.drawn.map { [Attribute("data-drawn", "\($0)")] } ?? [])
    ) {
      Tag.thead {
        Tag.tr {
          for column in table.columns { Tag.th(Attribute("scope", "col")) { place(column) } }
        }
      }
      Tag.tbody { for row in table.rows { line(row, place) } }
    }
  }
}

private func line(_ row: FigureTable.Row, _ place: PageLocation) -> HTML {
  Tag.tr(row.isSum ? [.class("total")] : []) {
    Tag.th(Attribute("scope", "row")) {
      if let link = row.link {
        Tag.a(.href(place.link(link))) { place(row.name) }
      } else {
        place(row.name)
      }
    }
    for cell in row.cells { figure(cell, place) }
  }
}

private func figure(_ cell: FigureTable.Cell, _ place: PageLocation) -> HTML {
  switch cell {
  case .figure(let text, let digits): Tag.td(Attribute("data-value", digits)) { place(text) }
  case .none: Tag.td { "–" }
  case .hidden:
    Tag.td(.class("soft")) {
      Tag.span(.hidden) { "*" }
      Tag.span(.class("unseen")) { place("人数太少，不显示", "too few to be shown") }
    }
  }
}

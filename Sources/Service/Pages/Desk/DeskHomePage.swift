package import Core

/// What there is to do for somebody.
package struct DeskHome: Sendable {
  /// Cases that stand in one state of one procedure.
  package struct Line: Sendable {
    package let procedure: Bilingual
    package let state: Bilingual
    package let turn: Bilingual
    package let count: Int
    package let amount: Money
    /// The query of the list that shows them.
    package let query: String
    /// Whether it is the reader's turn.
    package let isMine: Bool

    package init(
      procedure: Bilingual, state: Bilingual, turn: Bilingual, count: Int, amount: Money,
      query: String, isMine: Bool
    ) {
      self.procedure = procedure
      self.state = state
      self.turn = turn
      self.count = count
      self.amount = amount
      self.query = query
      self.isMine = isMine
    }
  }

  package var lines: [Line]
  package var taken: Int
  /// How many are counted at most.
  package static let mostOverdue = 100

  /// How many cases are late; `mostOverdue` for that many or more.
  package var overdue: Int
  /// Filters that were kept: name, query.
  package var filters: [(name: String, query: String)]

  package init(
    lines: [Line], taken: Int, overdue: Int, filters: [(name: String, query: String)]
  ) {
    self.lines = lines
    self.taken = taken
    self.overdue = overdue
    self.filters = filters
  }
}

/// Where a working day begins.
package func deskHomePage(_ place: PageLocation, _ view: DeskHome) -> Page {
  deskPage(place, .home, title: place("工作台", "Desk")) {
    Tag.ul(.class("links")) {
      Tag.li {
        Tag.a(.href(place.link("desk/queue?assigned=me"))) {
          place("我领办的 \(view.taken) 件", "\(view.taken) cases that I have taken")
        }
      }
      if view.overdue > 0 {
        Tag.li {
          Tag.a(.href(place.link("desk/queue?overdue=1"))) {
            let count = "\(view.overdue)" + (view.overdue < DeskHome.mostOverdue ? "" : "+")
            place("已超期的 \(count) 件", "\(count) cases that are overdue")
          }
        }
      }
      for filter in view.filters {
        Tag.li { Tag.a(.href(place.link("desk/queue?" + filter.query))) { filter.name } }
      }
    }
    let mine = view.lines.filter(\.isMine)
    lineTable(place("轮到您的角色", "For your role to do"), mine, place)
    lineTable(place("其他在办", "Others in progress"), view.lines.filter { !$0.isMine }, place)
  }
}

private func lineTable(
  _ title: String, _ lines: [DeskHome.Line], _ place: PageLocation
) -> HTML {
  Tag.section {
    Tag.h2 { title }
    if lines.isEmpty {
      Tag.p(.class("soft")) { place("没有。", "None.") }
    } else {
      DeskTable(
        title: title,
        columns: [
          .words(place("所处环节", "State")), .words(place("流程", "Procedure")),
          .words(place("轮到", "Turn")), .figures(place("件数", "Cases")),
          .figures(place("金额（元）", "Amount (yuan)")),
        ]
      ).html(
        lines.map { line in
          [
            Tag.a(.href(place.link("desk/queue?" + line.query))) { place(line.state) },
            HTML(place(line.procedure)), HTML(place(line.turn)),
            HTML("\(line.count)".groupedDigits), HTML(line.amount.figure),
          ]
        })
    }
  }
}

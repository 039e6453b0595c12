package import Core

/// A case as a list shows it.
package struct CaseLine: Sendable {
  package let number: String
  package let name: String
  package let benefit: Bilingual
  package let amount: Money
  package let state: Bilingual
  package let due: CivilDate?
  package let isOverdue: Bool
  /// Who has taken it; `nil` where nobody has.
  package let taker: String?

  package init(
    number: String, name: String, benefit: Bilingual, amount: Money, state: Bilingual,
    due: CivilDate?, isOverdue: Bool, taker: String?
  ) {
    self.number = number
    self.name = name
    self.benefit = benefit
    self.amount = amount
    self.state = state
    self.due = due
    self.isOverdue = isOverdue
    self.taker = taker
  }
}

/// A list of cases with what narrows it and what can be done with those that are ticked.
package struct QueueView: Sendable {
  /// What narrows the list, and the query without it.
  package struct Chip: Sendable {
    package let label: Bilingual
    package let without: String

    package init(_ label: Bilingual, without: String) {
      self.label = label
      self.without = without
    }
  }

  package var chips: [Chip]
  package var lines: [CaseLine]
  /// The query of the next page.
  package var next: String?
  /// The query of this list, to be kept under a name.
  package var query: String
  /// What can be done with several at once; the first is the main one.
  package var acts: [(id: String, label: Bilingual)]
  package var states: [(value: String, text: Bilingual)]
  package var chosenState: String
  package var regions: [(value: String, text: Bilingual)]
  package var chosenRegion: String
  package var turns: [(value: String, text: Bilingual)]
  package var chosenTurn: String
  /// What narrows the list beside what can be chosen on the page.
  package var others: [(name: String, value: String)]
  /// How many there are, where it is known without counting them.
  package var count: Int?

  package init(
    chips: [Chip], lines: [CaseLine], next: String?, query: String,
    acts: [(id: String, label: Bilingual)], states: [(value: String, text: Bilingual)],
    chosenState: String, regions: [(value: String, text: Bilingual)], chosenRegion: String,
    turns: [(value: String, text: Bilingual)] = [], chosenTurn: String = "",
    others: [(name: String, value: String)] = [], count: Int?
  ) {
    self.chips = chips
    self.lines = lines
    self.next = next
    self.query = query
    self.acts = acts
    self.states = states
    self.chosenState = chosenState
    self.regions = regions
    self.chosenRegion = chosenRegion
    self.turns = turns
    self.chosenTurn = chosenTurn
    self.others = others
    self.count = count
  }
}

/// The list of cases.
package func queuePage(
  _ place: PageLocation, _ view: QueueView, _ form: SignedForm, told: String? = nil
) -> Page {
  deskPage(place, .queue, title: place("办件", "Cases")) {
    message(told, isProblem: true)
    narrowing(view, place)
    chips(view, place)
    if view.lines.isEmpty {
      Tag.div(.class("empty"), Attribute("role", "status")) {
        Tag.p { place("没有这样的办件。", "There are no such cases.") }
      }
    } else {
      form(action: place.link("desk/bulk?" + view.query)) {
        caseTable(view, place)
        bulkButtons(view, place)
      }
      if let next = view.next {
        Tag.nav(.class("pager"), .label(place("翻页", "Pages"))) {
          Tag.a(
            .class("button quiet"), .href(place.link("desk/queue?" + next)),
            Attribute("rel", "next")
          ) {
            place("下一页", "Next")
          }
        }
      }
    }
    form(action: place.link("desk/filters?" + view.query)) {
      Tag.details {
        Tag.summary { place("把这个筛选存起来", "Keep this filter") }
        textField("name", place("名称", "Name"))
        Tag.button(.class("quiet")) { place("保存", "Keep") }
      }
    }
  }
}

private func narrowing(_ view: QueueView, _ place: PageLocation) -> HTML {
  Tag.form(
    .class("sieve"), Attribute("method", "get"), Attribute("action", place.link("desk/queue"))
  ) {
    selection(
      "state", place("所处环节", "State"),
      [Choice("", place("全部", "All"))] + view.states.map { Choice($0.value, place($0.text)) },
      chosen: view.chosenState)
    selection(
      "region", place("地区", "Region"),
      [Choice("", place("全部", "All"))] + view.regions.map { Choice($0.value, place($0.text)) },
      chosen: view.chosenRegion)
    selection(
      "turn", place("轮到", "Turn"),
      [Choice("", place("全部", "Everybody"))] + view.turns.map { Choice($0.value, place($0.text)) },
      chosen: view.chosenTurn)
    textField("number", place("办件编号", "Case number"), classes: "medium")
    // What was chosen elsewhere stays chosen.
    for other in view.others { hiddenField(other.name, other.value) }
    Tag.button(.class("quiet")) { place("筛选", "Narrow down") }
  }
}

private func chips(_ view: QueueView, _ place: PageLocation) -> HTML {
  guard !view.chips.isEmpty || view.count != nil else { return .empty }
  return Tag.ul(.class("chips"), .label(place("已选的筛选", "Chosen filters"))) {
    for chip in view.chips {
      Tag.li {
        Tag.a(
          .href(place.link("desk/queue?" + chip.without)),
          .label(place("去掉筛选：\(chip.label.zh)", "Remove the filter: \(chip.label.en)"))
        ) { place(chip.label) + " ×" }
      }
    }
    if let count = view.count {
      Tag.li { Tag.span(.class("count")) { place("共 \(count) 件", "\(count) cases") } }
    }
  }
}

private func caseTable(_ view: QueueView, _ place: PageLocation) -> HTML {
  var table = DeskTable(
    title: place("办件", "Cases"),
    columns: [
      .unseen(place("选择", "Tick")), .words(place("编号", "Number")), .words(place("当事人", "Party")),
      .words(place("待遇", "Benefit")), .words(place("环节", "State")), .words(place("期限", "Due")),
      .words(place("领办", "Taken by")), .figures(place("金额（元）", "Amount (yuan)")),
    ])
  table.header = 1
  return table.html(view.lines.map { cells($0, place) })
}

private func cells(_ line: CaseLine, _ place: PageLocation) -> [HTML] {
  [
    Tag.input(
      .type("checkbox"), .name("case"), .value(line.number),
      .label(place("选择 \(line.number)", "Tick \(line.number)"))),
    Tag.a(.href(place.link("desk/cases/" + line.number))) { line.number },
    HTML(line.name), HTML(place(line.benefit)), HTML(place(line.state)), dueDay(line, place),
    HTML(line.taker ?? "—"), HTML(line.amount.figure),
  ]
}

/// The last day of a case, and whether it is over.
func dueDay(_ line: CaseLine, _ place: PageLocation) -> HTML {
  guard let due = line.due else { return "—" }
  return line.isOverdue
    ? Tag.strong(.class("late")) { "\(due) " + place("已超期", "overdue") } : HTML("\(due)")
}

private func bulkButtons(_ view: QueueView, _ place: PageLocation) -> HTML {
  guard let main = view.acts.first else { return .empty }
  return Tag.div(.class("bulk")) {
    Tag.label(.class("ask"), .for("reason")) {
      place("理由（需要时填写，对选中的每一件都一样）", "Reason, where one is needed; the same for all that are ticked")
    }
    Tag.input(.type("text"), .id("reason"), .name("reason"), .value(""))
    Tag.div(.class("buttons")) {
      Tag.button(.name("act"), .value(main.id)) { place(main.label) }
      for act in view.acts.dropFirst() {
        Tag.button(.class("quiet"), .name("act"), .value(act.id)) { place(act.label) }
      }
      Tag.label {
        Tag.input(.type("checkbox"), .name("all"), .value("1"))
        " " + place("对筛选出的全部办件（最多 10,000 件）", "for all that the filter shows, 10,000 at most")
      }
    }
  }
}

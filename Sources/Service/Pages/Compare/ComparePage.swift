import Core

/// What the page of a comparison has to show.
package enum CompareState: Sendable {
  /// Nothing was asked for yet.
  case asking
  /// What was asked for cannot be compared.
  case wrong([FormError])
  case compared(ComparisonView)
}

/// Two days, two states of the registry, the texts with and without later changes, or two parties side
/// by side: what differs first, and which rule makes the difference.
///
/// - Parameters:
///   - view: the party of the left side.
///   - fields: what was typed and chosen.
///   - choices: what can be chosen.
///   - state: what came of it.
///   - context: what determinations are shown with.
/// - Returns: the page.
package func comparePage(
  _ view: PartyView, _ fields: CompareFields, _ choices: CompareChoices, _ state: CompareState,
  _ context: ResultContext
) -> Page {
  let place = context.place
  let path = view.link.path + "/compare"
  let title = place("\(view.link.name)：并排比较", "\(view.link.name): side by side")
  return Page(place, title: title, active: .search) {
    Tag.a(.class("back"), .href(place.link(view.path()))) { view.link.name }
    Tag.h1 { title }
    switch state {
    case .asking:
      lead(place)
      compareForm(path, fields, choices, [], place)
      shortcuts(path, choices, place)
    case .wrong(let errors):
      errorSummary(errors, place, takesFocus: true)
      compareForm(path, fields, choices, errors, place)
      shortcuts(path, choices, place)
    case .compared(let comparison):
      compared(comparison, context)
      Tag.section(.labelled(by: "again")) {
        Tag.h2(.id("again")) { place("换一组比较", "Compare something else") }
        compareForm(path, fields, choices, [], place)
        shortcuts(path, choices, place)
      }
    }
  }.wide
}

private func lead(_ place: PageLocation) -> HTML {
  Tag.p(.class("lead")) {
    place(
      "同一个人在两天，按登记库两次所知，或与另一个人对照：哪里不同，由哪条规则造成。",
      "The same party on two days or as known twice, or beside another: what differs, and which rule "
        + "makes the difference.")
  }
}

/// Comparisons that people ask for, as links.
private func shortcuts(
  _ path: String, _ choices: CompareChoices, _ place: PageLocation
) -> HTML {
  typealias Name = CompareFields.Name
  func link(_ query: String, _ text: String) -> HTML {
    Tag.li { Tag.a(.href(place.link("\(path)?\(query)"))) { text } }
  }
  let nextYear = choices.today.addingChecked(months: 12)
  return Tag.section(.labelled(by: "shortcuts")) {
    Tag.h2(.id("shortcuts")) { place("常用的比较", "Often asked") }
    Tag.ul {
      if let nextYear {
        link(
          "\(Name.andOn)=\(nextYear)",
          place("今天和一年后（\(nextYear)）", "Today and in a year (\(nextYear))"))
      }
      if choices.changes.count > 1 {
        let before = choices.changes[1]
        link(
          "\(Name.known)=\(before.number)&\(Name.andKnown)=\(CompareFields.now)",
          place(
            "最近一次变动之前和现在所知", "As known before the last change, and as known now"))
      }
      for (day, document) in choices.amendedFrom {
        link(
          "\(Name.on)=\(day)&\(Name.texts)=\(CompareFields.issued)&\(Name.andTexts)="
            + CompareFields.amended,
          place(
            "\(document) 自 \(day) 起的修改：没有它和有它",
            "What \(document) changes from \(day) on: without it and with it"))
      }
    }
  }
}

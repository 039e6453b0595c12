import Core

/// The page of one question; the answer is posted to the page's own address.
package func questionPage(_ place: PageLocation, _ question: Question, back: String) -> Page {
  let view = QuestionView(place: place, question: question)
  var page = Page(place, title: question.title, active: .check) {
    Tag.a(.class("back"), .href(place.link(back))) { place("上一步", "Back") }
    errorSummary(view.errors, place)
    Tag.form(
      .class("question"), Attribute("method", "post"),
      Attribute("action", place.link(place.path)), Attribute("novalidate")
    ) {
      if let caption = question.caption { Tag.p(.class("step")) { caption } }
      Tag.div(.class(question.error == nil ? "field" : "field wrong")) { view.field }
      Tag.div(.class("buttons")) { view.buttons }
    }
    if let purpose = question.purpose { questionPurpose(purpose, place) }
  }
  page.hasError = question.error != nil
  return page
}

/// Why it is asked, folded, and how much is still open.
private func questionPurpose(_ purpose: QuestionPurpose, _ place: PageLocation) -> HTML {
  var text = HTML.empty
  if !purpose.waiting.isEmpty {
    text += Tag.details(.class("purpose")) {
      Tag.summary { place("为什么问这个？", "Why is this asked?") }
      Tag.p { place("下面这些待遇能不能享受、享受多少，要看这个回答：", "These wait for the answer:") }
      Tag.ul { for benefit in purpose.waiting { Tag.li { place(benefit.capitalised) } } }
    }
  }
  if purpose.cases > 0 {
    text += Tag.p(.class("soft")) {
      place(
        "\(purpose.cases) 项里有 \(purpose.open) 项还没有定。只问会影响结果的问题。",
        "\(purpose.open) of \(purpose.cases) cases are still open. Only what can change the result "
          + "is asked.")
    }
  }
  return text
}

/// A question's form: the control, what describes it, and the buttons.
struct QuestionView: Sendable {
  let place: PageLocation
  let question: Question

  /// The id of the first control, which an error leads to.
  private static let field = "answer"

  var errors: [FormError] {
    question.error.map { [FormError(field: Self.field, message: $0)] } ?? []
  }

  var field: HTML {
    switch question.control {
    case .choices(let choices): group { radios(choices) }
    case .many(let choices): group { boxes(choices) }
    case .text(let width, let unit): labelled { text(width, unit) }
    case .places(let groups): labelled { select(groups) }
    case .date: group { parts([.year, .month, .day]) }
    case .month: group { parts([.year, .month]) }
    }
  }

  /// Radio buttons carry the other answers among them; other controls have a button for each.
  var buttons: HTML {
    var buttons = [Tag.button { place("继续", "Continue") }]
    if case .choices = question.control { return buttons[0] }
    buttons += question.escapes.map { escape in
      Tag.button(.class("quiet"), .name("escape"), .value(escape.value)) { escape.label }
    }
    return HTMLBuilder.buildArray(buttons)
  }

  // MARK: Labels, hints, errors

  private func group(@HTMLBuilder _ controls: () -> HTML) -> HTML {
    Tag.fieldset(descriptions) {
      Tag.legend { Tag.h1 { question.title } }
      notes
      controls()
    }
  }

  private func labelled(@HTMLBuilder _ control: () -> HTML) -> HTML {
    Tag.h1 { Tag.label(.class("ask"), .for(Self.field)) { question.title } } + notes + control()
  }

  private var notes: HTML {
    var notes = HTML.empty
    if let hint = question.hint { notes += Tag.p(.class("hint"), .id("hint")) { hint } }
    if let error = question.error {
      notes += Tag.p(.class("error"), .id("error")) {
        Tag.span(.class("unseen")) { place("错误：", "Error: ") }
        error
      }
    }
    return notes
  }

  private var descriptions: [Attribute] {
    let ids = [question.hint.map { _ in "hint" }, question.error.map { _ in "error" }]
      .compactMap { $0 }
    return ids.isEmpty ? [] : [.described(by: ids)]
  }

  private var invalid: [Attribute] {
    question.error == nil ? [] : [Attribute("aria-invalid", "true")]
  }

  // MARK: Controls

  private func radios(_ choices: [Choice]) -> HTML {
    let given = question.given["value"]?.first
    var controls = options(choices, type: "radio", name: "value") { $0 == given }
    if !question.escapes.isEmpty {
      controls += Tag.p(.class("or")) { place("或者", "or") }
      controls += HTMLBuilder.buildArray(
        question.escapes.map { escape in
          escape.control(
            type: "radio", name: "value", id: "escape-" + escape.value,
            isChecked: escape.value == given)
        })
    }
    return controls
  }

  private func boxes(_ choices: [Choice]) -> HTML {
    let given = question.given["value"] ?? []
    return options(choices, type: "checkbox", name: "value") { given.contains($0) }
  }

  private func options(
    _ choices: [Choice], type: String, name: String, _ isGiven: (String) -> Bool
  ) -> HTML {
    HTMLBuilder.buildArray(
      choices.enumerated().map { index, choice in
        choice.control(
          type: type, name: name, id: index == 0 ? Self.field : "\(Self.field)-\(index)",
          isChecked: isGiven(choice.value))
      })
  }

  private func text(_ width: Question.Width, _ unit: String?) -> HTML {
    let input = Tag.input(
      [
        .type("text"), .id(Self.field), .name("value"), .class(width.rawValue),
        .value(question.given["value"]?.first ?? ""), Attribute("autocomplete", "off"),
      ] + (unit == nil ? [] : [Attribute("inputmode", "decimal")]) + descriptions + invalid)
    guard let unit, !unit.isEmpty else { return input }
    return Tag.div { input + " " + Tag.span { unit } }
  }

  private func select(_ groups: [(title: Bilingual, regions: [Region])]) -> HTML {
    let given = question.given["value"]?.first
    return Tag.select([.id(Self.field), .name("value")] + descriptions + invalid) {
      Tag.option(.value("")) { place("请选择", "Choose one") }
      for group in groups {
        Tag.optgroup(Attribute("label", place(group.title))) {
          for region in group.regions {
            Tag.option(
              [.value(region.code)] + (region.code == given ? [Attribute("selected")] : [])
            ) { place(region.name) }
          }
        }
      }
    }
  }

  private enum Part: String { case year, month, day }

  private func parts(_ parts: [Part]) -> HTML {
    Tag.div(.class("parts")) {
      for part in parts {
        Tag.div {
          Tag.label(.for(id(of: part))) { label(of: part) }
          Tag.input(
            [
              .type("text"), .id(id(of: part)), .name(part.rawValue), .class(part.rawValue),
              .value(question.given[part.rawValue]?.first ?? ""),
              Attribute("inputmode", "numeric"), Attribute("autocomplete", "off"),
            ] + invalid)
        }
      }
    }
  }

  private func id(of part: Part) -> String {
    part == .year ? Self.field : Self.field + "-" + part.rawValue
  }

  private func label(of part: Part) -> String {
    switch part {
    case .year: place("年", "Year")
    case .month: place("月", "Month")
    case .day: place("日", "Day")
    }
  }
}

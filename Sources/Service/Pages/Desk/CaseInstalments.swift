package import Core

/// The parts in which a claw-back is to come in, as far as they are agreed on.
package struct InstalmentsView: Sendable {
  /// A part as it stands in its fields.
  package struct Part: Sendable {
    package let day: String
    /// In yuan.
    package let amount: String

    package init(day: String, amount: String) {
      self.day = day
      self.amount = amount
    }
  }

  /// What they have to add up to.
  package let amount: Money
  package let parts: [Part]
  /// The day that the first part is suggested for.
  package let first: CivilDate

  package init(amount: Money, parts: [Part], first: CivilDate) {
    self.amount = amount
    self.parts = parts
    self.first = first
  }

  /// The names of the fields of a part, the first one's 1.
  package static func dayField(_ number: Int) -> String { "due-\(number)" }
  package static func amountField(_ number: Int) -> String { "part-\(number)" }
  /// The most parts that can be agreed on.
  package static let most = 60
}

/// What the party is to pay when, for whoever decides on a claw-back: divided alike first, then
/// changed part by part.
func instalmentsForm(
  _ number: String, _ view: InstalmentsView, _ place: PageLocation, _ form: SignedForm
) -> HTML {
  let action = place.link("desk/cases/\(number)/instalments")
  return Tag.details(view.parts.isEmpty ? [] : [Attribute("open", "")]) {
    Tag.summary { place("分期收回", "Collect it in instalments") }
    Tag.p {
      place("共 ", "All together: ")
      Tag.strong { view.amount.words(place.language) }
      if view.parts.isEmpty {
        place("；不分期的，一次收回。", "; without instalments it is due at once.")
      }
    }
    form(action: action) {
      textField("count", place("分几期", "How many parts"), value: "3", classes: "short")
      textField(
        "first", place("第一期的日期", "Day of the first"), value: "\(view.first)",
        hint: place("写成 2026-01-31；以后每月一期", "as 2026-01-31; one every month from then on"),
        classes: "short")
      Tag.div(.class("buttons")) {
        Tag.button(.name("act"), .value("divide"), .class("quiet")) {
          place("平均分期", "Divide it")
        }
      }
    }
    if !view.parts.isEmpty { partsForm(view, place, form, action) }
  }
}

/// The parts one by one, and a row for one more.
private func partsForm(
  _ view: InstalmentsView, _ place: PageLocation, _ form: SignedForm, _ action: String
) -> HTML {
  form(action: action) {
    DeskTable(
      title: place("各期", "Instalments"),
      columns: [
        .words(place("期", "Part")), .words(place("日期", "Due")),
        .figures(place("金额（元）", "Yuan")),
      ]
    ).html(
      (view.parts + [InstalmentsView.Part(day: "", amount: "")]).enumerated().map { index, part in
        let number = index + 1
        return [
          HTML("\(number)"),
          Tag.input(
            .type("text"), .name(InstalmentsView.dayField(number)), .value(part.day),
            .label(place("第 \(number) 期的日期", "Day of part \(number)"))),
          Tag.input(
            .type("text"), .name(InstalmentsView.amountField(number)), .value(part.amount),
            .class("short"), Attribute("inputmode", "decimal"),
            .label(place("第 \(number) 期的金额", "Yuan of part \(number)"))),
        ]
      })
    Tag.p(.class("hint")) {
      place("金额留空的一期不算。", "A part whose amount is left empty does not count.")
    }
    Tag.div(.class("buttons")) {
      Tag.button(.name("act"), .value("keep")) { place("保存分期", "Keep the instalments") }
    }
  }
}

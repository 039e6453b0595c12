package import Core

/// What is to stand side by side, as it was typed and chosen.
package struct CompareFields: Sendable, Equatable {
  /// Names of the fields in the address; those of the right side begin as the options of `gongjiang
  /// compare` do.
  package enum Name {
    package static let on = "on"
    package static let known = "known"
    package static let texts = "texts"
    package static let andParty = "and-party"
    package static let andOn = "and-on"
    package static let andKnown = "and-known"
    package static let andTexts = "and-texts"
  }

  /// What is chosen where the right side is known as things are now, whatever the left side is.
  package static let now = "now"
  /// What is chosen for texts without what later documents changed in them.
  package static let issued = "issued"
  /// What is chosen for texts with it, whatever the left side is.
  package static let amended = "amended"

  package var on = ""
  package var known = ""
  package var texts = ""
  package var andParty = ""
  package var andOn = ""
  package var andKnown = ""
  package var andTexts = ""

  package init() {}
}

/// What can be chosen in the form.
package struct CompareChoices: Sendable {
  /// Changes that concern the party, the last one first.
  package let changes: [RecordedChange]
  /// Whether later documents change any of the texts.
  package let hasAmendments: Bool
  /// Days from which an amendment holds, and its document.
  package let amendedFrom: [(day: CivilDate, document: String)]
  package let today: CivilDate

  package init(
    changes: [RecordedChange], hasAmendments: Bool,
    amendedFrom: [(day: CivilDate, document: String)], today: CivilDate
  ) {
    self.changes = changes
    self.hasAmendments = hasAmendments
    self.amendedFrom = amendedFrom
    self.today = today
  }
}

/// The form, which is sent as an address: a comparison can be kept and passed on.
///
/// - Parameters:
///   - path: of the page, below the language.
///   - fields: what was typed and chosen.
///   - choices: what can be chosen.
///   - errors: what must be corrected.
///   - place: where the reader is.
/// - Returns: the form.
func compareForm(
  _ path: String, _ fields: CompareFields, _ choices: CompareChoices, _ errors: [FormError],
  _ place: PageLocation
) -> HTML {
  typealias Name = CompareFields.Name
  let example = place("例如 \(choices.today)", "such as \(choices.today)")
  return Tag.form(Attribute("method", "get"), Attribute("action", place.link(path))) {
    Tag.div(.class("compared")) {
      Tag.fieldset {
        Tag.legend { place("左边", "On the left") }
        LabelledField(
          Name.on, place("认定日", "Day of the determination"), .short,
          hint: place("空着是今天；\(example)。", "Today where it is empty; \(example)."),
          value: fields.on
        ).html(errors, place)
        selection(
          Name.known, place("登记库按何时所知", "What the registry knew"),
          [Choice("", place("现在", "Now"))] + known(choices), chosen: fields.known)
        if choices.hasAmendments {
          selection(
            Name.texts, place("文件的文本", "The texts of the documents"),
            [Choice("", place(amendedText)), Choice(CompareFields.issued, place(issuedText))],
            chosen: fields.texts)
        }
      }
      Tag.fieldset {
        Tag.legend { place("右边", "On the right") }
        LabelledField(
          Name.andOn, place("认定日", "Day of the determination"), .short,
          hint: place("空着与左边相同。", "As on the left where it is empty."),
          value: fields.andOn
        ).html(errors, place)
        selection(
          Name.andKnown, place("登记库按何时所知", "What the registry knew"),
          [sameAsLeft(place), Choice(CompareFields.now, place("现在", "Now"))] + known(choices),
          chosen: fields.andKnown)
        if choices.hasAmendments {
          selection(
            Name.andTexts, place("文件的文本", "The texts of the documents"),
            [
              sameAsLeft(place), Choice(CompareFields.amended, place(amendedText)),
              Choice(CompareFields.issued, place(issuedText)),
            ], chosen: fields.andTexts)
        }
        LabelledField(
          Name.andParty, place("另一个当事人的编号", "The identifier of another party"), .short,
          hint: place(
            "空着是同一个当事人；编号在对方页面的“基本情况”里。",
            "The same party where it is empty; it stands under “Particulars” on the other’s page."),
          value: fields.andParty
        ).html(errors, place)
      }
    }
    Tag.p(.class("buttons")) { Tag.button { place("比较", "Compare") } }
  }
}

private let amendedText = Bilingual(zh: "含后来文件的修改", en: "With what later documents change")
private let issuedText = Bilingual(
  zh: "印发时的文本，不含修改", en: "As issued, without those changes")

private func sameAsLeft(_ place: PageLocation) -> Choice {
  Choice("", place("与左边相同", "As on the left"))
}

private func known(_ choices: CompareChoices) -> [Choice] {
  choices.changes.map { Choice("\($0.number)", "\($0.moment) · \($0.source)") }
}

import Core

/// The control for one fact that an item goes by.
func inputField(
  _ input: ScoreInput, _ view: ScoreSheetView, _ place: PageLocation
) -> HTML {
  let error = view.error(of: input.id)
  switch input.kind {
  case .number:
    return field(
      input.name, place(input.label.capitalised), input.value, Attribute("inputmode", "decimal"),
      .class("medium"), hint: input.hint.map { place($0.capitalised) }, error: error)
  case .text: return field(input.name, place(input.label.capitalised), input.value, error: error)
  case .choice(let choices):
    return Tag.div(.class("field")) {
      Tag.label(.for(input.id)) { place(input.label.capitalised) }
      select(input, choices, value: input.value, [], place)
    }
  case .list(let columns, let rows):
    return Tag.div(.class("field list")) {
      Tag.p(.class("ask")) { place(input.label.capitalised) }
      Tag.p(.class("hint")) {
        place("没有的，在“没有”打勾；每行一条。", "One a line; tick “none” where there is none.")
      }
      none(input, view, place)
      if let error { Tag.p(.class("error"), .id(input.id)) { error } }
      for (row, values) in rows.enumerated() { listRow(input, columns, row, values, place) }
      Tag.button(.type("submit"), .class("quiet"), .name("more"), .value(input.name)) {
        place("再加几行", "More lines")
        Tag.span(.class("unseen")) { place("：", ": ") + place(input.label) }
      }
      Tag.input(.type("hidden"), .name("r" + input.name.dropFirst()), .value("\(rows.count)"))
    }
  }
}

private func none(_ input: ScoreInput, _ view: ScoreSheetView, _ place: PageLocation) -> HTML {
  Tag.div(.class("choice")) {
    Tag.input(
      [.type("checkbox"), .id(input.id + "-none"), .name(input.name), .value("none")]
        + (input.value == "none" ? [Attribute("checked")] : []))
    Tag.label(.for(input.id + "-none")) {
      place("没有", "None")
      Tag.span(.class("unseen")) { place("：", ": ") + place(input.label) }
    }
  }
}

private func listRow(
  _ input: ScoreInput, _ columns: [ScoreInput], _ row: Int, _ values: [String],
  _ place: PageLocation
) -> HTML {
  Tag.div(.class("row")) {
    for (column, value) in zip(columns, values) {
      let name = "\(input.name).\(row).\(column.name)"
      let label = place(column.label)
      let whole = "\(place(input.label)) \(row + 1) \(label)"
      if case .choice(let choices) = column.kind {
        select(
          ScoreInput(name: name, label: column.label, kind: column.kind), choices, value: value,
          [.label(whole)], place, empty: label)
      } else {
        Tag.input(
          .type("text"), .name(name), .id(name.replacing(".", with: "-")), .value(value),
          .label(whole), Attribute("placeholder", label), .class("medium"))
      }
    }
  }
}

private func select(
  _ input: ScoreInput, _ choices: [Choice], value: String, _ more: [Attribute],
  _ place: PageLocation, empty: String? = nil
) -> HTML {
  Tag.select([.id(input.id), .name(input.name)] + more) {
    Tag.option(.value("")) { empty ?? place("没有填", "not filled in") }
    for choice in choices {
      Tag.option(
        [.value(choice.value)] + (choice.value == value ? [Attribute("selected")] : [])
      ) { choice.label }
    }
  }
}

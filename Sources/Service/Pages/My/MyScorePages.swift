package import Core

/// The enterprise's own points on a score sheet, while they are given.
package struct MyScoreView: Sendable {
  /// Items under one title.
  package struct Group: Sendable {
    package let id: String
    package let label: Bilingual
    package let items: [Item]

    package init(id: String, label: Bilingual, items: [Item]) {
      self.id = id
      self.label = label
      self.items = items
    }
  }

  package struct Item: Sendable {
    package let id: String
    package let label: Bilingual
    /// `nil` for a deduction, which is 0 or less.
    package let maximum: Decimal128?
    /// What proof is asked for.
    package let evidence: Bilingual?
    /// What the registry's facts come to.
    package let byFacts: String?
    /// As kept, or as it was typed.
    package var points: String
    package var note: String
    /// As kept: what counts for the total.
    package let kept: Decimal128?

    package init(
      id: String, label: Bilingual, maximum: Decimal128?, evidence: Bilingual?, byFacts: String?,
      points: String, note: String, kept: Decimal128?
    ) {
      self.id = id
      self.label = label
      self.maximum = maximum
      self.evidence = evidence
      self.byFacts = byFacts
      self.points = points
      self.note = note
      self.kept = kept
    }

    /// Names of the fields of an item, which are their ids too once the dots are gone.
    package static func pointsField(_ id: String) -> String { "s-" + plain(id) }
    package static func noteField(_ id: String) -> String { "n-" + plain(id) }

    private static func plain(_ id: String) -> String { id.replacing(".", with: "-") }
  }

  package let number: String
  package var groups: [Group]
  package var errors: [FormError] = []

  package init(number: String, groups: [Group]) {
    self.number = number
    self.groups = groups
  }

  var items: [Item] { groups.flatMap(\.items) }
  var left: Int { items.count { $0.kept == nil } }

  /// What was given so far.
  package var total: Decimal128 { MyScoreView.sum(items) }

  static func sum(_ items: [Item]) -> Decimal128 {
    items.compactMap(\.kept).reduce(.zero) { $0.adding($1) ?? $0 }
  }
}

/// The sheet as a whole: what each part comes to, and what is left to fill in.
package func myScoresPage(_ place: PageLocation, _ frame: MyFrame, _ view: MyScoreView) -> Page {
  myPage(
    place, frame, .home, title: place("自评打分", "Give your own points"),
    back: backToCase(view.number, place)
  ) {
    total(view, place)
    Tag.p {
      place(
        "分几次填也可以：每一部分保存后都留着。", "You can do it in several goes: each part is kept once saved.")
    }
    Tag.table(.class("figures")) {
      Tag.thead {
        Tag.tr {
          for text in [
            place("部分", "Part"), place("已填", "Filled in"), place("小计", "Points"),
          ] { Tag.th(Attribute("scope", "col")) { text } }
        }
      }
      Tag.tbody {
        for (index, group) in view.groups.enumerated() {
          Tag.tr {
            Tag.th(Attribute("scope", "row")) {
              Tag.a(.href(place.link("my/cases/\(view.number)/scores/\(index + 1)"))) {
                group.id + " " + place(group.label.capitalised)
              }
            }
            Tag.td { "\(group.items.count { $0.kept != nil }) / \(group.items.count)" }
            Tag.td { MyScoreView.sum(group.items).description }
          }
        }
      }
    }
  }
}

private func total(_ view: MyScoreView, _ place: PageLocation) -> HTML {
  Tag.p(.class("notice number"), Attribute("role", "status")) {
    place("已保存的自评合计 ", "Own points saved so far: ")
    Tag.strong { view.total.description }
    view.left == 0
      ? place(" 分，全部填完。", ", and nothing is left.")
      : place(" 分，还有 \(view.left) 项没填。", "; \(view.left) items are left.")
  }
}

/// One part of the sheet.
///
/// - Parameters:
///   - place: where the reader is.
///   - frame: whose pages they are.
///   - view: the sheet.
///   - part: which part, from 0; one there is.
///   - form: makes forms of this session.
/// - Returns: the page.
package func myScorePartPage(
  _ place: PageLocation, _ frame: MyFrame, _ view: MyScoreView, part: Int, _ form: SignedForm
) -> Page {
  let group = view.groups[part]
  let sheet = "my/cases/\(view.number)/scores"
  return myPage(
    place, frame, .home, title: group.id + " " + place(group.label.capitalised),
    back: (sheet, place("自评打分", "Your own points")), errors: view.errors
  ) {
    Tag.p(.class("step")) {
      place(
        "第 \(part + 1) 部分，共 \(view.groups.count) 部分", "Part \(part + 1) of \(view.groups.count)")
    }
    total(view, place)
    form(action: place.link("\(sheet)/\(part + 1)")) {
      for item in group.items { itemFields(item, view.errors, place) }
      Tag.div(.class("buttons")) {
        Tag.button(.name("do"), .value("next")) { place("保存并继续", "Save and continue") }
        Tag.button(.class("quiet"), .name("do"), .value("stay")) {
          place("保存，看合计", "Save and see the total")
        }
      }
    }
  }
}

private func itemFields(
  _ item: MyScoreView.Item, _ errors: [FormError], _ place: PageLocation
) -> HTML {
  let most =
    item.maximum.map { place("0 到 \($0) 分", "0 to \($0) points") }
    ?? place("扣分项，0 或负数", "a deduction, 0 or less")
  return Tag.fieldset(.class("item")) {
    Tag.legend {
      item.id + " " + place(item.label.capitalised) + " "
      Tag.span(.class("soft")) { place("（\(most)）", "(\(most))") }
    }
    Tag.div(.class("row")) {
      LabelledField(
        MyScoreView.Item.pointsField(item.id), place("自评分", "Own points"), .short,
        hint: item.byFacts.map { place("按登记的情况 \($0) 分", "\($0) by the registry") },
        value: item.points
      ).html(errors, place)
      LabelledField(
        MyScoreView.Item.noteField(item.id), place("依据", "What it rests on"),
        hint: item.evidence.map { place($0) }, value: item.note
      ).html(errors, place)
    }
  }
}

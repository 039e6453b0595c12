package import Core

/// What a search came to.
package struct SearchView: Sendable {
  /// What was searched for, in a form that may be shown and stand in an address; a secret number is
  /// masked, and is in no link.
  package var text: String
  package var isSecret: Bool
  package var groups: [Group]

  /// The parties of one type that were found.
  package struct Group: Sendable {
    /// The id of the type, as links name it.
    package let type: String
    package let title: Bilingual
    package let lines: [PartyLine]
    package let position: ListPosition
    /// Whether these are only the first few, beside those of another type.
    package let isPreview: Bool

    package init(
      type: String, title: Bilingual, lines: [PartyLine], position: ListPosition, isPreview: Bool
    ) {
      self.isPreview = isPreview
      self.type = type
      self.title = title
      self.lines = lines
      self.position = position
    }
  }

  package init(text: String, isSecret: Bool = false, groups: [Group] = []) {
    self.text = text
    self.isSecret = isSecret
    self.groups = groups
  }
}

/// The page on which workers and organisations are searched for.
///
/// - Parameters:
///   - place: where the reader is.
///   - view: what was found; `nil` before anything was searched for.
///   - mark: of the reader's session, where there is one.
///   - query: makes the query of an address from the text, a type and a page from 1.
/// - Returns: the page.
package func searchPage(
  _ place: PageLocation, _ view: SearchView?, mark: String? = nil,
  query: @escaping (String, String, Int) -> String
) -> Page {
  let title = place("查人、查单位", "Find a worker or an organisation")
  return Page(
    place, title: view.map { "\($0.text) – \(title)" } ?? title, active: .search
  ) {
    Tag.h1 { Tag.label(.for("q")) { title } }
    searchForm(view.map { $0.isSecret ? "" : $0.text } ?? "", mark, place)
    if let view, view.groups.isEmpty { nothingFound(view, place) }
    if let view {
      for found in view.groups { group(found, view: view, place, query) }
    }
  }.wide
}

private func searchForm(_ text: String, _ mark: String?, _ place: PageLocation) -> HTML {
  Tag.form(
    .class("search"), Attribute("method", "post"), Attribute("action", place.link("search")),
    Attribute("role", "search")
  ) {
    if let mark { hiddenField(SignedForm.mark, mark) }
    Tag.p(.class("hint"), .id("q-hint")) {
      place(
        "姓名或名称的任何一部分、证书编号、统一社会信用代码，或者完整的身份证号、电话、收款账号。",
        "Any part of a name, a certificate number, a credit code, or a whole identity, telephone or "
          + "bank account number.")
    }
    Tag.div {
      Tag.input(
        .type("text"), .id("q"), .name("q"), .value(text), .described(by: ["q-hint"]),
        Attribute("autocomplete", "off"), Attribute("spellcheck", "false"),
        Attribute("maxlength", "80"))
      Tag.button { place("查找", "Search") }
    }
  }
}

private func nothingFound(_ view: SearchView, _ place: PageLocation) -> HTML {
  Tag.div(.class("empty"), Attribute("role", "status")) {
    Tag.h2 { place("没有找到“\(view.text)”", "Nothing found for “\(view.text)”") }
    Tag.ul {
      Tag.li {
        place(
          "换一个字试试：任何一部分都能找到，“晓明”能找到“王晓明”。",
          "Try another part of the name: any part finds it, 晓明 finds 王晓明.")
      }
      Tag.li {
        place(
          "证书编号和信用代码从开头写起，至少四个字符；身份证号、电话和账号要写全。",
          "Write certificate numbers and credit codes from their beginning, at least four "
            + "characters; identity, telephone and account numbers in full.")
      }
      Tag.li {
        place(
          "只查得到登记库现有的情况，用过的旧名查不到。",
          "Only what is known now is searched: former names do not find anybody.")
      }
    }
  }
}

private func group(
  _ group: SearchView.Group, view: SearchView, _ place: PageLocation,
  _ query: @escaping (String, String, Int) -> String
) -> HTML {
  // A secret number stands in no address; what it finds is a page at most.
  let link = { (page: Int) in place.link("search?" + query(view.text, group.type, page)) }
  let isLinked = !view.isSecret && group.lines.count < group.position.count
  return Tag.section(.labelled(by: "found-" + group.type)) {
    Tag.h2(.id("found-" + group.type)) {
      place(group.title) + " "
      Tag.span(.class("count")) { place(group.position.words) }
    }
    partyList(group.lines, place)
    if isLinked, group.isPreview {
      Tag.p {
        Tag.a(.href(link(1))) {
          place("查看全部\(group.title.zh)", "See all \(group.title.en)")
        }
      }
    } else if isLinked {
      pager(group.position, place, label: place(group.title), link: link)
    }
    if group.position.hasMore, !group.isPreview, group.position.page == group.position.pages {
      Tag.p(.class("soft")) {
        place("还有更多，请多写几个字。", "There are more: write more of the name.")
      }
    }
  }
}

package import Core

/// A party as a list shows it: the name, which leads to its page, and what tells it from others of
/// that name.
package struct PartyLine: Sendable {
  package let link: PartyLink
  /// Short pieces, the same for every line of a list and in the same order; empty ones keep their
  /// place.
  package let details: [Bilingual]

  package init(_ link: PartyLink, details: [Bilingual]) {
    self.link = link
    self.details = details
  }
}

/// A party that a page leads to.
package struct PartyLink: Sendable {
  /// Encoded for an address; empty where the page is not for the reader.
  package let path: String
  /// The name, or the id where no name is known.
  package let name: String

  /// - Parameters:
  ///   - path: encoded, below the language: `parties/p1`.
  ///   - name: what the party is called.
  package init(path: String, name: String) {
    self.path = path
    self.name = name
  }

  /// A party whose page is not for the reader.
  ///
  /// - Parameter name: what it is called.
  /// - Returns: a name that leads nowhere.
  package static func unopened(name: String) -> PartyLink { PartyLink(path: "", name: name) }

  func anchor(_ place: PageLocation) -> HTML {
    path.isEmpty ? Tag.strong { name } : Tag.a(.href(place.link(path))) { name }
  }
}

/// Where a page of a long list stands among the others.
package struct ListPosition: Sendable {
  /// How many entries stand on the pages before.
  package let offset: Int
  /// How many entries a page takes.
  package let size: Int
  package let count: Int
  /// Whether there are more than were counted.
  package let hasMore: Bool

  package init(offset: Int, size: Int, count: Int, hasMore: Bool = false) {
    self.offset = offset
    self.size = size
    self.count = count
    self.hasMore = hasMore
  }

  var page: Int { offset / size + 1 }
  var pages: Int { max(1, (count + size - 1) / size) }

  /// “500 以上” where not all were counted.
  package var words: Bilingual {
    hasMore ? Bilingual(zh: "\(count) 以上", en: "more than \(count)") : Bilingual("\(count)")
  }
}

/// A list of parties, one a line.
func partyList(_ lines: [PartyLine], _ place: PageLocation) -> HTML {
  Tag.ul(.class("lines")) {
    for line in lines {
      Tag.li {
        line.link.anchor(place)
        for detail in line.details { Tag.span { place(detail) } }
      }
    }
  }
}

/// Links to the pages before and after; nothing where there is one page only.
///
/// - Parameters:
///   - position: of this page.
///   - place: where the reader is.
///   - label: what the list is of.
///   - link: the address of the page with a number from 1.
/// - Returns: the links.
func pager(
  _ position: ListPosition, _ place: PageLocation, label: String, link: (Int) -> String
) -> HTML {
  guard position.pages > 1 else { return .empty }
  return Tag.nav(.class("pager"), .label(label)) {
    if position.page > 1 {
      Tag.a(.class("button quiet"), .href(link(position.page - 1)), Attribute("rel", "prev")) {
        place("上一页", "Previous")
      }
    }
    Tag.span(.class("number")) {
      place(
        "第 \(position.page) 页，共 \(position.pages) 页",
        "Page \(position.page) of \(position.pages)")
    }
    if position.page < position.pages {
      Tag.a(.class("button quiet"), .href(link(position.page + 1)), Attribute("rel", "next")) {
        place("下一页", "Next")
      }
    }
  }
}

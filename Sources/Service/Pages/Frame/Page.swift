import Core

/// A whole page: what all have in common around what is its own.
package struct Page: Sendable {
  package var place: PageLocation
  /// Begins the title of the window.
  package var title: String
  package var active: NavigationItem?
  /// Whether something on the page must be corrected; the title says so first.
  package var hasError = false
  /// For documents with tables; forms and texts stay narrower.
  package var isWide = false
  package var content: HTML
  /// Addresses of scripts, which only add to what is there without them.
  package var scripts: [String] = []

  package init(
    _ place: PageLocation, title: String, active: NavigationItem? = nil,
    @HTMLBuilder content: () -> HTML
  ) {
    self.place = place
    self.title = title
    self.active = active
    self.content = content()
  }

  /// The same page, as broad as its tables and lists need.
  var wide: Page {
    var page = self
    page.isWide = true
    return page
  }

  static let serviceName = Bilingual(zh: "工匠", en: "Gongjiang")

  /// The page as it is sent, as text.
  package var document: String { html.markup }

  /// The page as it is sent.
  package var html: HTML {
    .trusted("<!doctype html>\n")
      + Tag.html(.lang(place.language)) {
        head
        Tag.body {
          Tag.a(.class("skip"), .href("#main")) { place("跳到正文", "Skip to main content") }
          banner
          Tag.main(.id("main"), .class(isWide ? "wide" : "narrow"), Attribute("tabindex", "-1")) {
            content
          }
          footer
        }
      }
  }

  private var head: HTML {
    let prefix = hasError ? place("有误：", "Error: ") : ""
    return Tag.head {
      Tag.meta(Attribute("charset", "utf-8"))
      Tag.meta(.name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
      Tag.meta(.name("color-scheme"), Attribute("content", "light dark"))
      Tag.title { prefix + title + " – " + place(Self.serviceName) }
      Tag.link(Attribute("rel", "stylesheet"), .href(Stylesheet.path))
      Tag.link(Attribute("rel", "icon"), .type("image/svg+xml"), .href(Icon.path))
      for script in scripts { Tag.script(Attribute("src", script), Attribute("defer")) }
      for language in Language.allCases {
        Tag.link(
          Attribute("rel", "alternate"), Attribute("hreflang", language.tag),
          .href(place.link(in: language)))
      }
    }
  }

  private var banner: HTML {
    Tag.header(.class("banner")) {
      Occasion.current.strip(place)
      Tag.div(.class("bar")) {
        Tag.a(.class("brand"), .href(place.link(""))) {
          Tag.span(.class("seal"), .hidden) { "工" }
          Tag.span {
            Tag.strong { place(Self.serviceName) }
            Tag.span(.class("tagline")) { place("技能人才政策服务", "Policy service for skilled workers") }
          }
        }
        Tag.div(.class("corner")) {
          Reader.current.corner(place)
          languageSwitch
        }
      }
      Tag.nav(.class("bar"), .label(place("主导航", "Main"))) {
        Tag.ul {
          for item in NavigationItem.allCases {
            Tag.li {
              Tag.a(
                [.href(place.link(item.rawValue))]
                  + (item == active ? [Attribute("aria-current", "true")] : [])
              ) { place(item.label) }
            }
          }
        }
      }
    }
  }

  private var languageSwitch: HTML {
    let other: Language = place.language == .zh ? .en : .zh
    return Tag.a(
      .class("language"), .href(place.link(in: other)), .lang(other),
      Attribute("hreflang", other.tag)
    ) { other == .zh ? "中文" : "English" }
  }

  private var footer: HTML {
    Tag.footer(.class("foot")) {
      Tag.div(.class("bar")) {
        Tag.p {
          place(
            "测算依据公布的政策文件逐条作出，供了解和核对，不代替主管部门的审核决定。",
            "Answers follow the published documents article by article. They inform; the "
              + "responsible bureau decides.")
        }
        Tag.p { Reader.current.keeping(place) }
      }
    }
  }
}

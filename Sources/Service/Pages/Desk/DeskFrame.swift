import Core

/// The pages of those who decide lead to one another.
package enum DeskItem: String, Sendable, CaseIterable {
  case home = "desk/"
  case queue = "desk/queue"
  case notices = "desk/notices/"
  case differences = "desk/differences/"
  case budgets = "desk/budgets/"
  case payments = "desk/payments/"

  var label: Bilingual {
    switch self {
    case .home: Bilingual(zh: "工作台", en: "Desk")
    case .queue: Bilingual(zh: "办件", en: "Cases")
    case .notices: Bilingual(zh: "公示", en: "Public notices")
    case .differences: Bilingual(zh: "差额", en: "Differences")
    case .budgets: Bilingual(zh: "指标", en: "Budgets")
    case .payments: Bilingual(zh: "支付", en: "Payments")
    }
  }
}

/// A page of those who decide: its own navigation above its content.
package func deskPage(
  _ place: PageLocation, _ item: DeskItem, title: String, @HTMLBuilder content: () -> HTML
) -> Page {
  Page(place, title: title) {
    Tag.nav(.class("desk"), .label(place("工作台", "Desk"))) {
      Tag.ul {
        for other in Reader.current.deskItems {
          Tag.li {
            Tag.a(
              [.href(place.link(other.rawValue))]
                + (other == item ? [Attribute("aria-current", "true")] : [])
            ) { place(other.label) }
          }
        }
      }
    }
    Tag.h1 { title }
    content()
  }.wide
}

/// A sentence about what was just done, or why it was not.
package func message(_ text: String?, isProblem: Bool = false) -> HTML {
  guard let text else { return .empty }
  return Tag.div(
    .class(isProblem ? "errors" : "notice"), Attribute("role", isProblem ? "alert" : "status")
  ) { Tag.p { text } }
}

/// A text input with its label above.
func textField(
  _ name: String, _ label: String, value: String = "", hint: String? = nil, type: String = "text",
  classes: String = "medium"
) -> HTML {
  Tag.div(.class("field")) {
    Tag.label(.class("ask"), .for(name)) { label }
    if let hint { Tag.p(.class("hint"), .id(name + "-hint")) { hint } }
    Tag.input(
      [.type(type), .id(name), .name(name), .value(value), .class(classes)]
        + (hint == nil ? [] : [.described(by: [name + "-hint"])]))
  }
}

/// One of the regions that somebody may act for; a text where they may act for all.
func regionField(
  _ regions: [(code: String, name: Bilingual)], _ place: PageLocation, id: String = "region"
) -> HTML {
  guard !regions.isEmpty else {
    return textField(
      id, place("地区代码", "Region code"), hint: place("六位，例如 330302", "six digits, as 330302"),
      classes: "short")
  }
  return selection(
    id, place("地区", "Region"),
    regions.map { Choice($0.code, place($0.name) + " " + $0.code) })
}

import Core

/// The pages of those who receive lead to one another.
package enum MyItem: String, Sendable, CaseIterable {
  case home = "my/"
  case apply = "my/apply"
  case payments = "my/payments"
  case workers = "my/workers"
  case agents = "my/agents"
  case messages = "my/messages"

  /// Whether only organisations have it.
  var isOfOrganisations: Bool { self == .workers || self == .agents }

  var label: Bilingual {
    switch self {
    case .home: Bilingual(zh: "待遇和办件", en: "Benefits and cases")
    case .apply: Bilingual(zh: "能申请什么", en: "What can be applied for")
    case .payments: Bilingual(zh: "款项", en: "Payments")
    case .workers: Bilingual(zh: "本单位职工", en: "Workers")
    case .agents: Bilingual(zh: "经办人", en: "Agents")
    case .messages: Bilingual(zh: "消息", en: "Messages")
    }
  }
}

/// Whose pages they are.
package struct MyFrame: Sendable {
  /// What the person or the organisation is called.
  package let name: String
  /// Names the party in links, with the question mark; empty where there is only one.
  package let query: String
  package let isOrganisation: Bool

  package init(name: String, query: String, isOrganisation: Bool) {
    self.name = name
    self.query = query
    self.isOrganisation = isOrganisation
  }

  /// A page below the language, of this party.
  func path(_ item: MyItem) -> String { item.rawValue + query }
}

/// A page of those who receive: whose it is and where else they can go, then its content.
///
/// - Parameters:
///   - place: where the reader is.
///   - frame: whose pages they are.
///   - item: which of them it belongs to.
///   - title: of the page.
///   - back: leads to the page before, with what the link says; `nil` on those of the navigation.
///   - errors: what must be corrected; said first.
///   - heading: what stands in place of the title above the content, as the label of a field.
///   - content: of the page.
/// - Returns: the page.
func myPage(
  _ place: PageLocation, _ frame: MyFrame, _ item: MyItem, title: String,
  back: (path: String, label: String)? = nil, errors: [FormError] = [], heading: HTML? = nil,
  @HTMLBuilder content: () -> HTML
) -> Page {
  var page = Page(place, title: title) {
    Tag.nav(.class("desk"), .label(place("我的办事", "My matters"))) {
      Tag.ul {
        for other in MyItem.allCases where frame.isOrganisation || !other.isOfOrganisations {
          Tag.li {
            Tag.a(
              [.href(place.link(frame.path(other)))]
                + (other == item ? [Attribute("aria-current", "true")] : [])
            ) { place(other.label) }
          }
        }
      }
    }
    if let back { Tag.a(.class("back"), .href(place.link(back.path))) { back.label } }
    errorSummary(errors, place, takesFocus: true)
    if frame.isOrganisation { Tag.p(.class("step")) { frame.name } }
    heading ?? Tag.h1 { title }
    content()
  }
  page.hasError = !errors.isEmpty
  return page
}

/// What the page of a case is called in links back to it.
func backToCase(_ number: String, _ place: PageLocation) -> (path: String, label: String) {
  ("my/cases/\(number)", place("办件 \(number)", "Case \(number)"))
}

/// A whole year, month and day to fill in.
func dateFields(
  _ values: DateText, _ label: String, hint: String, _ errors: [FormError], _ place: PageLocation
) -> HTML {
  let error = errors.first { $0.field == "year" }?.message
  return Tag.div(.class(error == nil ? "field" : "field wrong")) {
    Tag.fieldset(.described(by: ["day-hint"] + (error == nil ? [] : ["day-error"]))) {
      Tag.legend { label }
      Tag.p(.class("hint"), .id("day-hint")) { hint }
      if let error {
        Tag.p(.class("error"), .id("day-error")) {
          Tag.span(.class("unseen")) { place("错误：", "Error: ") }
          error
        }
      }
      Tag.div(.class("parts")) {
        for (name, label, value) in [
          ("year", place("年", "Year"), values.year), ("month", place("月", "Month"), values.month),
          ("day", place("日", "Day"), values.day),
        ] {
          Tag.div {
            Tag.label(.for(name)) { label }
            Tag.input(
              .type("text"), .id(name), .name(name), .class(name), .value(value),
              Attribute("inputmode", "numeric"), Attribute("autocomplete", "off"))
          }
        }
      }
    }
  }
}

/// A day as somebody has typed it.
package struct DateText: Sendable {
  package var year: String
  package var month: String
  package var day: String

  package init(year: String = "", month: String = "", day: String = "") {
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A line of what was entered, with a way back to where it is entered.
struct CheckLine {
  let label: String
  let value: String
  /// Below the language; `nil` for what cannot be changed.
  let change: String?

  init(_ label: String, _ value: String, change: String? = nil) {
    self.label = label
    self.value = value
    self.change = change
  }
}

/// All that was entered, to be looked over before it is sent.
func checkList(_ lines: [CheckLine], _ place: PageLocation) -> HTML {
  Tag.dl(.class("answers")) {
    for line in lines {
      Tag.div {
        Tag.dt { line.label }
        Tag.dd { line.value }
        if let change = line.change {
          Tag.dd {
            Tag.a(.href(place.link(change))) {
              place("修改", "Change")
              Tag.span(.class("unseen")) { place("：", ": ") + line.label }
            }
          }
        }
      }
    }
  }
}

import Core

/// What the site is there for, as every page says it.
package enum Occasion: Sendable, Equatable {
  /// People do their business.
  case service
  /// Everybody is invented, and anybody may look around.
  case demonstration

  /// That of the pages that are being made, set like `Reader.current`.
  @TaskLocal package static var current: Occasion = .service
}

extension Occasion {
  /// A line above every page; nothing where people do their business.
  func strip(_ place: PageLocation) -> HTML {
    guard self == .demonstration else { return .empty }
    return Tag.p(.class("strip")) {
      Tag.span(.class("bar")) {
        place("演示：人、单位和钱都是虚构的。", "A demonstration: people, firms and money are invented. ")
        Tag.a(.href(place.link("tour"))) { place("演示导览", "Tour") }
      }
    }
  }
}

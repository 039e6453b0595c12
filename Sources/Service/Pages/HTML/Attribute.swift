package import Core

/// An attribute of an element; `nil` for one that is only there or not.
package struct Attribute: Sendable {
  let name: String
  let value: String?

  package init(_ name: String, _ value: String? = nil) {
    self.name = name
    self.value = value
  }

  package static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
  package static func id(_ id: String) -> Attribute { Attribute("id", id) }
  /// A link within the service, beginning with `/` or `#`.
  package static func href(_ link: String) -> Attribute { Attribute("href", link) }
  package static func name(_ name: String) -> Attribute { Attribute("name", name) }
  package static func value(_ value: String) -> Attribute { Attribute("value", value) }
  package static func type(_ type: String) -> Attribute { Attribute("type", type) }
  package static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
  package static func label(_ text: String) -> Attribute { Attribute("aria-label", text) }
  package static func labelled(by id: String) -> Attribute { Attribute("aria-labelledby", id) }
  package static func described(by ids: [String]) -> Attribute {
    Attribute("aria-describedby", ids.joined(separator: " "))
  }
  /// Keeps what only repeats or decorates from being read out.
  package static let hidden = Attribute("aria-hidden", "true")
  package static func lang(_ language: Language) -> Attribute { Attribute("lang", language.tag) }
}

extension Language {
  /// The tag for `lang` and `hreflang` (BCP 47).
  package var tag: String {
    switch self {
    case .zh: "zh-CN"
    case .en: "en"
    }
  }
}

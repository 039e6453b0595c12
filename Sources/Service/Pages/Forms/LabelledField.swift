/// A line to type in, with its label, a hint and what is wrong with it.
struct LabelledField: Sendable {
  enum Kind: Sendable {
    case text
    /// A few characters: a code, a number of six digits.
    case short
    /// The present password, which browsers may fill in.
    case password
    /// One that is being chosen.
    case newPassword
    /// A code of an authenticator.
    case code
  }

  let name: String
  let label: String
  var kind = Kind.text
  var hint: String?
  var value = ""
  /// What browsers may fill in (HTML, 4.10.18.7); `nil` for nothing.
  var autocomplete: String?

  init(
    _ name: String, _ label: String, _ kind: Kind = .text, hint: String? = nil, value: String = "",
    autocomplete: String? = nil
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.hint = hint
    self.value = value
    self.autocomplete = autocomplete
  }

  /// The field.
  ///
  /// - Parameters:
  ///   - errors: of the form; those of this field are shown above it.
  ///   - place: where the reader is.
  /// - Returns: the field.
  func html(_ errors: [FormError], _ place: PageLocation) -> HTML {
    let error = errors.first { $0.field == name }?.message
    let described = (hint == nil ? [] : ["\(name)-hint"]) + (error == nil ? [] : ["\(name)-error"])
    return Tag.div(.class(error == nil ? "field" : "field wrong")) {
      Tag.label(.class("ask"), .for(name)) { label }
      if let hint { Tag.p(.class("hint"), .id("\(name)-hint")) { hint } }
      if let error {
        Tag.p(.class("error"), .id("\(name)-error")) {
          Tag.span(.class("unseen")) { place("错误：", "Error: ") }
          error
        }
      }
      Tag.input(
        [.id(name), .name(name), Attribute("spellcheck", "false")] + own
          + (described.isEmpty ? [] : [.described(by: described)])
          + (error == nil ? [] : [Attribute("aria-invalid", "true")]))
    }
  }

  private var own: [Attribute] {
    switch kind {
    case .text: [.type("text"), .value(value), Attribute("autocomplete", autocomplete ?? "off")]
    case .short:
      [
        .type("text"), .value(value), .class("medium"),
        Attribute("autocomplete", autocomplete ?? "off"),
      ]
    // What was typed is not sent back.
    case .password: [.type("password"), Attribute("autocomplete", "current-password")]
    case .newPassword: [.type("password"), Attribute("autocomplete", "new-password")]
    case .code:
      [
        .type("text"), .class("medium"), Attribute("inputmode", "numeric"),
        Attribute("autocomplete", "one-time-code"),
      ]
    }
  }
}

/// A choice from a list that opens.
func selection(
  _ name: String, _ label: String, _ choices: [Choice], chosen: String = ""
) -> HTML {
  Tag.div(.class("field")) {
    Tag.label(.class("ask"), .for(name)) { label }
    Tag.select(.id(name), .name(name)) {
      for choice in choices {
        Tag.option(
          [.value(choice.value)] + (choice.value == chosen ? [Attribute("selected")] : [])
        ) { choice.label }
      }
    }
  }
}

/// One of several answers to choose from.
package struct Choice: Sendable {
  package let value: String
  package let label: String
  package let hint: String?

  package init(_ value: String, _ label: String, hint: String? = nil) {
    self.value = value
    self.label = label
    self.hint = hint
  }

  /// A radio button or check box with its label.
  func control(type: String, name: String, id: String, isChecked: Bool) -> HTML {
    Tag.div(.class("choice")) {
      Tag.input(
        [.type(type), .name(name), .id(id), .value(value)]
          + (isChecked ? [Attribute("checked")] : []))
      Tag.label(.for(id)) {
        label
        if let hint { Tag.span { hint } }
      }
    }
  }
}

/// What must be corrected on a form: the field's id, and what to say.
package struct FormError: Sendable {
  package let field: String
  package let message: String

  package init(field: String, message: String) {
    self.field = field
    self.message = message
  }
}

/// The box above a form that must be corrected: every error once, linked to its field.
///
/// - Parameters:
///   - errors: what must be corrected; nothing is shown where it is empty.
///   - place: where the reader is.
///   - takesFocus: whether the page opens with the box in focus, so that it is read out first.
/// - Returns: the box.
package func errorSummary(
  _ errors: [FormError], _ place: PageLocation, takesFocus: Bool = false
) -> HTML {
  guard !errors.isEmpty else { return .empty }
  let focus = takesFocus ? [Attribute("tabindex", "-1"), Attribute("autofocus")] : []
  return Tag.div(
    [.class("errors"), Attribute("role", "alert"), .labelled(by: "errors")] + focus
  ) {
    Tag.h2(.id("errors")) { place("请先改正", "There is a problem") }
    Tag.ul {
      for error in errors {
        Tag.li { Tag.a(.href("#" + error.field)) { error.message } }
      }
    }
  }
}

/// What every form behind the sign-in carries.
package struct SignedForm: Sendable {
  /// The name of the field with the mark of the session.
  package static let mark = "mark"
  /// The name of the field that names the request, so that one sent twice is done once.
  package static let request = "request"

  /// The mark of the session: without it a form was not sent from a page of it.
  let csrf: String
  /// Names the request; `nil` where doing it twice does no harm.
  let key: String?

  package init(csrf: String, key: String? = nil) {
    self.csrf = csrf
    self.key = key
  }

  /// A form with its hidden fields.
  ///
  /// - Parameters:
  ///   - action: the path it is sent to.
  ///   - takesFiles: whether it has a file input.
  ///   - content: its fields and button.
  /// - Returns: the form.
  package func callAsFunction(
    action: String, takesFiles: Bool = false, @HTMLBuilder content: () -> HTML
  ) -> HTML {
    let coding = takesFiles ? [Attribute("enctype", "multipart/form-data")] : []
    return Tag.form([Attribute("method", "post"), Attribute("action", action)] + coding) {
      hiddenField(SignedForm.mark, csrf)
      if let key { hiddenField(SignedForm.request, key) }
      content()
    }
  }
}

/// A field of a form that its reader does not see.
func hiddenField(_ name: String, _ value: String) -> HTML {
  Tag.input(.type("hidden"), .name(name), .value(value))
}

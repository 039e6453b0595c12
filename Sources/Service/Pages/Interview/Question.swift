package import Core

/// One question on a page of its own.
package struct Question: Sendable {
  /// How the answer is given.
  package enum Control: Sendable {
    case choices([Choice])
    case many([Choice])
    case text(Width, unit: String?)
    case date
    case month
    /// A list to choose from, in groups.
    case places([(title: Bilingual, regions: [Region])])
  }

  package enum Width: String, Sendable { case short, medium, long }

  /// What was answered before, or sent and not accepted: by the name of the form's field.
  package typealias Given = [String: [String]]

  package let title: String
  /// What it is about, above the question: 证书 1.
  package let caption: String?
  package let hint: String?
  package let control: Control
  /// Answers beside a value: “I do not know”, “none”, “still going on”.
  package let escapes: [Choice]
  package var given: Given
  package var error: String?
  package var purpose: QuestionPurpose?

  package init(
    title: String, caption: String?, hint: String?, control: Control, escapes: [Choice],
    given: Given = [:], error: String? = nil
  ) {
    self.title = title
    self.caption = caption
    self.hint = hint
    self.control = control
    self.escapes = escapes
    self.given = given
    self.error = error
  }
}

/// What a question is asked for.
package struct QuestionPurpose: Sendable {
  /// The benefits that wait for the answer.
  let waiting: [Bilingual]
  /// How many cases are open, and how many there are.
  let open: Int
  let cases: Int

  package init(waiting: [Bilingual], open: Int, cases: Int) {
    self.waiting = waiting
    self.open = open
    self.cases = cases
  }
}

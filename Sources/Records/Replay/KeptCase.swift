/// A determination that a case was opened with: with its reasons, for a person decided on them.
package struct KeptCase: Sendable {
  /// Of the case.
  package let number: String
  package let subject: ReplayedSubject
  /// The last change of the registry that it knew.
  package let change: Int64
  /// SM3 of the plan.
  package let plan: String
  /// The report with its one determination, as JSON.
  package let json: String

  package init(
    number: String, subject: ReplayedSubject, change: Int64, plan: String, json: String
  ) {
    self.number = number
    self.subject = subject
    self.change = change
    self.plan = plan
    self.json = json
  }
}

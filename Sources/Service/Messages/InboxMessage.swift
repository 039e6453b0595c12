package import Office

/// A message as it lies in an inbox; `MessageTexts.words(of:)` makes its words.
package struct InboxMessage: Sendable, Equatable {
  package let number: Int64
  package let recipient: Recipient
  /// The id of its text.
  package let template: String
  /// The case it is about.
  package let `case`: CaseNumber?
  /// As stored.
  let values: String
  package let moment: Moment
  /// When somebody who may open the inbox first read it.
  package let readAt: Moment?

  package var isUnread: Bool { readAt == nil }
}

/// The names that may stand in braces in one kind of text. What a text cannot name it cannot tell.
package protocol PlaceName: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// What a message in the inbox may tell: only its recipient reads it, after signing in.
package enum Place: String, PlaceName {
  /// The number of the case it is about.
  case `case`
  case benefit
  case amount
  case date
  case reason
  case days
  case moment
  case device
}

/// What may leave the service by mail and SMS, which others carry and may read: a number and where
/// to read on. A case added here is one more thing that everybody on the way can know.
package enum LetterPlace: String, PlaceName {
  case `case`
  case link
}

package import Office

/// A session as its owner sees it in a list.
package struct SessionLine: Sendable, Equatable {
  package let id: String
  package let began: Moment
  /// To the minute.
  package let seen: Moment
  /// Where it was begun from.
  package let address: String
  /// What the browser called itself then.
  package let device: String
}

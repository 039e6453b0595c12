package import Core
package import Office

/// A grant with its history: who wanted it, who confirmed it, and what became of it.
package struct GrantRecord: Sendable, Equatable {
  package enum State: String, Sendable {
    /// Of an official role: waits for another administrator.
    case proposed
    /// Confirmed, and neither over nor withdrawn.
    case effective
    case refused
    case withdrawn
    /// Its last day has passed, or it was passed on from a grant that is no more.
    case over

    /// Whether it can still be ended by hand.
    var isOpen: Bool { self == .proposed || self == .effective }
  }

  /// One step of its history.
  package struct Act: Sendable, Equatable {
    package enum Kind: String, Sendable {
      case confirmed, refused, withdrawn
    }

    package let kind: Kind
    package let moment: Moment
    /// The account; 0 for the service itself.
    package let user: Int64
    package let reason: String
  }

  package let number: Int64
  /// Whose it is.
  package let user: Int64
  package let grant: Grant
  /// The last day on which it holds; `nil` for no end.
  package let lastDay: CivilDate?
  /// The grant that it passes on, of a delegation.
  package let parent: Int64?
  package let proposed: Moment
  package let proposer: Int64
  package let reason: String
  /// In the order in which they happened.
  package internal(set) var acts: [Act]
  package internal(set) var state: State
}

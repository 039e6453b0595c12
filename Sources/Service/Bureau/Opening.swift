import Core
package import Determination

/// Something that a party could apply for, and whether it can now.
package struct Opening: Sendable {
  package enum Standing: Sendable, Equatable {
    /// It can be begun; where facts are missing, the determination names them.
    case free
    /// It is in this open case.
    case begun(String)
    /// All that is due was granted.
    case granted
    /// The conditions do not hold: the determination says which.
    case notDue
  }

  /// Whose record gives rise to it.
  package let owner: String
  package let determination: Determination
  package let standing: Standing
  /// What a case of it goes by.
  package let procedure: String
}

extension Determination {
  /// Whether somebody may apply for it, as far as the facts go: what is not money, as the points of a
  /// score sheet, wherever its conditions may hold.
  var standing: Opening.Standing {
    switch outcome {
    case .notEntitled: .notDue
    case .undetermined: .free
    case .entitled: amount == nil || (payable ?? .zero) > .zero ? .free : .granted
    }
  }
}

package import Office

/// A change of an appropriation that one finance officer asks for and another person decides on.
package struct Proposal: Sendable, Equatable {
  /// The number of the entry that made it.
  package let number: Int64
  package let budget: Budget
  /// Above zero to grant, below to reduce.
  package let change: Int64
  /// The account of whoever asked for it, who may not confirm it in any role.
  package let maker: Int64
  package let moment: Moment
  package internal(set) var isDecided: Bool
}

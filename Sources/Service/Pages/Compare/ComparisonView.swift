package import Comparison
package import Core
package import Determination

/// Two sides of a party's determinations, or of two parties', one beside the other.
package struct ComparisonView: Sendable {
  /// What is on one side.
  package struct Side: Sendable {
    /// What tells it from the other side, in a few words: the head of its column.
    package let title: Bilingual
    /// All that it is: party, day, what was known, texts.
    package let basis: Bilingual
    /// What the party itself receives in all; `nil` where that is more than can be counted.
    package let sum: Money?
    /// What a determination is about: “证书 2019-05-03”.
    package let subject: @Sendable (Determination) -> Bilingual?

    package init(
      title: Bilingual, basis: Bilingual, sum: Money?,
      subject: @escaping @Sendable (Determination) -> Bilingual?
    ) {
      self.title = title
      self.basis = basis
      self.sum = sum
      self.subject = subject
    }
  }

  package let left: Side
  package let right: Side
  package let comparison: Comparison

  package init(left: Side, right: Side, _ comparison: Comparison) {
    self.left = left
    self.right = right
    self.comparison = comparison
  }
}

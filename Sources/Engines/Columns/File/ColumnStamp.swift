/// What a file of columns is of.
package struct ColumnStamp: Sendable, Equatable {
  /// Names the registry, in hexadecimal.
  package let registry: String
  /// Names what the vocabulary means, in hexadecimal.
  package let vocabulary: String
  /// The last change of the registry that is in it, and its moment: together they tell a registry from
  /// one that was restored from a backup.
  package let change: Int64
  package let moment: Int64

  package init(registry: String, vocabulary: String, change: Int64, moment: Int64) {
    self.registry = registry
    self.vocabulary = vocabulary
    self.change = change
    self.moment = moment
  }
}

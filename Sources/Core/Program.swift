/// The program itself, as what it stores and prints names it.
package enum Program {
  /// The version that `gongjiang version` prints and every run of determinations keeps.
  package static let version = "0.1.0"
}

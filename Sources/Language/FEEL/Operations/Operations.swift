/// The operations on values that every engine shares (DMN 1.5, 10.3.2.15).
///
/// Each is total: where FEEL has no result, the result is null with its reason. Null operands give
/// null with the operand's own reason, so that the first cause is what people read.
public enum Operations {
  /// Bytes of text an operation gives at most: a small expression can write down a very large text.
  public static let sizeLimit = 10_000_000
  /// Values a comparison looks through at most. A value that holds another twice, and that one
  /// again, is exponentially larger than what wrote it.
  static let visitLimit = 1_000_000
}

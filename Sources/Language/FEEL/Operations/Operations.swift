/// The operations on values that every engine shares (DMN 1.5, 10.3.2.15).
///
/// Each is total: where FEEL has no result, the result is null with its reason. Null operands give
/// null with the operand's own reason, so that the first cause is what people read.
public enum Operations {
  /// Bytes of text an operation gives at most, and values it looks through: a small expression can
  /// write down very large ones.
  public static let sizeLimit = 10_000_000
}

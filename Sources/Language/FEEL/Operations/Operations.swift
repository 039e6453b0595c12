/// The operations on values that every engine shares (DMN 1.5, 10.3.2.15).
///
/// Each is total: where FEEL has no result, the result is null with its reason. Null operands give
/// null with the operand's own reason, so that the first cause is what people read.
public enum Operations {}

import FEEL

/// Comparisons: unknown where a side is; none equals only none, and is neither before nor after
/// anything.
extension Kernels {
  @inline(__always)
  private static func ordered<L: Lane>(
    _ a: Span<L>, _ b: Span<L>, _ count: Int, into out: inout MutableSpan<UInt8>,
    _ holds: (L, L) -> Bool
  ) {
    each(a, b, count, into: &out) { left, right in
      let areValues = bit(left > L.none) & bit(right > L.none)
      return truth(
        bit(holds(left, right)) & areValues,
        unless: bit(left == L.unknown) | bit(right == L.unknown))
    }
  }

  @inline(__always)
  static func compare<L: Lane>(
    _ sign: ComparisonOperator, _ a: Span<L>, _ b: Span<L>, _ count: Int,
    into out: inout MutableSpan<UInt8>
  ) {
    switch sign {
    case .less: ordered(a, b, count, into: &out) { $0 < $1 }
    case .lessOrEqual: ordered(a, b, count, into: &out) { $0 <= $1 }
    case .greater: ordered(a, b, count, into: &out) { $0 > $1 }
    case .greaterOrEqual: ordered(a, b, count, into: &out) { $0 >= $1 }
    case .equal:
      each(a, b, count, into: &out) { left, right in
        truth(
          bit(left == right), unless: bit(left == L.unknown) | bit(right == L.unknown))
      }
    case .notEqual:
      each(a, b, count, into: &out) { left, right in
        truth(
          bit(left != right), unless: bit(left == L.unknown) | bit(right == L.unknown))
      }
    }
  }

  @inline(__always)
  private static func ordered<L: Lane>(
    _ a: Span<L>, _ count: Int, into out: inout MutableSpan<UInt8>, _ holds: (L) -> Bool
  ) {
    each(a, count, into: &out) { value in
      truth(bit(holds(value)) & bit(value > L.none), unless: bit(value == L.unknown))
    }
  }

  /// The same against one value; nothing is before or after none.
  @inline(__always)
  static func compare<L: Lane>(
    _ sign: ComparisonOperator, _ a: Span<L>, with value: L, _ count: Int,
    into out: inout MutableSpan<UInt8>
  ) {
    if value == L.none, sign != .equal, sign != .notEqual {
      return ordered(a, count, into: &out) { _ in false }
    }
    switch sign {
    case .less: ordered(a, count, into: &out) { $0 < value }
    case .lessOrEqual: ordered(a, count, into: &out) { $0 <= value }
    case .greater: ordered(a, count, into: &out) { $0 > value }
    case .greaterOrEqual: ordered(a, count, into: &out) { $0 >= value }
    case .equal:
      each(a, count, into: &out) { truth(bit($0 == value), unless: bit($0 == L.unknown)) }
    case .notEqual:
      each(a, count, into: &out) { truth(bit($0 != value), unless: bit($0 == L.unknown)) }
    }
  }
}

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
      let result =
        holds(left, right) && left > L.none && right > L.none ? Truth.yes : Truth.no
      return left == L.unknown || right == L.unknown ? Truth.unknown : result
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
        let result = left == right ? Truth.yes : Truth.no
        return left == L.unknown || right == L.unknown ? Truth.unknown : result
      }
    case .notEqual:
      each(a, b, count, into: &out) { left, right in
        let result = left != right ? Truth.yes : Truth.no
        return left == L.unknown || right == L.unknown ? Truth.unknown : result
      }
    }
  }

  @inline(__always)
  private static func ordered<L: Lane>(
    _ a: Span<L>, _ count: Int, into out: inout MutableSpan<UInt8>, _ holds: (L) -> Bool
  ) {
    each(a, count, into: &out) { value in
      let result = holds(value) && value > L.none ? Truth.yes : Truth.no
      return value == L.unknown ? Truth.unknown : result
    }
  }

  /// The same against one value; nothing is before or after none.
  @inline(__always)
  static func compare<L: Lane>(
    _ sign: ComparisonOperator, _ a: Span<L>, with value: L, _ count: Int,
    into out: inout MutableSpan<UInt8>
  ) {
    let isNone = value == L.none
    switch sign {
    case .less: ordered(a, count, into: &out) { $0 < value && !isNone }
    case .lessOrEqual: ordered(a, count, into: &out) { $0 <= value && !isNone }
    case .greater: ordered(a, count, into: &out) { $0 > value && !isNone }
    case .greaterOrEqual: ordered(a, count, into: &out) { $0 >= value && !isNone }
    case .equal:
      each(a, count, into: &out) { one in
        one == L.unknown ? Truth.unknown : one == value ? Truth.yes : Truth.no
      }
    case .notEqual:
      each(a, count, into: &out) { one in
        one == L.unknown ? Truth.unknown : one != value ? Truth.yes : Truth.no
      }
    }
  }
}

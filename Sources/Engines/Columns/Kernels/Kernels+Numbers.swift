/// Arithmetic: a mark on either side makes the result unknown. Ranges are proven before, so nothing
/// overflows.
extension Kernels {
  @inline(__always)
  static func arithmetic<L: Lane>(
    _ a: Span<L>, _ b: Span<L>, _ count: Int, into out: inout MutableSpan<L>,
    _ operation: (L, L) -> L
  ) {
    each(a, b, count, into: &out) { left, right in
      pick(
        bit(left.isMark) | bit(right.isMark) == 1, L.unknown, operation(left, right))
    }
  }

  @inline(__always)
  static func arithmetic<L: Lane>(
    _ a: Span<L>, _ count: Int, into out: inout MutableSpan<L>, _ operation: (L) -> L
  ) {
    each(a, count, into: &out) { pick($0.isMark, L.unknown, operation($0)) }
  }

  /// More digits after the point; marks stay.
  static func scale(
    _ a: Span<Int64>, by factor: Int64, _ count: Int, into out: inout MutableSpan<Int64>
  ) {
    each(a, count, into: &out) { pick($0.isMark, $0, $0 &* factor) }
  }

  static func widen(_ a: Span<Int32>, _ count: Int, into out: inout MutableSpan<Int64>) {
    each(a, count, into: &out) { value in
      // The marks stand as far above the lowest number in both widths.
      Int64(value) &+ pick(value.isMark, Int64.unknown &- Int64(Int32.unknown), 0)
    }
  }

  /// Divided and rounded to the nearest, halves away from zero.
  static func divideRounding(
    _ a: Span<Int64>, by unit: Int64, _ count: Int, into out: inout MutableSpan<Int64>
  ) {
    let half = unit / 2
    arithmetic(a, count, into: &out) { value in
      value >= 0 ? (value &+ half) / unit : -((half &- value) / unit)
    }
  }

  static func floor(
    _ a: Span<Int64>, to unit: Int64, _ count: Int, into out: inout MutableSpan<Int64>
  ) {
    arithmetic(a, count, into: &out) { value in
      let quotient = value / unit
      return quotient &* unit > value ? quotient &- 1 : quotient
    }
  }
}

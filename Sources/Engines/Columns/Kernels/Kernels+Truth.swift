/// Loops over lanes. Each takes whole registers and leaves its result in another; nothing is
/// allocated, and no lane decides which way another goes, so that the compiler can do many at once.
enum Kernels {
  @inline(__always)
  static func each<A, R>(
    _ a: Span<A>, _ count: Int, into out: inout MutableSpan<R>, _ operation: (A) -> R
  ) {
    precondition(a.count >= count && out.count >= count)
    for lane in 0..<count { out[lane] = operation(a[lane]) }
  }

  @inline(__always)
  static func each<A, B, R>(
    _ a: Span<A>, _ b: Span<B>, _ count: Int, into out: inout MutableSpan<R>,
    _ operation: (A, B) -> R
  ) {
    precondition(a.count >= count && b.count >= count && out.count >= count)
    for lane in 0..<count { out[lane] = operation(a[lane], b[lane]) }
  }

  static func fill<L>(_ value: L, _ count: Int, into out: inout MutableSpan<L>) {
    for lane in 0..<count { out[lane] = value }
  }

  static func and(
    _ a: Span<UInt8>, _ b: Span<UInt8>, _ count: Int, into out: inout MutableSpan<UInt8>
  ) {
    each(a, b, count, into: &out) { min($0, $1) }
  }

  static func or(
    _ a: Span<UInt8>, _ b: Span<UInt8>, _ count: Int, into out: inout MutableSpan<UInt8>
  ) {
    each(a, b, count, into: &out) { max($0, $1) }
  }

  /// None stays none.
  static func not(_ a: Span<UInt8>, _ count: Int, into out: inout MutableSpan<UInt8>) {
    each(a, count, into: &out) { pick($0 == Truth.none, Truth.none, Truth.yes &- $0) }
  }

  static func settled(_ a: Span<UInt8>, _ count: Int, into out: inout MutableSpan<UInt8>) {
    each(a, count, into: &out) { pick($0 == Truth.none, Truth.no, $0) }
  }

  static func sameTruth(
    _ a: Span<UInt8>, _ b: Span<UInt8>, isEqual: Bool, _ count: Int,
    into out: inout MutableSpan<UInt8>
  ) {
    let (same, other) = isEqual ? (Truth.yes, Truth.no) : (Truth.no, Truth.yes)
    each(a, b, count, into: &out) { left, right in
      let isUnknown = bit(left == Truth.unknown) | bit(right == Truth.unknown)
      return pick(isUnknown == 1, Truth.unknown, pick(left == right, same, other))
    }
  }

  /// The values of one of two registers; where it is unknown which, what both agree on.
  @inline(__always)
  static func select<L: FixedWidthInteger>(
    _ chosen: Span<UInt8>, _ then: Span<L>, _ otherwise: Span<L>, unknown: L,
    _ count: Int, into out: inout MutableSpan<L>
  ) {
    precondition(
      chosen.count >= count && then.count >= count && otherwise.count >= count)
    for lane in 0..<count {
      let (one, other) = (then[lane], otherwise[lane])
      let agreed = pick(one == other, one, unknown)
      let sure = pick(chosen[lane] == Truth.yes, one, other)
      out[lane] = pick(chosen[lane] == Truth.unknown, agreed, sure)
    }
  }
}

/// Rows of decision tables, one after the other.
extension Kernels {
  /// Notes what a row hits. `state` is 0 before any hit, 1 with one that holds, 2 where the hit
  /// policy is broken or a row may hit.
  @inline(__always)
  static func hit<L: Lane>(
    _ truth: Span<UInt8>, _ values: Span<L>, _ policy: Step.TablePolicy,
    _ state: inout [UInt8], _ count: Int, into out: inout MutableSpan<L>
  ) {
    precondition(state.count >= count && truth.count >= count && values.count >= count)
    let unique = bit(policy == .unique)
    let first = bit(policy == .first)
    for lane in 0..<count {
      let (hit, before, value) = (truth[lane], state[lane], values[lane])
      let isSettled = first & bit(before != 0)
      let takes = bit(hit == Truth.yes) & bit(before == 0)
      let clashes = bit(hit == Truth.yes) & bit(before != 0) & (unique | bit(out[lane] != value))
      let breaks = (isSettled ^ 1) & (bit(hit == Truth.unknown) | clashes)
      out[lane] = pick(takes == 1, value, out[lane])
      state[lane] = pick(breaks == 1, 2, pick(takes == 1, 1, before))
    }
  }
}

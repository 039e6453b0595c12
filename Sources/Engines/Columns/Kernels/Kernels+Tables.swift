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
    let isUnique = policy == .unique
    let isFirst = policy == .first
    for lane in 0..<count {
      let (hit, before, value) = (truth[lane], state[lane], values[lane])
      let isSettled = isFirst && before != 0
      let takes = hit == Truth.yes && before == 0
      let clashes = hit == Truth.yes && before != 0 && (isUnique || out[lane] != value)
      let breaks = !isSettled && (hit == Truth.unknown || clashes)
      out[lane] = takes ? value : out[lane]
      state[lane] = breaks ? 2 : takes ? 1 : before
    }
  }
}

/// Rows of decision tables, one after the other.
extension Kernels {
  /// Notes what a row hits.
  ///
  /// - Parameters:
  ///   - truth: whether it does.
  ///   - values: what it leaves.
  ///   - policy: of the table.
  ///   - states: how far the table has come: 0 before any hit, 1 with one that holds, 2 where the hit
  ///     policy is broken or a row may hit.
  ///   - takes: room for which lanes take the value.
  ///   - count: of the lanes.
  ///   - out: what the table comes to.
  @inline(__always)
  static func hit<L: Lane>(
    _ truth: Span<UInt8>, _ values: Span<L>, _ policy: Step.TablePolicy,
    _ states: inout MutableSpan<UInt8>, _ takes: inout MutableSpan<UInt8>, _ count: Int,
    into out: inout MutableSpan<L>
  ) {
    precondition(truth.count >= count && values.count >= count && out.count >= count)
    precondition(states.count >= count && takes.count >= count)
    if policy == .any {
      // The same value again does no harm.
      for lane in 0..<count {
        let differs =
          bit(truth[lane] == Truth.yes) & bit(states[lane] == 1)
          & bit(out[lane] != values[lane])
        states[lane] = pick(differs == 1, 2, states[lane])
      }
    }
    let isUnique = bit(policy == .unique)
    let isFirst = bit(policy == .first)
    for lane in 0..<count {
      let (hit, before) = (truth[lane], states[lane])
      let takesIt = bit(hit == Truth.yes) & bit(before == 0)
      let isSettled = isFirst & bit(before != 0)
      let clashes = isUnique & bit(hit == Truth.yes) & bit(before != 0)
      let breaks = (isSettled ^ 1) & (bit(hit == Truth.unknown) | clashes)
      takes[lane] = takesIt
      states[lane] = pick(breaks == 1, 2, pick(takesIt == 1, 1, before))
    }
    for lane in 0..<count { out[lane] = pick(takes[lane] == 1, values[lane], out[lane]) }
  }

  /// What no row has hit for certain is unknown.
  static func finish<L: Lane>(
    _ states: Span<UInt8>, _ count: Int, into out: inout MutableSpan<L>
  ) {
    precondition(states.count >= count && out.count >= count)
    for lane in 0..<count { out[lane] = pick(states[lane] == 1, out[lane], L.unknown) }
  }
}

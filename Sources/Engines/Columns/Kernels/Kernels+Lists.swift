/// Sums and counts over the lanes that belong to each lane of another frame.
///
/// They go over the inner lanes and not over the outer ones: each adds to the lane it belongs to, which
/// `parents` names. So nothing depends on how many belong to a lane, which no processor guesses.
extension Kernels {
  /// The inner lanes of a frame: which outer lane each belongs to, in their order.
  struct Members {
    let parents: [Int32]
    /// Where the inner lanes of each outer lane end.
    let ends: [Int32]
    let count: Int
  }

  /// Whether any of them is yes.
  static func some(
    _ body: Span<UInt8>, _ members: Members, _ count: Int, into out: inout MutableSpan<UInt8>
  ) {
    fill(Truth.no, count, into: &out)
    let parents = members.parents.span
    precondition(body.count >= members.count && areInside(parents, members.count, out.count))
    for place in 0..<members.count {
      // All parents were just found to be lanes.
      let lane = unsafe Int(parents[unchecked: place])
      unsafe out[unchecked: lane] = max(out[unchecked: lane], body[place])
    }
  }

  static func every(
    _ body: Span<UInt8>, _ members: Members, _ count: Int, into out: inout MutableSpan<UInt8>
  ) {
    fill(Truth.yes, count, into: &out)
    let parents = members.parents.span
    precondition(body.count >= members.count && areInside(parents, members.count, out.count))
    for place in 0..<members.count {
      // All parents were just found to be lanes.
      let lane = unsafe Int(parents[unchecked: place])
      unsafe out[unchecked: lane] = min(out[unchecked: lane], body[place])
    }
  }

  /// What holds of a list to which there may be more: no is not certain of `some`.
  static func atLeastUnknown(
    _ open: Span<UInt8>, _ count: Int, into out: inout MutableSpan<UInt8>
  ) {
    precondition(open.count >= count && out.count >= count)
    for lane in 0..<count { out[lane] = max(out[lane], min(open[lane], Truth.unknown)) }
  }

  /// What holds of a list to which there may be more: yes is not certain of `every`.
  static func atMostUnknown(
    _ open: Span<UInt8>, _ count: Int, into out: inout MutableSpan<UInt8>
  ) {
    precondition(open.count >= count && out.count >= count)
    for lane in 0..<count {
      out[lane] = min(out[lane], Truth.yes &- min(open[lane], Truth.unknown))
    }
  }

  /// A number is not known where there may be more.
  static func unknown<L: Lane>(
    where open: Span<UInt8>, _ count: Int, into out: inout MutableSpan<L>
  ) {
    precondition(open.count >= count && out.count >= count)
    for lane in 0..<count { out[lane] = pick(open[lane] != Truth.no, L.unknown, out[lane]) }
  }

  /// How many there are.
  static func count(_ members: Members, _ count: Int, into out: inout MutableSpan<Int32>) {
    var start: Int32 = 0
    for lane in 0..<count {
      out[lane] = members.ends[lane] &- start
      start = members.ends[lane]
    }
  }

  /// How many of them are yes; unknown where one is.
  static func count(
    _ isMember: Span<UInt8>, _ members: Members, _ count: Int, into out: inout MutableSpan<Int32>
  ) {
    fill(0, count, into: &out)
    let parents = members.parents.span
    precondition(parents.count >= members.count && isMember.count >= members.count)
    // Adding one to what is unknown leaves it below nought.
    for place in 0..<members.count {
      let lane = Int(parents[place])
      let truth = isMember[place]
      out[lane] =
        pick(truth == Truth.unknown, Int32.unknown, out[lane])
        &+ pick(truth == Truth.yes, 1, 0)
    }
    for lane in 0..<count { out[lane] = pick(out[lane] < 0, Int32.unknown, out[lane]) }
  }

  /// Unknown where there are none, and where one of them is a mark.
  ///
  /// - Parameters:
  ///   - values: by inner lane.
  ///   - isMember: which of them count; `nil` for all.
  ///   - members: where they belong.
  ///   - doubts: room for a byte a lane.
  ///   - count: of the outer lanes.
  ///   - out: the results.
  ///   - operation: of two values; must not trap on marks.
  @inline(__always)
  static func fold<L: Lane>(
    _ values: Span<L>, _ isMember: [UInt8]?, _ members: Members, _ doubts: inout [UInt8],
    _ count: Int, into out: inout MutableSpan<L>, _ operation: (L, L) -> L
  ) {
    fill(L.none, count, into: &out)
    var doubt = doubts.mutableSpan
    fill(0, count, into: &doubt)
    let parents = members.parents.span
    precondition(parents.count >= members.count && values.count >= members.count)
    for place in 0..<members.count {
      let lane = Int(parents[place])
      let truth = isMember.map { $0[place] } ?? Truth.yes
      let (value, before) = (values[place], out[lane])
      let counts = truth != Truth.no
      doubt[lane] |= bit(counts) & (bit(truth != Truth.yes) | bit(value.isMark))
      let folded = pick(before == L.none, value, operation(before, value))
      out[lane] = pick(counts, folded, before)
    }
    for lane in 0..<count {
      out[lane] = pick(doubt[lane] | bit(out[lane] == L.none) != 0, L.unknown, out[lane])
    }
  }
}

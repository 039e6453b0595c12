/// Spells in months.
extension Kernels {
  /// Spells as months by their numbers, by inner lane, with marks as in their columns.
  struct Spells {
    let first: [Int32]
    let last: [Int32]
    /// Which of them count; `nil` for all.
    let isMember: [UInt8]?
  }

  /// Distinct months of spells through a month; unknown where a spell is, or the month.
  ///
  /// Spells that come in the order of their beginnings are added as they come; those of a lane that do
  /// not are sorted afterwards.
  ///
  /// - Parameters:
  ///   - spells: by inner lane.
  ///   - members: where they belong.
  ///   - through: the last month that counts, by outer lane.
  ///   - room: for what is sorted.
  ///   - count: of the outer lanes.
  ///   - out: the numbers.
  static func coveredMonths(
    _ spells: Spells, _ members: Members, through: Span<Int32>, _ room: inout MonthRoom,
    _ count: Int, into out: inout MutableSpan<Int32>
  ) {
    fill(0, count, into: &out)
    room.disordered.removeAll(keepingCapacity: true)
    let firsts = spells.first.span
    let lasts = spells.last.span
    let parents = members.parents.span
    precondition(
      firsts.count >= members.count && lasts.count >= members.count
        && parents.count >= members.count && through.count >= count && out.count >= count)
    var (lane, reached, before): (Int32, Int32, Int32) = (-1, .none, .min)
    var (sum, doubt): (Int32, UInt8) = (0, 0)
    for place in 0..<members.count {
      let own = parents[place]
      let isSame = own == lane
      (lane, sum, doubt) = (own, pick(isSame, sum, 0), pick(isSame, doubt, 0))
      (reached, before) = (pick(isSame, reached, .none), pick(isSame, before, .min))
      let truth = spells.isMember.map { $0[place] } ?? Truth.yes
      let (first, last) = (firsts[place], lasts[place])
      let counts = bit(truth != Truth.no)
      doubt |= counts & (bit(truth != Truth.yes) | bit(first == .unknown) | bit(last == .unknown))
      // A spell without a beginning counts for nothing; one without an end goes on.
      let end = through[Int(own)]
      let stop = min(pick(last.isMark, end, last), end)
      let start = max(first, reached &+ 1)
      let adds = counts & bit(!first.isMark) & bit(start <= stop)
      sum = sum &+ pick(adds == 1, stop &- start &+ 1, 0)
      reached = pick(adds == 1, stop, reached)
      if counts == 1, first < before { room.disordered.append(own) }
      before = pick(counts == 1, first, before)
      out[Int(own)] = pick(doubt == 1, Int32.unknown, sum)
    }
    for lane in room.disordered {
      sort(spells, members, lane: Int(lane), through: through[Int(lane)], &room, into: &out)
    }
    for lane in 0..<count { out[lane] = pick(through[lane].isMark, Int32.unknown, out[lane]) }
  }

  private static func sort(
    _ spells: Spells, _ members: Members, lane: Int, through: Int32, _ room: inout MonthRoom,
    into out: inout MutableSpan<Int32>
  ) {
    if out[lane] == .unknown { return }
    room.spans.removeAll(keepingCapacity: true)
    let start = lane == 0 ? 0 : Int(members.ends[lane - 1])
    for place in start..<Int(members.ends[lane]) {
      if let isMember = spells.isMember, isMember[place] == Truth.no { continue }
      let (first, last) = (spells.first[place], spells.last[place])
      if first.isMark { continue }
      let stop = last.isMark ? through : min(last, through)
      if first <= stop { room.spans.append(MonthSpan(first: first, last: stop)) }
    }
    out[lane] = MonthSpan.distinctMonths(&room.spans)
  }
}

/// Room for spells that have to be sorted.
struct MonthRoom {
  var spans: [MonthSpan] = []
  var disordered: [Int32] = []
}

/// Months by their numbers, both ends included.
struct MonthSpan {
  var first: Int32
  var last: Int32

  static func distinctMonths(_ spans: inout [MonthSpan]) -> Int32 {
    if spans.count > 1 { spans.sort { $0.first < $1.first } }
    var count: Int32 = 0
    var reached = Int32.min
    for span in spans {
      let first = max(span.first, reached == .min ? span.first : reached + 1)
      if first <= span.last {
        count += span.last - first + 1
        reached = max(reached, span.last)
      }
    }
    return count
  }
}

/// Sums and counts over the lanes that belong to each lane of another frame. `ends` says where the
/// lanes of each end.
extension Kernels {
  /// Whether any of them is yes; `open` says where there may be more.
  static func some(
    _ body: Span<UInt8>, ends: Span<Int32>, open: [UInt8]?,
    _ count: Int, into out: inout MutableSpan<UInt8>
  ) {
    var start = 0
    for lane in 0..<count {
      let end = Int(ends[lane])
      var result = Truth.no
      for place in start..<end { result = max(result, body[place]) }
      if let open, open[lane] != Truth.no { result = max(result, Truth.unknown) }
      out[lane] = result
      start = end
    }
  }

  static func every(
    _ body: Span<UInt8>, ends: Span<Int32>, open: [UInt8]?,
    _ count: Int, into out: inout MutableSpan<UInt8>
  ) {
    var start = 0
    for lane in 0..<count {
      let end = Int(ends[lane])
      var result = Truth.yes
      for place in start..<end { result = min(result, body[place]) }
      if let open, open[lane] != Truth.no { result = min(result, Truth.unknown) }
      out[lane] = result
      start = end
    }
  }

  static func count(
    _ member: [UInt8]?, ends: Span<Int32>, open: [UInt8]?,
    _ count: Int, into out: inout MutableSpan<Int32>
  ) {
    var start = 0
    for lane in 0..<count {
      let end = Int(ends[lane])
      var count = Int32(end - start)
      var isOpen = open.map { $0[lane] != Truth.no } ?? false
      if let member {
        count = 0
        for place in start..<end {
          if member[place] == Truth.yes { count &+= 1 }
          if member[place] == Truth.unknown { isOpen = true }
        }
      }
      out[lane] = isOpen ? .unknown : count
      start = end
    }
  }

  /// Unknown where there are none, where one of them is a mark, and where there may be more.
  @inline(__always)
  static func fold<L: Lane>(
    _ values: Span<L>, member: [UInt8]?, ends: Span<Int32>, open: [UInt8]?,
    _ count: Int, into out: inout MutableSpan<L>, _ operation: (L, L) -> L
  ) {
    var start = 0
    for lane in 0..<count {
      let end = Int(ends[lane])
      var result = L.none
      var isOpen = open.map { $0[lane] != Truth.no } ?? false
      for place in start..<end {
        let isMember = member.map { $0[place] } ?? Truth.yes
        if isMember == Truth.no { continue }
        let value = values[place]
        if isMember != Truth.yes || value.isMark { isOpen = true }
        result = result == L.none ? value : operation(result, value)
      }
      out[lane] = isOpen || result == L.none ? .unknown : result
      start = end
    }
  }

  /// Distinct months of spells through a month.
  static func coveredMonths(
    from: Span<Int32>, to: Span<Int32>, member: [UInt8]?, ends: Span<Int32>,
    open: [UInt8]?, through: Span<Int32>, _ spells: inout [MonthSpan],
    _ count: Int, into out: inout MutableSpan<Int32>
  ) {
    var start = 0
    for lane in 0..<count {
      let end = Int(ends[lane])
      defer { start = end }
      let last = through[lane]
      var isOpen = last.isMark || (open.map { $0[lane] != Truth.no } ?? false)
      spells.removeAll(keepingCapacity: true)
      for place in start..<end {
        let isMember = member.map { $0[place] } ?? Truth.yes
        if isMember == Truth.no { continue }
        let (first, until) = (from[place], to[place])
        if isMember != Truth.yes || first == .unknown || until == .unknown { isOpen = true }
        // A spell without a beginning counts for nothing.
        if first.isMark { continue }
        let stop = until.isMark ? last : min(until, last)
        if first <= stop { spells.append(MonthSpan(first: first, last: stop)) }
      }
      out[lane] = isOpen ? .unknown : MonthSpan.distinctMonths(&spells)
    }
  }
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

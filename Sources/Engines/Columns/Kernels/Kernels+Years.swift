/// Look-ups among a party's records of one year.
extension Kernels {
  /// The row of each party whose day lies in a year; unknown where there is none.
  static func rowOfYear(
    _ owners: Span<Int32>, _ years: Span<Int32>, days: Span<Int32>, offsets: Span<Int32>,
    _ count: Int, into out: inout MutableSpan<Int32>
  ) {
    for lane in 0..<count {
      out[lane] = .unknown
      let owner = owners[lane]
      if owner.isMark || years[lane].isMark { continue }
      for row in Int(offsets[Int(owner)])..<Int(offsets[Int(owner) + 1])
      where civil(days[row]).year == years[lane] { out[lane] = Int32(row) }
    }
  }

  /// Whether a party has a record with a day in a year. One whose day nobody has told is of none.
  static func isRecorded(
    _ owners: Span<Int32>, in year: Int, days: Span<Int32>, offsets: Span<Int32>,
    _ count: Int, into out: inout MutableSpan<UInt8>
  ) {
    for lane in 0..<count {
      let owner = owners[lane]
      out[lane] = owner.isMark ? Truth.unknown : Truth.no
      if owner.isMark || offsets.isEmpty { continue }
      for row in Int(offsets[Int(owner)])..<Int(offsets[Int(owner) + 1])
      where !days[row].isMark && Int(civil(days[row]).year) == year { out[lane] = Truth.yes }
    }
  }

  /// Of the members with one key the highest value, added up; what has no key stands for itself.
  static func sumOfHighest(
    keys: Span<Int32>, _ values: Span<Int64>, member: [UInt8]?, ends: Span<Int32>, open: [UInt8]?,
    _ count: Int, into out: inout MutableSpan<Int64>
  ) {
    var start = 0
    var highest: [Int32: Int64] = [:]
    for lane in 0..<count {
      let end = Int(ends[lane])
      defer { start = end }
      var isOpen = open.map { $0[lane] != Truth.no } ?? false
      var sum: Int64 = 0
      highest.removeAll(keepingCapacity: true)
      for place in start..<end {
        let isMember = member.map { $0[place] } ?? Truth.yes
        if isMember == Truth.no { continue }
        let (key, value) = (keys[place], values[place])
        if isMember != Truth.yes || key == .unknown || value.isMark {
          isOpen = true
        } else if key == .none {
          sum &+= value
        } else {
          highest[key] = max(highest[key] ?? value, value)
        }
      }
      for value in highest.values { sum &+= value }
      out[lane] = isOpen ? .unknown : sum
    }
  }
}

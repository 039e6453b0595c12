/// Where to divide a region so that fewer rules remain on either side.
///
/// Every search over boxes divides its region until each rule covers it or misses it. A good cut
/// leaves both halves small and runs through few boxes; the cuts tried are the quartiles of the
/// boxes' own edges in each column, taken from a sample of them.
struct Split {
  let column: Int
  let position: Int32

  private static let sampleSize = 192

  /// - Returns: `nil` when every member covers the region in all columns.
  init?(_ boxes: BoxSet, _ region: Region, _ members: [Member]) {
    let step = max(1, members.count / Split.sampleSize)
    var best: (cost: Int, column: Int, position: Int32)?
    var edges: [Int32] = []
    for column in 0..<boxes.columns {
      let (low, high) = (region.low[column], region.high[column])
      edges.removeAll(keepingCapacity: true)
      for index in stride(from: 0, to: members.count, by: step)
      where members[index].open & (1 << UInt64(column)) != 0 {
        for span in boxes.spans(members[index].rule, column) {
          if low < span.low, span.low < high { edges.append(span.low) }
          if low < span.high, span.high < high { edges.append(span.high) }
        }
      }
      if edges.isEmpty { continue }
      edges.sort()
      for quarter in 1...3 {
        let position = edges[edges.count * quarter / 4]
        let cost = Split.cost(boxes, members, step, column, low, position, high)
        if cost < best?.cost ?? Int.max { best = (cost, column, position) }
      }
    }
    if best == nil, step > 1 { best = Split.any(boxes, region, members) }
    guard let best else { return nil }
    (column, position) = (best.column, best.position)
  }

  /// The greater half and, once more, what lies in both.
  private static func cost(
    _ boxes: BoxSet, _ members: [Member], _ step: Int, _ column: Int, _ low: Int32,
    _ position: Int32, _ high: Int32
  ) -> Int {
    var (left, right, both) = (0, 0, 0)
    for index in stride(from: 0, to: members.count, by: step) {
      let rule = members[index].rule
      let isLeft = boxes.relation(rule, column, low, position) != .outside
      let isRight = boxes.relation(rule, column, position, high) != .outside
      if isLeft { left += 1 }
      if isRight { right += 1 }
      if isLeft && isRight { both += 1 }
    }
    return max(left, right) + both
  }

  /// An edge of a member that the sample passed over.
  private static func any(
    _ boxes: BoxSet, _ region: Region, _ members: [Member]
  ) -> (cost: Int, column: Int, position: Int32)? {
    for member in members where !member.isWhole {
      for column in 0..<boxes.columns where member.open & (1 << UInt64(column)) != 0 {
        let (low, high) = (region.low[column], region.high[column])
        for span in boxes.spans(member.rule, column) {
          if low < span.low, span.low < high { return (0, column, span.low) }
          if low < span.high, span.high < high { return (0, column, span.high) }
        }
      }
    }
    return nil
  }

  /// Both halves of a region, with the members that meet each.
  func halves(_ boxes: BoxSet, _ region: Region, _ members: [Member]) -> [(Region, [Member])] {
    var (lower, upper) = (region, region)
    lower.high[column] = position
    upper.low[column] = position
    return [lower, upper].map { half in
      let (low, high) = (half.low[column], half.high[column])
      let bit: UInt64 = 1 << UInt64(column)
      var inside: [Member] = []
      inside.reserveCapacity(members.count)
      for var member in members {
        if member.open & bit != 0 {
          switch boxes.relation(member.rule, column, low, high) {
          case .outside: continue
          case .wholly: member.open &= ~bit
          case .partly: break
          }
        }
        inside.append(member)
      }
      return (half, inside)
    }
  }
}

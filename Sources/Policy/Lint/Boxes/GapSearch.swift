/// Finds the cases of a domain that no rule admits.
struct GapSearch {
  private let boxes: BoxSet
  private let limit: Int
  private var effort = Effort()
  private var found: [Region] = []

  /// Whether there may be more gaps than were found.
  private(set) var isCut = false

  /// - Parameters:
  ///   - boxes: what the rules may admit, and for each column what lies outside the domain, as
  ///     rules too.
  ///   - limit: how many gaps are wanted at most.
  init(_ boxes: BoxSet, limit: Int) {
    self.boxes = boxes
    self.limit = limit
  }

  /// The gaps, each as large as it can be; they may share cases.
  mutating func gaps() -> [Region] {
    let whole = boxes.whole
    search(whole, boxes.members(of: whole, rules: 0..<Int32(boxes.count)))
    return found
  }

  private mutating func search(_ region: Region, _ members: [Member]) {
    effort.spend(members.count)
    if effort.isSpent { isCut = true }
    guard !isCut, !members.contains(where: \.isWhole) else { return }
    if members.isEmpty {
      note(region)
    } else if let split = Split(boxes, region, members) {
      for (half, inside) in split.halves(boxes, region, members) { search(half, inside) }
    }
  }

  private mutating func note(_ region: Region) {
    if found.contains(where: { $0.holds(region) }) { return }
    if found.count == limit {
      isCut = true
    } else {
      found.append(widened(region))
    }
  }

  /// The region grown in one column after the other until a rule stops it.
  private func widened(_ region: Region) -> Region {
    var region = region
    for column in 0..<boxes.columns {
      var wide = region
      wide.low[column] = 0
      wide.high[column] = boxes.sizes[column]
      var (low, high) = (wide.low[column], wide.high[column])
      for rule in 0..<Int32(boxes.count) where boxes.meets(rule, wide) {
        for span in boxes.spans(rule, column) {
          if span.high <= region.low[column] { low = max(low, span.high) }
          if span.low >= region.high[column] { high = min(high, span.low) }
        }
      }
      region.low[column] = low
      region.high[column] = high
    }
    return region
  }
}

import Core

/// Numbers of a scale: intervals in order, none touching the next.
struct IntervalSet: Sendable, Hashable {
  struct Interval: Sendable, Hashable {
    let from: Cut
    let to: Cut
  }

  private(set) var intervals: [Interval]

  static let none = IntervalSet(intervals: [])
  static let all = IntervalSet(from: .start, to: .end)

  private init(intervals: [Interval]) { self.intervals = intervals }

  /// The numbers between two cuts; none where they are out of order.
  init(from: Cut, to: Cut) { intervals = from < to ? [Interval(from: from, to: to)] : [] }

  init(_ value: Decimal128) { self.init(from: .before(value), to: .after(value)) }

  var isEmpty: Bool { intervals.isEmpty }
  var isAll: Bool { self == .all }
  /// Where the set begins and ends; `nil` for the empty set.
  var hull: Interval? {
    guard let first = intervals.first, let last = intervals.last else { return nil }
    return Interval(from: first.from, to: last.to)
  }

  /// The hull with its end behind its last value, where the grid has a last one.
  func hull(on grid: Grid) -> Interval? {
    guard let hull, case .before(let next) = hull.to, let last = grid.value(before: next) else {
      return self.hull
    }
    return Interval(from: hull.from, to: .after(last))
  }

  /// The same with the ends of intervals behind their last values, where the grid has a last one:
  /// as a set among others whose grid is another.
  func closed(on grid: Grid) -> IntervalSet {
    IntervalSet(
      intervals: intervals.map { interval in
        guard case .before(let next) = interval.to, let last = grid.value(before: next) else {
          return interval
        }
        return Interval(from: interval.from, to: .after(last))
      })
  }

  /// The one value of the grid there is, where there is but one.
  func single(on grid: Grid) -> Decimal128? {
    guard intervals.count == 1, let hull = hull(on: grid), case .before(let low) = hull.from,
      case .after(let high) = hull.to, low == high
    else { return nil }
    return low
  }

  func union(_ other: IntervalSet) -> IntervalSet {
    var merged: [Interval] = []
    for next in (intervals + other.intervals).sorted(by: { $0.from < $1.from }) {
      if let last = merged.last, !(last.to < next.from) {
        merged[merged.count - 1] = Interval(from: last.from, to: max(last.to, next.to))
      } else {
        merged.append(next)
      }
    }
    return IntervalSet(intervals: merged)
  }

  func intersection(_ other: IntervalSet) -> IntervalSet {
    var shared: [Interval] = []
    var (left, right) = (intervals[...], other.intervals[...])
    while let a = left.first, let b = right.first {
      let (from, to) = (max(a.from, b.from), min(a.to, b.to))
      if from < to { shared.append(Interval(from: from, to: to)) }
      if a.to < b.to { left.removeFirst() } else { right.removeFirst() }
    }
    return IntervalSet(intervals: shared)
  }

  var complement: IntervalSet {
    var rest: [Interval] = []
    var position = Cut.start
    for interval in intervals {
      if position < interval.from { rest.append(Interval(from: position, to: interval.from)) }
      position = interval.to
    }
    if position < .end { rest.append(Interval(from: position, to: .end)) }
    return IntervalSet(intervals: rest)
  }

  /// The same set by the values of a grid; what holds none of them falls away.
  func settled(on grid: Grid) -> IntervalSet {
    guard grid != .dense else { return self }
    return intervals.reduce(.none) { set, interval in
      set.union(
        IntervalSet(from: grid.settled(interval.from), to: grid.settled(interval.to)))
    }
  }
}

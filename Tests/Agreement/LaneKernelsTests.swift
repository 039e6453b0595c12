import FEEL
import TestSupport
import Testing

@testable import Columns

/// What is compiled for AVX2 says what is compiled for any processor, and both what one lane at a time does.
@Suite struct LaneKernelsTests {
  private static let levels = [LaneKernels.baseline, .best]
  /// More than fit a vector, and some over.
  private static let counts = [0, 1, 7, 31, 32, 33, 1000]
  private static let values: [Int32] = [.unknown, .none, .none + 1, -1, 0, 1, 18_000, .max]

  private func lanes(_ count: Int, _ random: inout SeededGenerator) -> [Int32] {
    (0..<count).map { _ in
      (Self.values.randomElement(using: &random) ?? 0) &+ Int32.random(in: 0...3, using: &random)
    }
  }

  private func truth(_ left: Int32, _ sign: ComparisonOperator, _ right: Int32) -> UInt8 {
    if left == .unknown || right == .unknown { return Truth.unknown }
    let areValues = !left.isMark && !right.isMark
    let holds =
      switch sign {
      case .less: areValues && left < right
      case .lessOrEqual: areValues && left <= right
      case .greater: areValues && left > right
      case .greaterOrEqual: areValues && left >= right
      case .equal: left == right
      case .notEqual: left != right
      }
    return holds ? Truth.yes : Truth.no
  }

  /// A constant below all lanes is a number too.
  private func truth(_ left: Int32, _ sign: ComparisonOperator, constant: Int32) -> UInt8 {
    if constant != .unknown { return truth(left, sign, constant) }
    if left == .unknown { return Truth.unknown }
    switch sign {
    case .greater, .greaterOrEqual: return left == .none ? Truth.no : Truth.yes
    case .notEqual: return Truth.yes
    case .less, .lessOrEqual, .equal: return Truth.no
    }
  }

  @Test(arguments: [
    ComparisonOperator.less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual,
  ])
  func comparisons(_ sign: ComparisonOperator) {
    var random = SeededGenerator(seed: 1)
    for count in Self.counts {
      let (left, right) = (lanes(count, &random), lanes(count, &random))
      for kernels in Self.levels {
        var found = [UInt8](repeating: 9, count: count)
        var out = found.mutableSpan
        kernels.compare(sign, left.span, right.span, count, into: &out)
        #expect(found == zip(left, right).map { truth($0, sign, $1) })
        for value in Self.values {
          var found = [UInt8](repeating: 9, count: count)
          var out = found.mutableSpan
          kernels.compare(sign, left.span, with: value, count, into: &out)
          #expect(found == left.map { truth($0, sign, constant: value) })
        }
      }
    }
  }

  @Test func spellsThatReachOverADay() {
    var random = SeededGenerator(seed: 2)
    func covers(_ from: Int32, _ to: Int32, _ day: Int32) -> UInt8 {
      if day == .unknown { return Truth.unknown }
      if day == .none || from > day || !to.isMark && to < day { return Truth.no }
      return from == .unknown || to == .unknown ? Truth.unknown : Truth.yes
    }
    for count in Self.counts {
      let from = lanes(count, &random)
      let to = lanes(count, &random)
      let days = lanes(count, &random)
      for kernels in Self.levels {
        var found = [UInt8](repeating: 9, count: count)
        var out = found.mutableSpan
        kernels.covers(from: from.span, to: to.span, at: days.span, count, into: &out)
        #expect(found == (0..<count).map { covers(from[$0], to[$0], days[$0]) })
      }
    }
  }

  @Test(arguments: [Int32.none, .unknown])
  func placesInAList(_ none: Int32) {
    var random = SeededGenerator(seed: 3)
    let list = (0..<50).map { Int32($0 * 3) }
    for count in Self.counts {
      let places = (0..<count).map { _ in Int32.random(in: 0..<50, using: &random) }
      let marked = places.map { $0 % 7 == 0 ? Int32.unknown : $0 % 7 == 1 ? .none : $0 }
      for kernels in Self.levels {
        for places in [places, marked] {
          var found = [Int32](repeating: 9, count: count)
          var out = found.mutableSpan
          kernels.look(list.span, places.span, none: none, count, into: &out)
          #expect(
            found == places.map { $0 == .unknown ? .unknown : $0 == .none ? none : $0 * 3 })
        }
      }
    }
  }

  @Test func lanesThatPass() {
    var random = SeededGenerator(seed: 4)
    for count in Self.counts {
      let truths = (0..<count).map { _ in UInt8.random(in: 0...2, using: &random) }
      let outer = lanes(count, &random)
      for kernels in Self.levels {
        for least in [Truth.unknown, Truth.yes] {
          var (parents, rows) = (outer, outer)
          var first = parents.mutableSpan
          var second = rows.mutableSpan
          let kept = kernels.pass(
            truths.span, atLeast: least, outer.span, count, parents: &first, rows: &second)
          let passed = truths.indices.filter { truths[$0] >= least }
          #expect(parents.prefix(kept).map(Int.init) == passed)
          #expect(Array(rows.prefix(kept)) == passed.map { outer[$0] })
        }
      }
    }
  }

  @Test(arguments: [1, 4]) func recordsOfOwners(_ most: Int32) {
    var random = SeededGenerator(seed: 5)
    var offsets: [Int32] = [0]
    for owner in 0..<40 { offsets.append(offsets[owner] + .random(in: 0...most, using: &random)) }
    for count in Self.counts {
      let owners = (0..<count).map { _ in
        [Int32.unknown, .none].randomElement(using: &random).flatMap { mark in
          Int.random(in: 0..<5, using: &random) == 0 ? mark : nil
        } ?? Int32.random(in: 0..<40, using: &random)
      }
      let records = owners.map { owner in
        owner.isMark ? [] : Array(offsets[Int(owner)]..<offsets[Int(owner) + 1])
      }
      for kernels in Self.levels {
        var ends = [Int32](repeating: 9, count: count)
        var written = ends.mutableSpan
        let (all, longest) = kernels.endLists(of: owners.span, offsets.span, count, into: &written)
        #expect(all == records.map(\.count).reduce(0, +))
        #expect(longest == records.map(\.count).max() ?? 0)
        #expect(ends.map(Int.init) == records.indices.map { records[...$0].joined().count })
        var rows = [Int32](repeating: 9, count: all + LaneKernels.most)
        var parents = rows
        var first = rows.mutableSpan
        var second = parents.mutableSpan
        kernels.list(
          owners.span, offsets.span, ends: ends.span, count, rows: &first, parents: &second)
        #expect(Array(rows.prefix(all)) == Array(records.joined()))
        #expect(
          parents.prefix(all).map(Int.init)
            == records.enumerated().flatMap { place, own in own.map { _ in place } })
      }
    }
  }

  @Test func anOwnerOutsideTheTableIsNotRead() async {
    await #expect(processExitsWith: .failure) {
      let (owners, offsets): ([Int32], [Int32]) = ([0, 2], [0, 1, 3])
      var ends: [Int32] = [0, 0]
      var out = ends.mutableSpan
      _ = LaneKernels.baseline.endLists(of: owners.span, offsets.span, 2, into: &out)
    }
    await #expect(processExitsWith: .failure) {
      let (owners, offsets): ([Int32], [Int32]) = ([0, 2], [0, 1, 3])
      var ends: [Int32] = [0, 0]
      var out = ends.mutableSpan
      _ = LaneKernels.best.endLists(of: owners.span, offsets.span, 2, into: &out)
    }
  }

  @Test func aPlaceOutsideAListIsNotRead() async {
    await #expect(processExitsWith: .failure) {
      let (list, places): ([Int32], [Int32]) = ([1, 2, 3], [1, 3])
      var found: [Int32] = [0, 0]
      var out = found.mutableSpan
      LaneKernels.baseline.look(list.span, places.span, 2, into: &out)
    }
    await #expect(processExitsWith: .failure) {
      let (list, places): ([Int32], [Int32]) = ([1, 2, 3], [1, 3])
      var found: [Int32] = [0, 0]
      var out = found.mutableSpan
      LaneKernels.best.look(list.span, places.span, 2, into: &out)
    }
  }
}

import Core
import Synchronization
import Testing

@Suite struct ConveyorTests {
  @Test("items come in order, and all of them", arguments: [1, 2, 100]) func order(_ depth: Int)
    throws
  {
    var seen: [Int] = []
    try Conveyor.run(depth: depth) { handOver in
      for item in 0..<1000 { try handOver(item) }
    } use: {
      seen.append($0)
    }
    #expect(seen == Array(0..<1000))
  }

  private struct Failure: Error, Equatable {}

  @Test("a maker that fails is told once what it made before is used") func makerFails() {
    var seen: [Int] = []
    #expect(throws: Failure()) {
      try Conveyor.run { handOver in
        for item in 0..<10 { try handOver(item) }
        throw Failure()
      } use: {
        seen.append($0)
      }
    }
    #expect(seen == Array(0..<10))
  }

  @Test("a user that fails stops the maker") func userFails() {
    let made = Mutex(0)
    #expect(throws: Failure()) {
      try Conveyor.run(depth: 2) { handOver in
        for item in 0..<1_000_000 {
          try handOver(item)
          made.withLock { $0 = item }
        }
      } use: { item in
        if item == 5 { throw Failure() }
      }
    }
    #expect(made.withLock { $0 } < 10)
  }

  @Test("no more wait than there is room for") func depth() throws {
    let ahead = Mutex((made: 0, used: 0, most: 0))
    try Conveyor.run(depth: 3) { handOver in
      for item in 0..<200 {
        try handOver(item)
        ahead.withLock {
          $0.made += 1
          $0.most = max($0.most, $0.made - $0.used)
        }
      }
    } use: { _ in
      ahead.withLock { $0.used += 1 }
    }
    // Three on the belt, and one each in the hands of the maker and the user.
    #expect(ahead.withLock { $0.most } <= 5)
  }
}

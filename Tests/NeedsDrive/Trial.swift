import Determination
import FactsSupport

/// One way to tell what a case lacks; each fact can be told anew, and the others stay.
struct Trial {
  let one: OpenCase
  private let world: RandomFacts.World
  private let missing: [(id: String, gap: Gap)]
  /// What is not told in the world and does not count as missing.
  let others: [(id: String, gap: Gap)]
  private var tellers: [RandomFacts] = []

  init(_ one: OpenCase, _ world: RandomFacts.World, _ gaps: [String: [Gap]]) {
    self.one = one
    self.world = world
    let all = gaps.sorted { $0.key < $1.key }.flatMap { gap in
      gap.value.map { (id: gap.key, gap: $0) }
    }
    missing = all.filter { one.needs.contains($0.id) }
    others = all.filter { !one.needs.contains($0.id) }
  }

  mutating func begin(_ random: inout RandomFacts) {
    tellers = missing.map { _ in random.fork() }
  }

  /// The world with everything told.
  func told() -> RandomFacts.World {
    var told = world
    for (place, (_, gap)) in missing.enumerated() {
      var teller = tellers[place]
      teller.tell(gap, in: &told)
    }
    return told
  }

  /// Tells anew what a condition fails by, so that cases are met that are paid.
  mutating func move(where answer: Determination?, _ random: inout RandomFacts) {
    let failing = Set(
      (answer?.because ?? []).filter { $0.verdict == .fails }.flatMap(\.read))
    for (place, (id, _)) in missing.enumerated() {
      let fails =
        answer?.outcome != .entitled
        && (failing.isEmpty || failing.contains { id.hasPrefix($0) })
      if fails || random.index(below: 8) == 0 { tellers[place] = random.fork() }
    }
  }
}

extension Reason {
  /// What it goes by: types, or where parties are.
  fileprivate var read: [String] {
    (id == "place" ? ["organisation.region", "person.region"] : [])
      + facts.map(\.type) + parts.flatMap(\.read)
  }
}

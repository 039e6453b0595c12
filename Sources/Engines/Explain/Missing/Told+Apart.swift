import FEEL
import Facts

/// What was told, with all that belongs to one fact behind the rest: two ways that differ in that fact
/// alone can then be laid beside each other.
struct ToldApart {
  private(set) var common: [Told] = []
  private(set) var own: [Told] = []

  /// - Parameters:
  ///   - told: in its order.
  ///   - need: the fact.
  ///   - facts: what is known.
  ///   - other: what else is told with what is common to both, which begins with that of `told`.
  init(_ told: [Told], of need: Need, _ facts: FactBase, after other: [Told]? = nil) {
    var before = SupposedFacts(facts)
    var after = SupposedFacts(facts)
    var moves = Moves()
    var behind: [(told: Told, from: Counts)] = []
    for one in told {
      let from = Counts(before.facts)
      before.tell(one.telling, one.need)
      if before.root(one.need) == need {
        behind.append((one, from))
      } else {
        let moved = one.moved(moves)
        moves.note(from, to: Counts(after.facts), Counts(before.facts))
        after.tell(moved.telling, moved.need)
        common.append(moved)
      }
    }
    for one in (other ?? []).dropFirst(common.count) {
      after.tell(one.telling, one.need)
      common.append(one)
    }
    for (one, from) in behind {
      let to = Counts(after.facts)
      let moved = one.moved(moves)
      after.tell(moved.telling, moved.need)
      let count = Counts(after.facts)
      moves.note(
        from, to: to,
        Counts(
          records: from.records + count.records - to.records,
          parties: from.parties + count.parties - to.parties))
      own.append(moved)
    }
  }
}

/// How many records and parties there are.
private struct Counts {
  let records: Int
  let parties: Int

  init(records: Int, parties: Int) { (self.records, self.parties) = (records, parties) }

  init(_ facts: FactBase) { self.init(records: facts.records.count, parties: facts.parties.count) }
}

/// Where records and parties stand that are supposed in another order.
private struct Moves {
  private(set) var records: [Int: Int] = [:]
  private(set) var parties: [Int: Int] = [:]
  /// Their ids.
  private(set) var ids: [String: String] = [:]

  mutating func note(_ from: Counts, to: Counts, _ end: Counts) {
    for step in 0..<max(0, end.records - from.records) {
      records[from.records + step] = to.records + step
      ids[SupposedFacts.record(from.records + step)] = SupposedFacts.record(to.records + step)
    }
    for step in 0..<max(0, end.parties - from.parties) {
      parties[from.parties + step] = to.parties + step
      ids[SupposedFacts.party(from.parties + step)] = SupposedFacts.party(to.parties + step)
    }
  }
}

extension Told {
  fileprivate func moved(_ moves: Moves) -> Told {
    var telling = telling
    if case .value(.known(.string(let id))) = telling, let moved = moves.ids[id] {
      telling = .value(.known(.string(moved)))
    }
    return Told(need: need.moved(moves), telling: telling)
  }
}

extension Need {
  fileprivate func moved(_ moves: Moves) -> Need {
    switch self {
    case .field(let field, let reference, let type):
      .field(field, of: reference.moved(moves), type: type)
    case .records(let type, let party?):
      .records(type: type, party: moves.ids[party] ?? party)
    case .value(let type, let field, let text, let party):
      .value(type: type, field: field, text, party: moves.ids[party] ?? party)
    case .records, .record, .edition: self
    }
  }
}

extension RecordReference {
  fileprivate func moved(_ moves: Moves) -> RecordReference {
    switch self {
    case .record(let position): .record(moves.records[position] ?? position)
    case .party(let position): .party(moves.parties[position] ?? position)
    case .child(let child): .child(child.moved(to: moves.records[child.position] ?? child.position))
    case .absent, .supposed, .ofYear: self
    }
  }
}

extension ChildRecord {
  fileprivate func moved(to position: Int) -> ChildRecord {
    ChildRecord(position: position, field: field, place: place, view: view, values: values)
  }
}

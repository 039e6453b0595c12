import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// Lists of records: what belongs, and whether there may be more.
extension Evaluation {
  /// A party's records of a type. Of a party that nobody describes there is no record: of an open
  /// type that says nothing, of a complete one that there is none. No party has no records.
  mutating func records(ofType type: Int, of party: Held) -> Held {
    guard case .record(let reference) = party else {
      return party.unknown.map(Held.unknown) ?? .records([], doubt: nil)
    }
    let id = world.record(reference)?.id ?? ""
    let known = world.records(ofType: type, party: id, &clock).map(RecordReference.record)
    var mayHaveMore = world.facts.isUndecided(type: type, party: id)
    if case .open = world.vocabulary.types[type].source, known.isEmpty {
      mayHaveMore = mayHaveMore || !world.facts.isComplete(type: type, party: id)
    }
    return .records(
      known, doubt: mayHaveMore ? Held.Doubt(open: Unknown(.records(type: type, party: id))) : nil)
  }

  mutating func filter(_ list: NodeID, _ loop: Loop) -> Held {
    guard case .records(let records, let before) = held(list) else { return held(list) }
    var kept: [RecordReference] = []
    var doubt = Held.Doubt(open: before?.open)
    for record in records + supposed(list, loop) {
      let result = held(loop.body, for: record, at: loop.depth)
      switch (result.truth, record) {
      case (false, _): break
      case (_, .supposed(let type, let field, let text, let party)):
        doubt.open = Unknown(.value(type: type, field: field, text, party: party))
          .union(result.unknown).union(doubt.open)
      case (true, _): kept.append(record)
      case (nil, _): doubt.maybe.append((record, result.unknown ?? Unknown()))
      }
    }
    for (record, unknown) in before?.maybe ?? [] {
      let result = held(loop.body, for: record, at: loop.depth)
      if result.truth != false { doubt.maybe.append((record, unknown.union(result.unknown))) }
    }
    return .records(kept, doubt: doubt.orNil)
  }

  mutating func quantified(_ quantifier: Quantifier, _ list: NodeID, _ loop: Loop) -> Held {
    guard case .records(let records, let doubt) = held(list) else { return held(list) }
    var missing = doubt?.open
    let settling = quantifier == .some
    for record in records + supposed(list, loop) {
      let result = held(loop.body, for: record, at: loop.depth)
      if case .supposed(let type, let field, let text, let party) = record {
        if result.truth != !settling {
          missing = Unknown(.value(type: type, field: field, text, party: party)).union(missing)
        }
        continue
      }
      if result.truth == settling {
        noteOthers(records, loop)
        return .value(.boolean(settling))
      }
      if let unknown = result.unknown { missing = unknown.union(missing) }
    }
    // One that settles nothing even if it belongs does not matter.
    for (record, unknown) in doubt?.maybe ?? [] {
      let result = held(loop.body, for: record, at: loop.depth)
      if result.truth != !settling { missing = unknown.union(result.unknown).union(missing) }
    }
    return missing.map(Held.unknown) ?? .value(.boolean(!settling))
  }

  /// Notes when any of the records would answer otherwise, so that the clock does not depend on
  /// which of them comes first.
  private mutating func noteOthers(_ records: [RecordReference], _ loop: Loop) {
    let outer = trace
    for record in records { _ = held(loop.body, for: record, at: loop.depth) }
    trace = outer
  }

  /// Records to suppose where a type is open per value of a field and the loop tests that field:
  /// one for each value that no record of the party has, also when `list` is filtered already.
  /// Where nothing is known at all, the list says so itself.
  private mutating func supposed(_ list: NodeID, _ loop: Loop) -> [RecordReference] {
    guard loop.testsOpenField,
      case .list(.record(let id)) = plan.nodes[list].type,
      let type = world.vocabulary.typeIndex(id),
      case .open(let name?) = world.vocabulary.types[type].source,
      let field = world.vocabulary.types[type].fieldIndex(name),
      case .enumeration(let values) = world.vocabulary.types[type].fields[field].type,
      let owner = owner(of: list), !world.facts.isComplete(type: type, party: owner)
    else { return [] }
    let all = world.records(ofType: type, party: owner, &clock).map(RecordReference.record)
    if all.isEmpty { return [] }
    var known: Set<String> = []
    for record in all {
      if case .string(let text)? = world.read(field, of: record) { known.insert(text) }
    }
    return values.filter { !known.contains($0.id) }
      .map { .supposed(type: type, field: field, $0.id, party: owner) }
  }

  /// Whose records a list is of, filtered or not; `nil` where nobody knows, and of no party.
  private mutating func owner(of list: NodeID) -> String? {
    switch plan.nodes[list].operation {
    case .filter(let inner, _), .definition(_, let inner): return owner(of: inner)
    case .recordsOf(_, let other):
      guard case .record(let reference) = held(other) else { return nil }
      return world.record(reference)?.id
    default: return world.record(party)?.id
    }
  }

  mutating func mapped(_ list: NodeID, _ loop: Loop) -> Held {
    guard case .records(let records, let doubt) = held(list) else { return held(list) }
    var values: [Value] = []
    var unknown = doubt?.unknown
    for record in records {
      switch held(loop.body, for: record, at: loop.depth) {
      case .value(let value): values.append(value)
      case .unknown(let more): unknown = more.union(unknown)
      case .record, .records: values.append(.null)
      }
    }
    return unknown.map(Held.unknown) ?? .value(.list(values))
  }

  mutating func aggregated(_ aggregate: Aggregate, _ list: NodeID) -> Held {
    switch held(list) {
    case .records(_, let doubt?): .unknown(doubt.unknown)
    case .records(let records, nil):
      aggregate == .count ? .value(.number(Decimal128(records.count))) : .value(.null)
    case .value(let value): .settled(BuiltIns.call(aggregate.rawValue, [value]))
    case .unknown(let unknown): .unknown(unknown)
    case .record: .value(.null)
    }
  }

  /// How many records a count may come to, where it is not known; `nil` for any other node.
  mutating func countRange(_ node: NodeID) -> ClosedRange<Int>? {
    switch plan.nodes[node].operation {
    case .definition(_, let inner): return countRange(inner)
    case .aggregate(.count, let list):
      guard case .records(let records, let doubt?) = held(list) else { return nil }
      return records.count...(doubt.open == nil ? records.count + doubt.maybe.count : .max)
    case .policyFunction(.coveredMonths, let arguments):
      return leastMonths(arguments[0], arguments[1]).map { $0 ... .max }
    default: return nil
    }
  }

  mutating func builtIn(_ name: String, _ arguments: [NodeID]) -> Held {
    var values: [Value] = []
    var unknown: Unknown?
    for argument in arguments {
      switch held(argument) {
      case .value(let value): values.append(value)
      case .unknown(let more): unknown = more.union(unknown)
      case .record, .records: values.append(.null)
      }
    }
    return unknown.map(Held.unknown) ?? .settled(BuiltIns.call(name, values))
  }
}

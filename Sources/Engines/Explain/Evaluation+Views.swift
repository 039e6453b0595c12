import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// Records of a year by their names, child records, and the highest of each key.
extension Evaluation {
  /// A list of child records, or a contradiction; `nil` for any other field.
  mutating func readView(_ field: Int, of reference: RecordReference) -> Held? {
    if case .ofYear(let records) = reference, records[field]?.isContradicted == true {
      let name = records.view.fields[field].name
      return .unknown(Unknown(defect: .severalValues(of: name, year: records.year)))
    }
    guard world.holdsChildren(field, of: reference) else { return nil }
    return world.children(field, of: reference).map { .records($0, doubt: nil) }
      ?? .unknown(Unknown(world.need(field, of: reference)))
  }

  /// `年度(指标, …)`: the records themselves are looked at when one of them is read.
  mutating func ofYear(_ records: NodeID, _ year: NodeID) -> Held {
    let owner: Held
    let type: Int
    switch plan.nodes[records].operation {
    case .records(let own): (type, owner) = (own, .record(party))
    case .recordsOf(let others, let party): (type, owner) = (others, held(party))
    default: return .value(.null)
    }
    guard case .record(let reference) = owner, let id = world.record(reference)?.id else {
      return .unknown(owner.unknown ?? Unknown(.records(type: type, party: nil)))
    }
    let asked = held(year)
    guard case .value(.number(let number)) = asked, let year = number.integer else {
      return asked.unknown.map(Held.unknown) ?? .value(.null)
    }
    // Records of a later year come to exist on its first day.
    if year > world.on.year { clock.note(CivilDate(year: year, month: 1, day: 1)) }
    return YearlyRecords(type, of: id, in: year, world).map { .record(.ofYear($0)) }
      ?? .value(.null)
  }

  /// Groups values by their keys, takes the highest of each group, and adds these up.
  mutating func sumOfHighest(_ keys: NodeID, _ values: NodeID) -> Held {
    let both = (held(keys), held(values))
    guard case (.value(.list(let keys)), .value(.list(let values))) = both,
      keys.count == values.count
    else {
      let unknown = both.0.unknown?.union(both.1.unknown) ?? both.1.unknown
      return unknown.map(Held.unknown) ?? .value(.null)
    }
    var groups: [String: [Value]] = [:]
    for (place, (key, value)) in zip(keys, values).enumerated() {
      // What has no key stands for itself.
      groups[key.isNone ? "#\(place)" : "=" + key.text, default: []].append(value)
    }
    var total = Value.number(.zero)
    for group in groups.sorted(by: { $0.key < $1.key }).map(\.value) {
      let highest = BuiltIns.call("max", [.list(group)])
      total = Operations.arithmetic(.add, total, highest)
    }
    return .settled(total)
  }
}

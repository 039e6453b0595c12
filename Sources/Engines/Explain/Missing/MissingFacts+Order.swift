import Core
import Determination
import Facts

/// In which order facts are told, and what of them.
extension MissingFacts {
  /// Some of what may be told, from all groups and all parts of their order alike, in a mixed order.
  mutating func sample(
    _ need: Need, in supposed: SupposedFacts, _ most: Int = MissingFacts.tellings
  ) -> [Telling] {
    sample(possible.groups(of: need, in: supposed), most)
  }

  /// The same of what may be told, in its groups.
  mutating func sample(_ groups: [[Telling]], _ most: Int) -> [Telling] {
    let groups = groups.filter { !$0.isEmpty }
    var left = most
    var sample: [Telling] = []
    // What a small group leaves is for the larger ones.
    for (place, all) in groups.sorted(by: { $0.count < $1.count }).enumerated() {
      let count = min(all.count, left / (groups.count - place))
      left -= count
      for place in 0..<count {
        let part = (place * all.count / count)..<((place + 1) * all.count / count)
        sample.append(all[Int.random(in: part, using: &random)])
      }
    }
    return sample.shuffled(using: &random)
  }

  /// By what is missing of whom, fields before records, however the facts are arranged.
  func ordered(_ needs: Set<Need>) -> [Need] {
    if needs.count < 2 { return Array(needs) }
    return needs.map { (key: key($0), need: $0) }.sorted { $0.key < $1.key }.map(\.need)
  }

  func key(_ need: Need) -> String {
    switch need {
    case .field(let field, let reference, let type): "0|\(type)|\(field)|" + key(reference)
    case .records(let type, let party): "1|\(type)|" + (party ?? "")
    case .value(let type, _, let text, let party): "2|\(type)|\(party)|\(text)"
    case .record(let type): "3|\(type)"
    case .edition(let catalogue, let region, let entry):
      "4|\(catalogue)|\(region)|\(entry.year ?? 0)|"
        + entry.keys.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined()
    }
  }

  private func key(_ reference: RecordReference) -> String {
    switch reference {
    case .record(let position):
      guard facts.records.indices.contains(position) else { return "~\(position)" }
      let record = facts.records[position]
      return "\(record.party ?? "")|\(record.id ?? "\(record.values)")"
    case .party(let position):
      return facts.parties.indices.contains(position)
        ? facts.parties[position].id ?? "" : "~\(position)"
    case .absent(_, let id): return id
    case .supposed(_, _, let text, let party): return party + "|" + text
    case .ofYear(let records): return "\(records.party)|\(records.year)"
    case .child(let child): return "\(key(.record(child.position)))|\(child.place)"
    }
  }
}

/// The same numbers every time: an answer does not depend on chance. SplitMix64.
struct FixedRandom: RandomNumberGenerator {
  private var state: UInt64 = 20_260_101

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

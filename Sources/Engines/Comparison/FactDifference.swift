package import Core
package import Determination

/// A fact that the reasons of both sides used and that is not the same in both, or one of a record
/// that only one side used.
package struct FactDifference: Sendable {
  /// Canonical type id, `certificate`.
  package let type: String
  package let field: String
  /// “证书·等级”
  package let label: Bilingual
  /// What each side calls the record, and what it says there; `nil` where the side used no such
  /// record.
  package let left: (record: String, value: Shown)?
  package let right: (record: String, value: Shown)?

  /// All that differ, in the order in which they were used.
  static func all(
    _ left: [Reason], _ right: [Reason], matching: Comparison.Matching
  ) -> [FactDifference] {
    let (left, right) = (uses(left, matching), uses(right, matching))
    var found: [FactDifference] = []
    for key in left.order {
      guard let use = left.facts[key] else { continue }
      if let other = right.facts[key] {
        if use.value.exact != other.value.exact || use.isKnown != other.isKnown {
          found.append(FactDifference(use, other))
        }
      } else if !right.records.contains(key.record) {
        found.append(FactDifference(use, nil))
      }
    }
    for key in right.order where left.facts[key] == nil && !left.records.contains(key.record) {
      if let use = right.facts[key] { found.append(FactDifference(nil, use)) }
    }
    return found
  }

  private init(_ left: FactUse?, _ right: FactUse?) {
    let use = right ?? left
    type = use?.type ?? ""
    field = use?.field ?? ""
    label = Bilingual(
      zh: "\(use?.typeLabel.zh ?? "")·\(use?.fieldLabel.zh ?? "")",
      en: "\(use?.typeLabel.en ?? "") · \(use?.fieldLabel.en ?? "")")
    self.left = left.map { ($0.record, $0.value) }
    self.right = right.map { ($0.record, $0.value) }
  }

  /// A record as both sides know it.
  private struct RecordKey: Hashable {
    let type: String
    let record: String
  }

  private struct Key: Hashable {
    let record: RecordKey
    let field: String
  }

  private struct Uses {
    var order: [Key] = []
    var facts: [Key: FactUse] = [:]
    var records: Set<RecordKey> = []
  }

  private static func uses(_ reasons: [Reason], _ matching: Comparison.Matching) -> Uses {
    var uses = Uses()
    // Of different people, the first record of a type that one used is beside the first of the other.
    var numbers: [RecordKey: String] = [:]
    var counts: [String: Int] = [:]
    for use in reasons.flatMap(\.allFacts) {
      var record = RecordKey(type: use.type, record: use.record)
      if matching == .order {
        let number: String
        if let known = numbers[record] {
          number = known
        } else {
          counts[use.type, default: 0] += 1
          number = "\(counts[use.type] ?? 0)"
          numbers[record] = number
        }
        record = RecordKey(type: use.type, record: number)
      }
      let key = Key(record: record, field: use.field)
      uses.records.insert(record)
      if uses.facts.updateValue(use, forKey: key) == nil { uses.order.append(key) }
    }
    return uses
  }
}

extension Reason {
  /// The facts it used, those of its parts included.
  fileprivate var allFacts: [FactUse] { facts + parts.flatMap(\.allFacts) }
}

import PolicyPlan
import Vocabulary

/// The fields that rules read, by type: what columns there must be.
struct ColumnReading {
  private(set) var fields: [Int: Set<Int>] = [:]
  /// Types whose records are read by name and year.
  private(set) var yearly: Set<Int> = []
  /// Position of the type `claim`.
  let claims: Int?

  init(_ plans: [Plan], _ vocabulary: Vocabulary) {
    claims = vocabulary.typeIndex("claim")
    for plan in plans {
      for text in [plan] + plan.versions.map(\.plan) { yearly.formUnion(text.yearlyTypes) }
      for benefit in plan.benefits.indices {
        add(plan.benefits[benefit].subject, [], vocabulary)
        add(plan.benefits[benefit].party, [], vocabulary)
        for path in plan.reads(of: benefit) {
          add(path.type, path.field.map { [$0] } ?? [], vocabulary)
        }
      }
    }
    for (type, declared) in vocabulary.types.enumerated() where declared.role == .party {
      add(type, [], vocabulary)
    }
    // Where a person works tells where the person is, and what was granted stands in claims.
    if let employment = vocabulary.typeIndex("employment") {
      let employer = vocabulary.types[employment].fieldIndex("employer")
      add(employment, employer.map { [$0] } ?? [], vocabulary)
    }
    if let claims {
      let fields = ["benefit", "subject", "amount"].compactMap {
        vocabulary.types[claims].fieldIndex($0)
      }
      add(claims, fields, vocabulary)
    }
  }

  /// A type is never without its region, its spell, and what it is open by.
  private mutating func add(_ type: Int, _ wanted: [Int], _ vocabulary: Vocabulary) {
    let declared = vocabulary.types[type]
    var names: [String] = []
    if let spell = declared.spell { names += [spell.from, spell.to] }
    if case .open(let name?) = declared.source { names.append(name) }
    if case .party = declared.role { names.append("region") }
    let own = names.compactMap { declared.fieldIndex($0) }
    fields[type, default: []].formUnion(wanted + own)
  }
}

extension Plan {
  /// The types whose records the rules read by name and year.
  fileprivate var yearlyTypes: [Int] {
    nodes.compactMap { node in
      guard case .policyFunction(.ofYear, let arguments) = node.operation else { return nil }
      switch nodes[arguments[0]].operation {
      case .records(let type), .recordsOf(let type, _): return type
      default: return nil
      }
    }
  }
}

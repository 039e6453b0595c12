package import PolicyPlan
package import Vocabulary

/// Which columns there are to be: of each type of party and record some of its fields.
package struct ColumnFields: Sendable, Equatable {
  /// Positions of fields by the position of their type.
  package private(set) var byType: [Int: Set<Int>] = [:]

  package init() {}

  /// Whatever a rule may come to read, so that other documents find their columns: all but secret
  /// texts, and texts of which nearly every record has another.
  ///
  /// - Parameter vocabulary: of the fields.
  package init(all vocabulary: Vocabulary) {
    self.init([], vocabulary)
    for (type, declared) in vocabulary.types.enumerated() {
      let fields = declared.fields.indices.filter { field in
        if case .string = declared.fields[field].type { return false }
        return declared.fields[field].sensitivity != .identity
          && ColumnForm(declared.fields[field].type, vocabulary) != nil
      }
      add(type, fields, vocabulary)
      addYears(ofType: type, vocabulary)
    }
  }

  package mutating func add(_ type: Int, _ fields: some Sequence<Int>) {
    byType[type, default: []].formUnion(fields)
  }

  package mutating func formUnion(_ other: ColumnFields) {
    byType.merge(other.byType) { $0.union($1) }
  }

  /// Those that are not among others and could have a column.
  ///
  /// - Parameters:
  ///   - others: that are there.
  ///   - vocabulary: of the fields.
  /// - Returns: whether there are none.
  package func areIn(_ others: ColumnFields, _ vocabulary: Vocabulary) -> Bool {
    byType.allSatisfy { type, fields in
      guard let there = others.byType[type] else { return false }
      return fields.subtracting(there).allSatisfy {
        vocabulary.columnForm($0, ofType: type) == nil
      }
    }
  }

  /// The fields that rules read.
  ///
  /// - Parameters:
  ///   - plans: of the rules.
  ///   - vocabulary: of the plans.
  ///   - wanted: ids of benefits, for the rules of them alone and of all that bears on them; `nil` for all.
  package init(_ plans: [Plan], _ vocabulary: Vocabulary, only wanted: Set<String>? = nil) {
    let claims = vocabulary.typeIndex("claim")
    // What documents count of each other is compiled with every rule.
    let foreign = plans.flatMap { [$0] + $0.versions.map(\.plan) }.flatMap(\.foreign).map(\.id)
    let wanted = wanted?.union(foreign)
    for plan in plans {
      let benefits = plan.columnComponents.filter { component in
        component.contains { wanted?.contains(plan.benefits[$0].id) != false }
      }.joined()
      if benefits.isEmpty { continue }
      for text in [plan] + plan.versions.map(\.plan) {
        for type in text.yearlyTypes { addYears(ofType: type, vocabulary) }
      }
      for benefit in benefits {
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

  /// What is read by name and year.
  private mutating func addYears(ofType type: Int, _ vocabulary: Vocabulary) {
    guard let view = vocabulary.yearlyViewIndex(ofType: type) else { return }
    for shown in [view] + vocabulary.childViewIndices(ofType: type) {
      add(shown, vocabulary.columnTypes[shown].fields.indices)
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
    byType[type, default: []].formUnion(wanted + own)
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

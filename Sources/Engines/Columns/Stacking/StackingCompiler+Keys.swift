import Core
import PolicyPlan
import Vocabulary

/// What "the same" means to stacking rules.
extension StackingCompiler {
  /// The fields of keys. Periods need subjects that have a day.
  func parts(
    _ keys: [StackingKey], _ period: StackingRule.Period?, _ rule: StackingRule, _ over: [Int]
  ) throws(OffColumns) -> [StackingSteps.Part] {
    var parts: [StackingSteps.Part] = []
    for key in keys {
      switch key {
      case .party: continue
      case .definition(let name):
        parts.append(.definition(try definitions(name, rule, over)))
      case .field(let fields):
        try check(fields, rule, over)
        parts.append(.field(fields))
      }
    }
    if period != nil {
      let areDated = over.allSatisfy {
        store.types[subject($0)].eventField != nil
      }
      if !areDated { throw .stacking(rule.id) }
    }
    return parts
  }

  /// Where a definition stands among those of each benefit that rules go by.
  func definitions(
    _ name: String, _ rule: StackingRule, _ over: [Int]
  ) throws(OffColumns) -> [Int] {
    let places = over.compactMap { position in
      position < issued.benefits.count
        ? issued.benefits[position].stacked.firstIndex { $0.id == name } : nil
    }
    // By another text a definition may be another.
    guard places.count == over.count, issued.versions.isEmpty else { throw .stacking(rule.id) }
    return places
  }

  /// Definitions that keys are made of must give values of one kind.
  ///
  /// - Parameters:
  ///   - benefits: of a component.
  ///   - forms: by benefit and definition; `nil` for what is known to be none.
  /// - Throws: which rule compares what cannot be.
  func check(
    _ benefits: [Int], _ forms: [Int: [ColumnForm?]]
  ) throws(OffColumns) {
    for rule in issued.stacking where !Set(members(of: rule)).isDisjoint(with: benefits) {
      for case .definition(let name) in rule.keys {
        var known: ColumnForm?
        for position in members(of: rule) {
          let place = issued.benefits[position].stacked.firstIndex { $0.id == name }
          guard let own = place.flatMap({ forms[position]?[$0] }) else { continue }
          if let known, !known.isComparable(to: own) { throw .stacking(rule.id) }
          known = own
        }
      }
    }
  }

  /// Fields of the benefits that are compared must lie in columns, and in the same way.
  func check(
    _ fields: [Int], _ rule: StackingRule, _ over: [Int]
  ) throws(OffColumns) {
    var forms: [ColumnForm] = []
    for (place, field) in zip(over, fields) {
      let type = subject(place)
      guard let column = store.tables[type]?.columns[field] else {
        throw .field(store.vocabulary.types[type].fields[field].name.zh)
      }
      forms.append(column.form)
    }
    if !forms.allSatisfy({ $0 == forms[0] }) { throw .stacking(rule.id) }
  }
}

extension ColumnForm {
  /// Whether equal values have equal lanes.
  fileprivate func isComparable(to other: ColumnForm) -> Bool {
    switch (self, other) {
    case (.number(let one), .number(let another)): one.scale == another.scale
    case (.truth, .truth), (.date, .date), (.text, .text): true
    default: false
    }
  }
}

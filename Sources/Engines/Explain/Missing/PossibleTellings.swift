import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// What may be told about a missing fact: of every way in which it can turn a rule at least one.
struct PossibleTellings {
  let plan: Plan
  let landmarks: Landmarks
  let worked = WorkedOut()

  init(plan: Plan, landmarks: Landmarks) { (self.plan, self.landmarks) = (plan, landmarks) }

  /// - Parameters:
  ///   - need: the missing fact.
  ///   - supposed: the facts beside it.
  /// - Returns: in a fixed order; empty for what cannot be told, because nobody describes whose it is.
  func tellings(of need: Need, in supposed: SupposedFacts) -> [Telling] {
    groups(of: need, in: supposed).flatMap { $0 }
  }

  /// The same in groups that matter alike, however many are in each.
  func groups(of need: Need, in supposed: SupposedFacts) -> [[Telling]] {
    guard case .field(let field, let reference, let type) = need else {
      return [others(of: need, in: supposed)]
    }
    let declared = declaration(field, reference, type, supposed.facts)
    switch (declared.type, reference) {
    case (.string, .ofYear), (.string, .child): return [tellings(of: declared, supposed.facts)]
    case (.string, _): return [texts(FactPath(type: type, field: field), supposed.facts)]
    case (.date, _):
      // Few days stand beside those of other records, many beside those that rules name.
      let (own, rest) = daysApart(supposed.facts)
      return [own, rest].map { days in
        days.map { Telling.value(.known(.date($0))) }
      } + [absence(of: declared)]
    default: return [tellings(of: declared, supposed.facts)]
    }
  }

  /// All days from the first to the last that may be told, or all numbers: a line on which what comes of
  /// a case turns at some places. Empty for anything else.
  func line(of need: Need, in supposed: SupposedFacts) -> [Telling] {
    guard case .field(let field, let reference, let type) = need else { return [] }
    let facts = supposed.facts
    let declared = declaration(field, reference, type, facts)
    switch declared.type {
    case .date:
      let days = days(facts).map(\.dayNumber)
      guard let first = days.first, let last = days.last else { return [] }
      return (first...last).map { .value(.known(.date(CivilDate(dayNumber: $0)))) }
    case .number, .month: return tellings(of: declared, facts)
    default: return []
    }
  }

  private func declaration(
    _ field: Int, _ reference: RecordReference, _ type: Int, _ facts: FactBase
  ) -> Field {
    switch reference {
    case .ofYear(let records): records.view.fields[field]
    case .child(let child): child.view.fields[field]
    default: facts.vocabulary.types[type].fields[field]
    }
  }

  private func others(of need: Need, in supposed: SupposedFacts) -> [Telling] {
    let vocabulary = supposed.facts.vocabulary
    switch need {
    case .field, .records(_, nil), .record: return []
    case .records(let type, _), .value(let type, _, _, _):
      return records(of: vocabulary.types[type], supposed.facts) + [.noRecord]
    case .edition(let index, _, let entry):
      let catalogue = vocabulary.catalogues[index]
      // What is looked up there may be a sum.
      let sums = catalogue.fields.filter {
        entry.keys[$0.id] == nil && !catalogue.edition.contains($0.id)
      }
      guard let sum = sums.first else { return [.entry([:]), .entry(nil)] }
      return values(of: sum, supposed.facts).map { .entry([sum.id: .known($0)]) }
    }
  }

  /// A record that says nothing yet, and some that say what would count as said where it is not: when a
  /// spell ended, that somebody is in a talent class.
  private func records(of type: EntityType, _ facts: FactBase) -> [Telling] {
    let meant = type.fields.indices.filter { type.fields[$0].absence != .unknown }
    let told = (0..<PossibleTellings.ways).map { way -> [Int: FactValue] in
      var known: [Int: FactValue] = [:]
      for field in meant {
        let values = values(of: type.fields[field], facts)
        if values.isEmpty { continue }
        // The earliest days are left out, for a spell that ends before all else says little.
        let place =
          values.count < PossibleTellings.ways
          ? way % values.count : (way + 1) * values.count / PossibleTellings.ways - 1
        known[field] = .known(values[place])
      }
      return known
    }
    if meant.isEmpty { return [.record([:])] }
    // As often one that says nothing more as one that does.
    return told.flatMap { [.record([:]), .record($0)] }
  }

  /// In how many ways such a record is told.
  private static let ways = 3

  /// What rules hold a text against, what other records say there, ids that it may be, and something else.
  private func texts(_ path: FactPath, _ facts: FactBase) -> [Telling] {
    let named = plan.texts(comparedWith: path)
    let said = facts.records.compactMap { record -> String? in
      guard record.type == path.type, let field = path.field,
        case .known(.string(let text)) = record.values[field]
      else { return nil }
      return text
    }
    let ids = named.isEmpty ? facts.records.compactMap(\.id).sorted().prefix(20) : []
    let others = Set(said).subtracting(named + ids).sorted().prefix(6)
    return (named + others + ids + ["?"]).map { .value(.known(.string($0))) }
  }

  private func tellings(of field: Field, _ facts: FactBase) -> [Telling] {
    var tellings = values(of: field, facts).map { Telling.value(.known($0)) } + absence(of: field)
    if case .reference(let targets) = field.type {
      let parties = targets.compactMap { facts.vocabulary.typeIndex($0) }
        .filter { facts.vocabulary.types[$0].role == .party }
      tellings = parties.map { .stranger(type: $0) } + tellings
    }
    return tellings
  }

  /// Missing though its absence would mean something: nobody has been asked yet.
  private func absence(of field: Field) -> [Telling] {
    field.absence == .unknown ? [] : [.value(.none)]
  }
}

/// What stays the same for all facts of one day.
final class WorkedOut {
  struct Numbers: Hashable {
    let range: ClosedRange<Decimal128>
    let scale: Int
  }

  var numbers: [Numbers: [Value]] = [:]
  var days: (on: CivilDate, days: [CivilDate])?
}

import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// What may be told about a missing fact: of every way in which it can turn a rule at least one.
struct PossibleTellings {
  let plan: Plan
  let landmarks: Landmarks

  /// - Parameters:
  ///   - need: the missing fact.
  ///   - supposed: the facts beside it.
  /// - Returns: in a fixed order; empty for what cannot be told, because nobody describes whose it is.
  func tellings(of need: Need, in supposed: SupposedFacts) -> [Telling] {
    let vocabulary = supposed.facts.vocabulary
    switch need {
    case .field(let field, .ofYear(let records), _):
      return tellings(of: records.view.fields[field], supposed.facts)
    case .field(let field, .child(let child), _):
      return tellings(of: child.view.fields[field], supposed.facts)
    case .field(let field, _, let type):
      let declared = vocabulary.types[type].fields[field]
      if case .string = declared.type {
        return texts(FactPath(type: type, field: field), supposed.facts)
      }
      return tellings(of: declared, supposed.facts)
    case .records(_, nil), .record: return []
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

  /// What rules hold a text against, ids that it may be, and something else.
  private func texts(_ path: FactPath, _ facts: FactBase) -> [Telling] {
    let named = plan.texts(comparedWith: path)
    let ids = named.isEmpty ? facts.records.compactMap(\.id).sorted().prefix(20) : []
    return (named + ids + ["?"]).map { .value(.known(.string($0))) }
  }

  private func tellings(of field: Field, _ facts: FactBase) -> [Telling] {
    var tellings = values(of: field, facts).map { Telling.value(.known($0)) }
    // Missing though its absence would mean something: nobody has been asked yet.
    if field.absence != .unknown { tellings.append(.value(.none)) }
    if case .reference(let targets) = field.type {
      let parties = targets.compactMap { facts.vocabulary.typeIndex($0) }
        .filter { facts.vocabulary.types[$0].role == .party }
      tellings = parties.map { .stranger(type: $0) } + tellings
    }
    return tellings
  }

  private func values(of field: Field, _ facts: FactBase) -> [Value] {
    switch field.type {
    case .boolean: return [.boolean(true), .boolean(false)]
    case .enumeration(let values): return values.map { .string($0.id) }
    case .number(let range, _, _) where PossibleTellings.isYear(range):
      return (facts.on.year - 6...facts.on.year + 1).map { .number(Decimal128($0)) }
    case .number(let range, let scale, _): return numbers(range, min(scale, 2))
    case .date: return days(facts).map(Value.date)
    case .month:
      let months = Set(days(facts).map(\.monthNumber)).flatMap { [$0 - 1, $0, $0 + 1] }
      return Set(months).sorted().map { .date(CivilDate(monthNumber: $0)) }
    case .string: return (landmarks.texts + ["?"]).map(Value.string)
    case .region:
      let own = [plan.region, PossibleTellings.elsewhere]
      return own.map(Value.string)
    case .occupation:
      return occupations(facts).map(Value.string)
    case .reference(let targets):
      let types = targets.compactMap { facts.vocabulary.typeIndex($0) }
      let ids = (facts.parties + facts.records).filter { types.contains($0.type) }.compactMap(\.id)
      return Set(ids).sorted().prefix(6).map(Value.string)
    case .children(let fields):
      let child = { (place: Int) in
        Value.context(
          Context(
            fields.compactMap { field -> (String, Value)? in
              let values = self.values(of: field, facts)
              return values.isEmpty ? nil : (field.id, values[place % values.count])
            }))
      }
      return [.list([])] + (0..<6).map { .list([child($0)]) } + [.list([child(0), child(1)])]
    case .varying: return []
    }
  }

  /// A code that lies in no region of a document here: the capital.
  private static let elsewhere = "110000"

  private static func isYear(_ range: ClosedRange<Decimal128>) -> Bool {
    range.lowerBound >= Decimal128(1900) && range.upperBound <= Decimal128(2200)
  }

  private func numbers(_ range: ClosedRange<Decimal128>, _ scale: Int) -> [Value] {
    let step = Decimal128(units: 1, scale: scale)
    var numbers: Set<Decimal128> = [range.lowerBound, range.upperBound]
    for number in landmarks.numbers + [.zero, Decimal128(100), Decimal128(10_000)] {
      guard let at = number.rounded(scale: scale, .down) else { continue }
      numbers.formUnion([at.subtracting(step), at, at.adding(step)].compactMap { $0 })
    }
    return numbers.filter { range.contains($0) }.sorted().map(Value.number)
  }

  /// Around the days that rules name, the day of the determination, days so many months before it, and
  /// those that facts name.
  private func days(_ facts: FactBase) -> [CivilDate] {
    var days = Set(landmarks.days + [facts.on])
    let months = landmarks.numbers.compactMap(\.integer).filter { 0 < $0 && $0 <= 120 }
    for count in Set(months + [1, 6, 12, 24, 36, 60]) {
      days.insert(facts.on.adding(months: -count))
    }
    for record in facts.records {
      for case .known(.date(let day)) in record.values { days.insert(day) }
    }
    var around: Set<CivilDate> = []
    for day in days {
      for step in -1...1 { around.insert(CivilDate(dayNumber: day.dayNumber + step)) }
    }
    return around.filter { $0 <= facts.on.next }.sorted()
  }

  private func occupations(_ facts: FactBase) -> [String] {
    var codes: Set<String> = ["0-00-00-00"]
    for catalogue in facts.vocabulary.catalogues {
      guard let field = catalogue.fieldIndex("occupation") else { continue }
      let listed = (facts.catalogues[catalogue.id] ?? []).compactMap { row -> String? in
        if case .known(.string(let code)) = row[field] { code } else { nil }
      }
      codes.formUnion(Set(listed).sorted().prefix(50))
    }
    for record in facts.records {
      let type = facts.vocabulary.types[record.type]
      for (field, value) in zip(type.fields, record.values) {
        if case .occupation = field.type, case .known(.string(let code)) = value {
          codes.insert(code)
        }
      }
    }
    return codes.sorted()
  }
}

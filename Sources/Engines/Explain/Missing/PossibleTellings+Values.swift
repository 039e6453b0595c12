import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// The values that are told of a field, by its type.
extension PossibleTellings {
  func values(of field: Field, _ facts: FactBase) -> [Value] {
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
      let named = landmarks.texts.filter { $0.utf8.count == 6 && $0.allSatisfy(\.isNumber) }
      return Set([plan.region, PossibleTellings.elsewhere] + named).sorted().map(Value.string)
    case .occupation:
      return occupations(facts).map(Value.string)
    case .reference(let targets):
      let types = targets.compactMap { facts.vocabulary.typeIndex($0) }
      return types.flatMap { type in
        let ids = (facts.parties + facts.records).filter { $0.type == type }.compactMap(\.id)
        return Set(ids).sorted().prefix(12).map(Value.string)
      }
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
    if let known = worked.numbers[WorkedOut.Numbers(range: range, scale: scale)] { return known }
    let step = Decimal128(units: 1, scale: scale)
    var numbers: Set<Decimal128> = [range.lowerBound, range.upperBound]
    for number in landmarks.numbers + [.zero, Decimal128(100), Decimal128(10_000)] {
      guard let at = number.rounded(scale: scale, .down) else { continue }
      numbers.formUnion([at.subtracting(step), at, at.adding(step)].compactMap { $0 })
    }
    let values = numbers.filter { range.contains($0) }.sorted().map(Value.number)
    worked.numbers[WorkedOut.Numbers(range: range, scale: scale)] = values
    return values
  }

  func days(_ facts: FactBase) -> [CivilDate] {
    let (own, rest) = daysApart(facts)
    return (own + rest).sorted()
  }

  /// Around those that facts name, and what else there is around those that rules name; in order.
  func daysApart(_ facts: FactBase) -> (own: [CivilDate], rest: [CivilDate]) {
    var named: Set<CivilDate> = []
    for record in facts.records {
      for case .known(.date(let day)) in record.values { named.insert(day) }
    }
    let own = PossibleTellings.around(named, facts)
    return (own.sorted(), ruleDays(facts).filter { !own.contains($0) })
  }

  /// Around the days that rules name, the day of the determination, and days so many months before it;
  /// in order.
  private func ruleDays(_ facts: FactBase) -> [CivilDate] {
    if let known = worked.days, known.on == facts.on { return known.days }
    var days = Set(landmarks.days + [facts.on])
    let months = landmarks.numbers.compactMap(\.integer).filter { 0 < $0 && $0 <= 120 }
    for count in Set(months + [1, 6, 12, 24, 36, 60]) {
      days.insert(facts.on.adding(months: -count))
    }
    let around = PossibleTellings.around(days, facts).sorted()
    worked.days = (facts.on, around)
    return around
  }

  private static func around(_ days: Set<CivilDate>, _ facts: FactBase) -> Set<CivilDate> {
    var around: Set<CivilDate> = []
    for day in days {
      for step in -1...1 { around.insert(CivilDate(dayNumber: day.dayNumber + step)) }
    }
    return around.filter { $0 <= facts.on.next }
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

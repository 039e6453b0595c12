import Core
import FEEL
import Facts
import Questionnaire
import Vocabulary

/// Somebody of whom a registry knows things, and who answers an interview with just that.
struct Respondent {
  let facts: FactBase
  let person: Record

  private var id: String { person.id ?? "" }

  func answer(_ step: Step) -> Answer {
    switch step.subject {
    case .party: .value(facts.vocabulary.types[person.type].id)
    case .cases: cases(step)
    case .day: .value(facts.on.description)
    case .any(let type): any(type)
    case .more(let type, let number): .value(count(type) > number ? "true" : "false")
    case .field(let path, let type, let field):
      record(path).map { self.field(field, of: $0, type, step) } ?? .unknown
    case .shortage(let entry): shortage(entry)
    }
  }

  private func count(_ type: Int) -> Int { facts.positions(of: type, party: id).count }

  /// Everything there is of what is offered.
  private func cases(_ step: Step) -> Answer {
    guard case .several(let options) = step.form else { return .unknown }
    let there = options.map(\.id).filter { id in
      facts.vocabulary.typeIndex(id).map { count($0) > 0 } ?? false
    }
    return there.isEmpty ? .none : .several(there)
  }

  private func any(_ type: Int) -> Answer {
    if count(type) > 0 { return .value("true") }
    if case .open = facts.vocabulary.types[type].source { return .unknown }
    return .value("false")
  }

  /// By the path of its questions: `party`, `certificate.1`, `employment.1~employer`.
  private func record(_ path: String) -> Record? {
    if path == "party" { return person }
    let parts = path.split(separator: "~")
    let words = parts[0].split(separator: ".")
    guard let type = facts.vocabulary.typeIndex(String(words[0])), let number = Int(words[1])
    else { return nil }
    let positions = facts.positions(of: type, party: id)
    guard positions.indices.contains(number - 1) else { return nil }
    let record = facts.records[positions[number - 1]]
    guard parts.count > 1 else { return record }
    guard let field = facts.vocabulary.types[type].fieldIndex(String(parts[1])),
      case .known(.string(let name)) = record.values[field]
    else { return nil }
    return facts.party(name)
  }

  private func field(_ field: Int, of record: Record, _ type: Int, _ step: Step) -> Answer {
    let declared = facts.vocabulary.types[type].fields[field]
    switch record.values[field] {
    case .known(let value):
      guard let text = declared.type.canonical(value) else { return .unknown }
      if case .choices(let offered) = step.form, !offered.contains(where: { $0.id == text }) {
        return .none
      }
      return .value(text)
    case .none: return .none
    case .missing:
      switch declared.absence {
      case .unknown: return .unknown
      case .openEnded: return .ongoing
      case .none: return .none
      }
    }
  }

  private func shortage(_ entry: CatalogueEntry) -> Answer {
    guard let year = entry.year, let occupation = entry.keys["occupation"],
      let type = facts.vocabulary.catalogue("shortage-occupations"),
      let places = type.fieldIndex("region"), let years = type.fieldIndex("year"),
      let occupations = type.fieldIndex("occupation")
    else { return .unknown }
    let edition = (facts.catalogues[type.id] ?? []).filter {
      says(.string(entry.region), $0[places]) && says(.number(Decimal128(year)), $0[years])
    }
    if edition.isEmpty { return .unknown }
    let listed = edition.contains { says(.string(occupation), $0[occupations]) }
    return .value(listed ? "true" : "false")
  }

  private func says(_ value: Value, _ told: FactValue) -> Bool {
    if case .known(let known) = told { known.equals(value) } else { false }
  }
}

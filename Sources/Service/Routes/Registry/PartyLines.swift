import Core
import FEEL
import Facts
import Pages
import Registry
import Vocabulary

/// Parties as lists show them.
extension ServedRegistry {
  /// Lines for parties, in the order of their ids; those that are not known are left out.
  func lines(_ ids: [String], today: CivilDate, known: KnownAt = .latest) throws -> [PartyLine] {
    let facts = try registry.files(of: ids, types: ["employment"], on: today, known: known)
    return ids.compactMap { line($0, facts, today: today) }
  }

  /// Lines for those who work for an organisation: since when, and until when. For whoever speaks for
  /// it that is all; others see what tells people of one name apart, and can go on to their pages.
  func workerLines(
    _ ids: [String], of employer: String, today: CivilDate, known: KnownAt, namesOnly: Bool
  ) throws -> [PartyLine] {
    let facts = try registry.files(of: ids, types: ["employment"], on: today, known: known)
    let timeline = TimelineReader(served: self, facts: facts)
    return ids.compactMap { id in
      guard let party = facts.party(id) else { return nil }
      let entries = timeline.entries(of: id)
      let here = entries.filter { $0.details.contains { $0.link?.path == Self.path(of: employer) } }
      let period = here.first?.period ?? Bilingual("")
      if namesOnly {
        return PartyLine(.unopened(name: name(of: id, in: facts)), details: [period])
      }
      return PartyLine(
        link(to: id, in: facts),
        details: [
          attribute(["idNumber"], of: party), attribute(["region"], of: party), period,
        ])
    }
  }

  /// The first of some attributes that a party has; empty where it has none.
  private func attribute(_ names: [String], of party: Record) -> Bilingual {
    let values = names.compactMap(vocabulary.types[party.type].fieldIndex)
      .compactMap { words.text($0, of: party) }
    return values.first ?? Bilingual("")
  }

  /// What tells people of one name apart, and organisations: a number, a place, and where somebody
  /// works or in which industry.
  private func line(_ id: String, _ facts: FactBase, today: CivilDate) -> PartyLine? {
    guard let party = facts.party(id) else { return nil }
    let last = employer(of: id, facts, today: today) ?? attribute(["industry"], of: party)
    return PartyLine(
      link(to: id, in: facts),
      details: [
        attribute(["idNumber", "uscc"], of: party), attribute(["region"], of: party), last,
      ])
  }

  /// The employer of today, else the last one; `nil` when none is known.
  private func employer(of id: String, _ facts: FactBase, today: CivilDate) -> Bilingual? {
    guard let type = vocabulary.typeIndex("employment"),
      let field = vocabulary.types[type].fieldIndex("employer"),
      let spell = vocabulary.types[type].spell,
      let from = vocabulary.types[type].fieldIndex(spell.from),
      let to = vocabulary.types[type].fieldIndex(spell.to)
    else { return nil }
    let records = facts.positions(of: type, party: id).map { facts.records[$0] }
    let latest = records.max {
      ($0.date(to) ?? today, $0.date(from) ?? today) < (
        $1.date(to) ?? today, $1.date(from) ?? today
      )
    }
    guard let latest, case .known(.string(let employer)) = latest.values[field] else { return nil }
    let name = name(of: employer, in: facts)
    guard let end = latest.date(to), end < today else { return Bilingual(name) }
    return Bilingual(zh: "曾在\(name)", en: "formerly \(name)")
  }
}

extension Record {
  /// The date that a field holds.
  func date(_ field: Int) -> CivilDate? {
    if case .known(.date(let date)) = values[field] { date } else { nil }
  }
}

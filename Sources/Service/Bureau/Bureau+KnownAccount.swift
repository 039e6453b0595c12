package import Casework
import Core
import FEEL
import Facts
import Office
import Registry
import Vocabulary

extension Bureau {
  /// The account that the registry has on file for a party today, the one that came last, in the
  /// party's own name unless the record says whose it is; `nil` where there is none with bank and
  /// number. What is shown of its number must be masked.
  ///
  /// - Throws: `StoreError`, `RegistryProblem`.
  package func knownAccount(of party: String) throws -> PayeeAccount? {
    let today = clock.today
    guard let index = registry.vocabulary.typeIndex("account"),
      let facts = try registry.file(of: party, types: ["account"], on: today)
    else { return nil }
    let current = facts.positions(of: index, party: party).map { facts.records[$0] }
      .filter { spell($0).map { $0.contains(today) } ?? true }
    let last = current.max { left, right in
      (spell(left)?.lowerBound.dayNumber ?? 0) < (spell(right)?.lowerBound.dayNumber ?? 0)
    }
    guard let last, let bank = text("bank", last), let number = text("number", last) else {
      return nil
    }
    let holder = text("holder", last) ?? facts.party(party).flatMap { text("name", $0) }
    return PayeeAccount(bank: bank, holder: holder ?? "", number: number)
  }

  /// From when to when a record holds; `nil` where its type has no such days, or none are known.
  func spell(_ record: Record) -> ClosedRange<CivilDate>? {
    let type = registry.vocabulary.types[record.type]
    guard let spell = type.spell, let from = date(spell.from, record) else { return nil }
    // What has no end goes on.
    let to = date(spell.to, record) ?? CivilDate(dayNumber: Int(Int32.max))
    return from <= to ? from...to : nil
  }

  private func date(_ field: String, _ record: Record) -> CivilDate? {
    guard let index = registry.vocabulary.types[record.type].fieldIndex(field),
      case .known(.date(let date)) = record.values[index]
    else { return nil }
    return date
  }

  func text(_ field: String, _ record: Record) -> String? {
    guard let index = registry.vocabulary.types[record.type].fieldIndex(field),
      case .known(.string(let text)) = record.values[index], !text.isEmpty
    else { return nil }
    return text
  }
}

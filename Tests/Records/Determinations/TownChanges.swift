import Core
import FEEL
import Facts
import Registry
import TestSupport
import Testing
import Vocabulary

/// What can change in a town: each is one or several changes of its registry.
enum TownChanges {
  /// New, corrected and withdrawn records of a few parties.
  static func records(_ town: inout RandomTown, _ registry: Registry) throws {
    for _ in 0..<3 {
      let party = town.anyParty()
      _ = try registry.change(source: "records") { recorder in
        for record in town.records(of: party) where town.chance(40) {
          _ = try recorder.put(record: record)
        }
      }
      let type = town.chance(50) ? "employment" : "certificate"
      guard party.hasPrefix("p"), let index = registry.vocabulary.typeIndex(type) else { continue }
      _ = try registry.change(source: "withdrawal") { recorder in
        // Not every party has such a record.
        try? recorder.withdraw(type: index, id: "\(type)-\(party)-1", of: party)
      }
    }
  }

  /// Other attributes of an organisation that others refer to.
  static func organisations(_ town: inout RandomTown, _ registry: Registry) throws {
    _ = try registry.change(source: "parties") { recorder in
      for id in ["e1", "e2"] {
        if let party = town.party(id) { _ = try recorder.put(party: party) }
      }
    }
  }

  /// Another occupation in a list.
  static func list(_ town: inout RandomTown, _ registry: Registry) throws {
    let name = "shortage-occupations"
    let index = try #require(registry.vocabulary.catalogues.firstIndex { $0.id == name })
    _ = try registry.change(source: "lists") { recorder in
      _ = try recorder.put(
        row: [
          .known(.string("330300")), .known(.number(Decimal128(town.chance(50) ? 2019 : 2020))),
          .known(.string("4-01-02-03")),
        ], ofCatalogue: index)
    }
  }
}

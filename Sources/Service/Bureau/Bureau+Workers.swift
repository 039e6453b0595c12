import Casework
import Core
import Facts
import Office
import Registry
import Vocabulary

/// Those who work for an organisation, and what they have under way: numbers only.
package struct WorkerCount: Sendable, Equatable {
  /// Persons employed there today, by the registry.
  package var people = 0
  /// Open cases in which one of them receives; `nil` where there are so few people that the number
  /// would tell who.
  package var openCases: Int?

  package init() {}
}

extension Bureau {
  /// Counts the open cases of those who work for an organisation today. Which of them has one, and
  /// of what, is theirs to tell.
  ///
  /// - Parameter organisation: its id.
  /// - Returns: the numbers.
  /// - Throws: `StoreError`, `RegistryProblem`.
  package func workerCount(of organisation: String) throws -> WorkerCount {
    var count = WorkerCount()
    guard let type = registry.vocabulary.typeIndex("employment"),
      let field = registry.vocabulary.types[type].fieldIndex("employer")
    else { return count }
    let reference = Registry.Reference(type: type, field: field)
    var (offset, openCases) = (0, 0)
    while true {
      let page = try registry.parties(
        referringTo: organisation, by: reference, offset: offset, limit: Bureau.workersAtOnce)
      guard !page.parties.isEmpty else { break }
      offset += page.parties.count
      let employed = try employed(page.parties, by: organisation, type)
      count.people += employed.count
      openCases += try office.read { try casework.openCount(of: employed, $0) }
    }
    if count.people >= Bureau.fewestWorkers { count.openCases = openCases }
    return count
  }

  private static let workersAtOnce = 200
  private static let fewestWorkers = 5

  private func employed(
    _ people: [String], by organisation: String, _ type: Int
  ) throws -> [String] {
    let today = clock.today
    let facts = try registry.files(of: people, types: ["employment"], on: today)
    return people.filter { person in
      facts.positions(of: type, party: person).contains { position in
        let record = facts.records[position]
        return text("employer", record) == organisation
          && spell(record).map { $0.contains(today) } == true
      }
    }
  }
}

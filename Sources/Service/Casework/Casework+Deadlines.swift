import Core
import Office
import Procedures
import Store

extension Casework {
  /// Does what time has brought about: limits that have passed, notices that have run their course.
  /// Each case is a transaction of its own; what fails is left for the next time and told.
  ///
  /// - Parameter limit: how many cases at most.
  /// - Returns: the numbers of the cases that moved, and those that could not, with the reason.
  /// - Throws: `StoreError` when the cases cannot be looked for.
  package func passTime(limit: Int = 1_000) throws -> (
    moved: [String], failed: [(String, any Error)]
  ) {
    let today = Int64(office.clock.today.dayNumber)
    let lapsed = try office.read { connection in
      try connection.all(
        """
        SELECT \(CaseTable.columns) FROM "case_record"
        WHERE "is_open" = 1 AND "due" < \(today) ORDER BY "due", "key" LIMIT \(Int64(limit))
        """
      ) { CaseTable.record($0).record }
    }
    var moved: [String] = []
    var failed: [(String, any Error)] = []
    func move(_ number: String, by transition: String) {
      do {
        _ = try office.write { connection in
          try act(transition, on: number, by: .system, connection)
        }
        moved.append(number)
      } catch {
        failed.append((number, error))
      }
    }
    for record in lapsed {
      guard let state = try shelf.procedure(of: record).state(record.state),
        let transition = state.then
      else { continue }
      move(record.number, by: transition)
    }
    for number in try announcedUntilYesterday(limit: limit) {
      move(number, by: Casework.closingTransition)
    }
    return (moved, failed)
  }
}

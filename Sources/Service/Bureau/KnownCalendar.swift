import Core
import FEEL
import Facts
import Procedures
import Registry
import Synchronization
import Vocabulary

/// The working days as the registry knows them, read again when the registry has changed.
final class KnownCalendar: Sendable {
  private let registry: Registry
  private let kept = Mutex<(change: Int64, calendar: WorkingCalendar)?>(nil)

  init(_ registry: Registry) { self.registry = registry }

  /// What cannot be read is not known: the calendar is empty then, and whoever needs a day is told.
  var calendar: WorkingCalendar {
    guard let snapshot = try? registry.snapshot() else { return WorkingCalendar([:]) }
    return kept.withLock { kept in
      if let kept, kept.change == snapshot.change { return kept.calendar }
      let calendar = KnownCalendar.calendar(
        snapshot.catalogues["working-days"] ?? [], registry.vocabulary)
      kept = (snapshot.change, calendar)
      return calendar
    }
  }

  private static func calendar(
    _ rows: CatalogueRows, _ vocabulary: Vocabulary
  ) -> WorkingCalendar {
    guard let fields = vocabulary.catalogues.first(where: { $0.id == "working-days" })?.fields,
      let day = fields.firstIndex(where: { $0.id == "date" }),
      let kind = fields.firstIndex(where: { $0.id == "kind" })
    else { return WorkingCalendar([:]) }
    var named: [CivilDate: Bool] = [:]
    for row in rows {
      guard case .known(.date(let date)) = row[day], case .known(.string(let word)) = row[kind]
      else { continue }
      named[date] = word == "workday"
    }
    return WorkingCalendar(named)
  }
}

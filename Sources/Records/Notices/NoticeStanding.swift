package import Core
import Determination
package import Determinations

/// Whether what a notice says still is so.
package enum NoticeStanding: Sendable, Hashable {
  /// The last run, as of this day, came to the same.
  case same(on: CivilDate)
  /// The last run, as of this day, came to something else; `nil` where nothing of it is left.
  case changed(on: CivilDate, StoredDetermination?)
  /// Nothing was determined since.
  case notSince
}

extension NoticeRegister {
  /// Compares a notice with what is stored now.
  ///
  /// - Parameter notice: as it was issued.
  /// - Returns: how it stands; a run of an earlier day, or of older facts, says nothing about it.
  /// - Throws: `StoreError`.
  package func standing(of notice: IssuedNotice) throws -> NoticeStanding {
    guard let run = try store.lastRun(), run.on >= notice.on, run.facts >= notice.facts else {
      return .notSince
    }
    let now = try store.stored(of: notice.owner, asOf: .run(run.number)).first {
      $0.owner == notice.owner && $0.party == notice.party && $0.benefit == notice.benefit
        && $0.subject == notice.subject
    }
    guard let now, now.outcome == notice.outcome, now.amount == notice.amount,
      now.granted == notice.granted
    else { return .changed(on: run.on, now) }
    return .same(on: run.on)
  }
}

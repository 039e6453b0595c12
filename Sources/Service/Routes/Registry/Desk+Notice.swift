import Casework
import Core
import Determinations
import Office
import Registry

extension Desk {
  /// Where the determination that a case rests on is to be had on paper: the stored one of the last run
  /// that knew no more than the case does, as long as it comes to the same sum.
  ///
  /// - Parameters:
  ///   - record: the case.
  ///   - actor: who is reading.
  /// - Returns: the path below the language; `nil` where no such determination is stored, or the party
  ///   is not for the reader to see.
  /// - Throws: `StoreError`, `RegistryProblem`.
  func notice(of record: CaseRecord, for actor: Actor) throws -> String? {
    guard let served = model.registry,
      let change = try served.registry.change(record.basis.change),
      let run = try served.store.lastRun(restingOn: change.number)
    else { return nil }
    let entitlement = record.entitlement
    let stored = try served.store.stored(of: entitlement.party, asOf: .run(run.number)).first {
      $0.benefit == entitlement.benefit && $0.subject == entitlement.subject
        && $0.owner == entitlement.owner
    }
    guard let stored, (stored.payable?.fen ?? 0).magnitude == record.amount.magnitude,
      try RegistrySight(actor, served).extent(of: entitlement.party, today: model.today()) != nil
    else { return nil }
    return PartyRoutes(served: served, model: model)
      .noticePath(of: stored, entitlement.party, PartyRoutes.Known(change: change))
  }
}

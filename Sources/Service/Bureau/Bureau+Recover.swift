import Casework
import Core
import Ledger
package import Office
package import Store

extension Bureau {
  /// Books what came in on a claw-back, and closes its case when all of it has.
  ///
  /// - Parameters:
  ///   - amount: 分 that came in.
  ///   - number: of the claw-back.
  ///   - key: names what came in, as the bank's reference.
  ///   - signer: a finance officer.
  ///   - connection: the transaction.
  /// - Throws: `LedgerProblem` where nothing or less is asked for; `CaseRefusal`, `StoreError`.
  package func recover(
    _ amount: Int64, of number: String, key: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    let record = try casework.record(number, connection)
    let demands = try ledger.demands(ofSubject: record.parent ?? number, connection)
    guard let demand = demands.last(where: { $0.open > 0 }) ?? demands.last else {
      throw BureauProblem.nothingClaimed(number)
    }
    try ledger.post(
      .recover(demand: demand.number, amount: amount), key: "case/\(number)/recover/\(key)",
      by: signer, connection)
    if try ledger.demand(demand.number, connection)?.open == 0 {
      _ = try casework.act("collected", on: number, by: .system, connection)
    }
  }
}

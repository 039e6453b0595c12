import BankFiles
import Casework
import Core
package import Office
package import Payout
import Procedures
package import Store

extension Bureau {
  /// Puts cases that are to be paid into a draft batch, each with its own account. A case that may
  /// not be paid is left out with a line that says why.
  ///
  /// - Parameters:
  ///   - numbers: of the cases.
  ///   - batch: a draft.
  ///   - key: names the request.
  ///   - signer: a finance officer.
  ///   - connection: the transaction.
  /// - Returns: a line for each case, those that were taken or refused by the batch first.
  /// - Throws: `PayoutProblem`, `CaseworkProblem`, `StoreError`.
  package func collect(
    _ numbers: [String], into batch: Int64, key: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> [PayoutLine] {
    var items: [PayoutItem] = []
    var left: [PayoutLine] = []
    for number in numbers {
      let record = try casework.record(number, connection)
      guard try isPayable(record), let account = try casework.account(of: number, connection) else {
        left.append(PayoutLine(number, .notPayable))
        continue
      }
      items.append(
        PayoutItem(
          subject: number, entitlement: record.entitlement.text, party: record.entitlement.party,
          payee: BankAccount(name: account.holder, number: account.number, bank: account.bank),
          amount: record.amount, region: record.region, purpose: number))
    }
    return try payout.add(items, to: batch, key: key, by: signer, connection) + left
  }

  /// Makes the file of a released batch, and moves its cases on: from then on the money is on its
  /// way. Made again it is the same file.
  ///
  /// - Parameters:
  ///   - batch: its number.
  ///   - format: of the file.
  ///   - signer: a finance officer.
  ///   - connection: the transaction.
  /// - Returns: the file.
  /// - Throws: `PayoutProblem`, `CaseRefusal`, `StoreError`.
  package func export(
    _ batch: Int64, as format: BankFormat, by signer: Signer, _ connection: borrowing Connection
  ) throws -> ExportedFile {
    let file = try payout.export(batch, as: format, by: signer, connection)
    var last: Int64 = 0
    while true {
      let page = try payout.instructions(of: batch, after: last, limit: 500, connection)
      guard let end = page.last else { return file }
      last = end.number
      for instruction in page where instruction.status == .sent {
        if try isPayable(casework.record(instruction.subject, connection)) {
          _ = try casework.act("pay", on: instruction.subject, by: .system, connection)
        }
      }
    }
  }

  private func isPayable(_ record: CaseRecord) throws -> Bool {
    try casework.shelf.procedure(of: record).state(record.state)?.isPayable == true
  }
}

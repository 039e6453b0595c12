import BankFiles
import Casework
import Core
package import Office
package import Payout
package import Store

extension Bureau {
  /// Puts cases into a draft batch, each with its own account, and moves those that are in it on to
  /// the payment. A case that may not be paid is left out with a line that says why.
  ///
  /// - Parameters:
  ///   - numbers: of the cases.
  ///   - batch: a draft.
  ///   - key: names the request.
  ///   - signer: a finance officer.
  ///   - connection: the transaction.
  /// - Returns: a line for each case.
  /// - Throws: `PayoutProblem`, `CaseworkProblem`, `StoreError`.
  package func collect(
    _ numbers: [String], into batch: Int64, key: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> [PayoutLine] {
    var items: [PayoutItem] = []
    var left: [PayoutLine] = []
    for number in numbers {
      let record = try casework.record(number, connection)
      let isPayable = try casework.shelf.procedure(of: record).state(record.state)?.isPayable
      guard isPayable == true, let account = try casework.account(of: number, connection) else {
        left.append(
          PayoutLine(number, .notPayable, Bilingual(zh: "现在不是待支付", en: "it is not to be paid now")))
        continue
      }
      items.append(
        PayoutItem(
          subject: number, entitlement: record.entitlement.text, party: record.entitlement.party,
          payee: BankAccount(name: account.holder, number: account.number, bank: account.bank),
          amount: record.amount, region: record.region,
          purpose: "\(number) \(record.entitlement.benefit)"))
    }
    let lines = try payout.add(items, to: batch, key: key, by: signer, connection)
    for line in lines where line.refusal == nil {
      let record = try casework.record(line.subject, connection)
      if try casework.shelf.procedure(of: record).state(record.state)?.isPayable == true {
        _ = try casework.act("pay", on: line.subject, by: .system, connection)
      }
    }
    return lines + left
  }
}

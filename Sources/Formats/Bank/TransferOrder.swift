package import Core

/// Many payments from one account on one day: what a file to the bank says.
package struct TransferOrder: Sendable, Equatable {
  /// Names the message at the bank.
  package var id: String
  /// When it was made, `2026-03-02T09:15:00`.
  package var createdAt: String
  package var payer: BankAccount
  package var executionDay: CivilDate
  package var transfers: [Transfer]

  package init(
    id: String, createdAt: String, payer: BankAccount, executionDay: CivilDate,
    transfers: [Transfer]
  ) {
    self.id = id
    self.createdAt = createdAt
    self.payer = payer
    self.executionDay = executionDay
    self.transfers = transfers
  }

  /// The sum in 分; `nil` beyond 64 bits.
  package var total: Int64? {
    transfers.reduce(0) { sum, transfer in
      sum.flatMap { sum in
        let (next, overflow) = sum.addingReportingOverflow(transfer.fen)
        return overflow ? nil : next
      }
    }
  }
}

/// One payment.
package struct Transfer: Sendable, Equatable {
  /// What the payment is found again by; the bank hands it on unchanged.
  package var endToEndID: String
  package var payee: BankAccount
  /// 分, more than 0.
  package var fen: Int64
  /// What the payee reads on the statement.
  package var purpose: String

  package init(endToEndID: String, payee: BankAccount, fen: Int64, purpose: String) {
    self.endToEndID = endToEndID
    self.payee = payee
    self.fen = fen
    self.purpose = purpose
  }
}

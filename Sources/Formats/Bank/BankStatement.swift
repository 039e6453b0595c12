package import Core

/// What a bank says happened on an account.
package struct BankStatement: Sendable, Equatable {
  /// What the bank calls it; a table of entries has no name of its own.
  package var id: String?
  /// The number of the account, where the file says it.
  package var account: String?
  package var entries: [StatementEntry]

  package init(id: String? = nil, account: String? = nil, entries: [StatementEntry]) {
    self.id = id
    self.account = account
    self.entries = entries
  }
}

/// One movement on the account, or word of one that did not come about.
package struct StatementEntry: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Money left the account.
    case payment
    /// A payment was refused; no money moved.
    case rejection
    /// Money that had left came back.
    case `return`
    /// Other money that came in.
    case receipt
    /// Announced and not yet booked.
    case pending
  }

  /// What the bank calls it.
  package var reference: String
  package var kind: Kind
  /// 分, never negative.
  package var fen: Int64
  package var endToEndID: String?
  /// The day it was booked on, where the file says it.
  package var day: CivilDate?
  /// Why a payment was refused or came back: a code of ISO 20022, or the bank's own words.
  package var reason: String?
  /// The line of the file, from 1.
  package var line: Int

  package init(
    reference: String, kind: Kind, fen: Int64, endToEndID: String? = nil, day: CivilDate? = nil,
    reason: String? = nil, line: Int = 1
  ) {
    self.reference = reference
    self.kind = kind
    self.fen = fen
    self.endToEndID = endToEndID
    self.day = day
    self.reason = reason
    self.line = line
  }
}

/// Why an act on payments is refused; nothing is changed then.
package enum PayoutProblem: Error, Sendable, Equatable {
  case notAllowed(region: String)
  case noSuchBatch(number: Int64)
  case noSuchInstruction(number: Int64)
  case noSuchEntry(number: Int64)
  case noSuchProposal(number: Int64)
  /// The batch is too far, or not far enough.
  case wrongStatus(batch: Int64, BatchStatus)
  case unfitPayer(BankFault)
  case ownWork(batch: Int64)
  case ownMatter(batch: Int64, subject: String)
  case emptyBatch(batch: Int64)
  case dayPassed(batch: Int64, day: String)
  /// A second format of one batch would be a second order to the bank.
  case otherFormat(batch: Int64, format: String)
  case fileDiffers(batch: Int64)
  case unreadableAccount(batch: Int64)
  case stillOpen(batch: Int64, count: Int64)
  case notUnmatched(entry: Int64)
  case cannotAssign(entry: Int64, instruction: Int64)
  case notSent(instruction: Int64)
  /// The bank says that an earlier attempt was paid, and nobody has looked into it.
  case unresolved(subject: String)
  case noNote
  case ownProposal(number: Int64)
  case alreadyConfirmed(number: Int64)
  case unfitOrder(batch: Int64, BankFault)
}

/// Why something cannot be done with cases and notices.
package enum CaseworkProblem: Error, Sendable, Equatable {
  case unknownCase(String)
  case unknownProcedure(String)
  /// The entitlement is in this open case.
  case alreadyOpen(String)
  case nothingDue
  /// A payment has still to be told to the registry.
  case notYetRecorded
  case notTaken(String)
  case takenByOther(String)
  /// There is no next step that the signer could make.
  case nothingToDo(String)
  case notYourTurn(String)
  case emptyFile(String)
  case largeFile(String)
  case strangeFile(String)
  case tooManyFiles
  case unknownFile
  case badAccount
  case unreadableAccount(String)
  case unknownItem(String)
  case notInNotice(String)
  case unknownNotice(String)
  case noticeClosed(String)
  case unknownRow(Int)
  case noText
  case nothingTicked
  case tooManyRows
  case unknownBulk
  case unknownDifference
  /// The parts do not add up to the amount, or one is not above zero.
  case badInstalments
  /// The day of a part is over.
  case pastInstalment
  /// There is nothing to claim back, or it was decided on already.
  case noInstalmentsNow
}

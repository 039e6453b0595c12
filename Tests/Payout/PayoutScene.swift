import BankFiles
import Core
import Office
import OfficeSupport
import Payout
import Store
import Synchronization
import TestSupport

/// An office with two finance officers, and a bank that says what the test has it say.
struct PayoutScene {
  let folder: TemporaryFolder
  let clock: SetClock
  let office: OfficeStore
  let payout: Payout
  let ear = Ear()
  let maker: Signer
  let checker: Signer

  init() throws {
    folder = try TemporaryFolder()
    clock = SetClock(CivilDate(dayNumber: 20_500))
    office = try folder.office([Payout.room], clock: clock.clock)
    payout = Payout(office, listeners: [ear])
    maker = try .make(.financeOfficer, 1, party: "p-maker")
    checker = try .make(.financeOfficer, 2, party: "p-checker")
  }

  var day: CivilDate { CivilDate(dayNumber: 20_501) }

  static let payer = BankAccount(
    name: "示例市总工会", number: "330000000000000001", bank: "示例银行示例支行",
    bankCode: "999000000001")

  static func item(
    _ number: Int, entitlement: String? = nil, party: String? = nil, name: String? = nil,
    account: String? = nil, amount: Int64 = 300_000, region: String = "330302"
  ) -> PayoutItem {
    PayoutItem(
      subject: "C\(number)", entitlement: entitlement ?? "b|p\(number)|c",
      party: party ?? "p\(number)",
      payee: BankAccount(
        name: name ?? "样例\(number)", number: account ?? "62000000000\(10_000 + number)",
        bank: "示例银行城东支行"), amount: amount, region: region, purpose: "技能提升补贴")
  }

  func draft(_ key: String = "d") throws -> Int64 {
    try office.write {
      try payout.draft(
        region: "330300", payer: PayoutScene.payer, day: day, key: key, by: maker, $0)
    }
  }

  @discardableResult
  func add(_ items: [PayoutItem], to batch: Int64, key: String = "a") throws -> [PayoutLine] {
    try office.write { try payout.add(items, to: batch, key: key, by: maker, $0) }
  }

  func release(_ batch: Int64) throws {
    try office.write { try payout.release(batch, key: "r\(batch)", by: checker, $0) }
  }

  @discardableResult
  func export(_ batch: Int64, _ format: BankFormat = .message(.v3)) throws -> ExportedFile {
    try office.write { try payout.export(batch, as: format, by: checker, $0) }
  }

  /// A batch of these, at the bank.
  func sent(_ items: [PayoutItem], key: String = "1") throws -> Int64 {
    let batch = try draft("d\(key)")
    try add(items, to: batch, key: "a\(key)")
    try release(batch)
    try export(batch)
    return batch
  }

  @discardableResult
  func take(_ entries: [StatementEntry], key: String = "s") throws -> TakenStatement {
    try office.write {
      try payout.takeIn(
        BankStatement(id: key, account: PayoutScene.payer.number, entries: entries),
        name: "\(key).xml", region: "330300", key: key, by: maker, $0)
    }
  }

  func retry(_ instruction: Int64, in batch: Int64, key: String) throws -> [PayoutLine] {
    try office.write {
      try payout.retry([.init(instruction)], in: batch, key: key, by: maker, $0)
    }
  }

  func attempts(_ subject: String) throws -> [Instruction] {
    try office.read { try payout.instructions(for: subject, $0) }
  }

  func statuses(_ subject: String) throws -> [InstructionStatus] {
    try attempts(subject).map(\.status)
  }

  func last(_ subject: String) throws -> Instruction {
    guard let last = try attempts(subject).last else {
      throw PayoutProblem.noSuchInstruction(number: 0)
    }
    return last
  }

  func status(of batch: Int64) throws -> BatchStatus {
    try office.read { try payout.batch(batch, $0).status }
  }

  /// The bank's word on the last attempt for a case.
  func word(
    _ kind: StatementEntry.Kind, _ subject: String, reference: String? = nil, amount: Int64? = nil,
    reason: String? = nil
  ) throws -> StatementEntry {
    let last = try last(subject)
    return StatementEntry(
      reference: reference ?? "R\(last.number)-\(kind.rawValue)", kind: kind,
      fen: amount ?? last.amount, endToEndID: last.endToEndID, day: day, reason: reason)
  }
}

/// Hears what became of payments.
final class Ear: PayoutListener {
  private let words = Mutex<[String]>([])

  var heard: [String] { words.withLock { $0 } }

  private func add(_ word: String, _ outcome: PayoutOutcome) {
    let reason = outcome.reason.map { " \($0)" } ?? ""
    words.withLock { $0.append("\(word) \(outcome.subject) \(outcome.amount)\(reason)") }
  }

  func settled(
    _ outcome: PayoutOutcome, by signer: Signer, _ connection: borrowing Connection
  ) throws { add("settled", outcome) }

  func failed(
    _ outcome: PayoutOutcome, by signer: Signer, _ connection: borrowing Connection
  ) throws { add("failed", outcome) }

  func returned(
    _ outcome: PayoutOutcome, by signer: Signer, _ connection: borrowing Connection
  ) throws { add("returned", outcome) }
}

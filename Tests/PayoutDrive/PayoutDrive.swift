import BankFiles
import Core
import Cryptography
import Foundation
import Office
import Payout
import Store

/// Works the payout room step by step for tests that bring a bank of their own:
///
///     payout-drive DATABASE make COUNT | send FOLDER FORMAT | take FOLDER | retry | state
///
/// `make` drafts and releases a batch of that many new cases; `send` writes the files of all batches,
/// those that went out before too; `take` takes in all statements of a folder; `retry` makes a batch
/// of what has failed; `state` prints what the office knows, as JSON. Everything may be killed and
/// run again.
@main struct PayoutDrive {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count >= 2 else { throw Wrong.usage }
    let drive = try PayoutDrive(database: words[0])
    switch (words[1], words.count) {
    case ("make", 3): try drive.make(Int(words[2]) ?? 0)
    case ("send", 4): try drive.send(to: words[2], BankFormat(name: words[3]))
    case ("take", 3): try drive.take(from: words[2])
    case ("retry", 2): try drive.retry()
    case ("state", 2): try drive.printState()
    default: throw Wrong.usage
    }
  }

  enum Wrong: Error { case usage, role, refused([PayoutLine]) }

  let office: OfficeStore
  let payout: Payout
  let maker: Signer
  let checker: Signer
  static let region = "330300"

  init(database: String) throws {
    office = try OfficeStore(
      Database.sqlite(database), seal: Seal(masterKey: [UInt8](repeating: 7, count: 32)),
      keyName: "test.key", rooms: [Payout.room])
    payout = Payout(office)
    func officer(_ user: Int64) throws -> Signer {
      let actor = Actor(
        user: user, name: "财务人员\(user)",
        grants: [Grant(.financeOfficer, region: PayoutDrive.region)])
      guard let signer = Signer(actor, as: .financeOfficer) else { throw Wrong.role }
      return signer
    }
    maker = try officer(1)
    checker = try officer(2)
  }

  private func draft(_ connection: borrowing Connection) throws -> Int64 {
    let payer = BankAccount(
      name: "示例市总工会", number: "330000000000000001", bank: "示例银行示例支行",
      bankCode: "999000000001")
    return try payout.draft(
      region: PayoutDrive.region, payer: payer, day: office.clock.today, key: UUID().uuidString,
      by: maker, connection)
  }

  private func release(_ batch: Int64, _ connection: borrowing Connection) throws {
    try payout.release(batch, key: UUID().uuidString, by: checker, connection)
  }

  private func make(_ count: Int) throws {
    try office.write { connection in
      let batch = try draft(connection)
      let items = (0..<count).map { index in
        PayoutItem(
          subject: "C\(batch)-\(index)", entitlement: "b|p\(batch)-\(index)|c",
          party: "p\(batch)-\(index)",
          payee: BankAccount(
            name: "样例\(index) & <子>", number: "62\(1_000_000_000 + batch * 10_000 + Int64(index))",
            bank: "示例银行城东支行"), amount: 100 * Int64(index + 1) + batch % 100,
          region: "330302", purpose: "技能提升补贴")
      }
      let lines = try payout.add(items, to: batch, key: UUID().uuidString, by: maker, connection)
      guard lines.allSatisfy({ $0.refusal == nil }) else { throw Wrong.refused(lines) }
      try release(batch, connection)
    }
  }

  private func send(to folder: String, _ format: BankFormat?) throws {
    guard let format else { throw Wrong.usage }
    let statuses: [BatchStatus] = [.released, .exported, .partly, .settled, .closed]
    let numbers = try office.read {
      try payout.batches(statuses, region: PayoutDrive.region, limit: 10_000, $0)
    }
    for number in numbers {
      let file = try office.write {
        try payout.export(number, as: format, by: checker, $0)
      }
      try Data(file.bytes).write(
        to: URL(filePath: folder).appending(path: file.name), options: .atomic)
    }
  }

  private func take(from folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let bytes = try Data(contentsOf: URL(filePath: folder).appending(path: name))
      let statement = try BankStatement.read(Array(bytes), name: name)
      _ = try office.write {
        try payout.takeIn(
          statement, name: name, region: PayoutDrive.region, key: UUID().uuidString, by: maker, $0)
      }
    }
  }

  private func retry() throws {
    try office.write { connection in
      let open = try payout.followUps(in: [PayoutDrive.region], limit: 10_000, connection)
      if open.isEmpty { return }
      let batch = try draft(connection)
      let retries = open.map { Payout.Retry($0.instruction.number) }
      // The same click three times over.
      for _ in 0..<3 {
        _ = try payout.retry(
          retries, in: batch, key: UUID().uuidString, by: maker, connection)
      }
      try release(batch, connection)
    }
  }

  private func printState() throws {
    try office.read { connection in
      _ = try AuditTrail.verify(connection)
      var state = State()
      for number in try payout.batches(region: PayoutDrive.region, limit: 10_000, connection) {
        for instruction in try payout.instructions(of: number, limit: 100_000, connection) {
          state.attempts.append(
            State.Attempt(
              subject: instruction.subject, id: instruction.endToEndID,
              amount: instruction.amount, status: instruction.status.rawValue))
        }
      }
      for place in EntryPlace.allCases {
        for entry in try payout.entries(
          place, in: [PayoutDrive.region], limit: 1_000_000, connection)
        {
          state.entries.append(
            State.Entry(place: place.rawValue, cause: entry.cause?.rawValue, id: entry.endToEndID))
        }
      }
      print(String(decoding: try JSONEncoder().encode(state), as: UTF8.self))
    }
  }

  private struct State: Encodable {
    struct Attempt: Encodable { let subject, id: String, amount: Int64, status: String }
    struct Entry: Encodable { let place: String, cause: String?, id: String? }
    var attempts: [Attempt] = []
    var entries: [Entry] = []
  }
}

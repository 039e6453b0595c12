import Core
import Cryptography
import Delivery
import Messages
import Office
import OfficeSupport
import Store
import Synchronization
import TestSupport

/// The room over an office of its own, with the texts of the project.
final class MessageRoom: Sendable {
  let folder: TemporaryFolder
  let time = SetClock(CivilDate(dayNumber: 20_514))  // 2026-03-02
  let office: OfficeStore
  let messages: Messages

  init(clock: OfficeClock? = nil) throws {
    folder = try TemporaryFolder()
    office = try folder.office([Messages.room], clock: clock ?? time.clock)
    messages = Messages(texts: try MessageRoom.texts(), seal: office.seal, clock: office.clock)
  }

  static func texts() throws -> MessageTexts {
    do {
      return try MessageTexts(ProjectFiles.source("Procedures/messages.yaml"))
    } catch let error as DiagnosticsError {
      throw Unreadable(text: error.diagnostics.map { $0.rendered(in: error.source, .en) })
    }
  }

  struct Unreadable: Error { let text: [String] }

  static let link: @Sendable (Int64, Language) -> String = {
    "https://office.test/\($1)/messages/\($0)/"
  }

  func outbox(_ senders: [any Sender], policy: RetryPolicy = .standard, random: UInt64 = 0)
    -> Outbox
  {
    Outbox(messages, office, senders: senders, policy: policy, link: MessageRoom.link) { random }
  }

  /// Tells a party that their case was approved.
  @discardableResult
  func approve(_ party: String = "p1", _ number: String = "WZ-2026-17") throws -> Int64 {
    try office.write { connection in
      try messages.send(
        "case.approved", to: .party(party), values: MessageRoom.approval, about: CaseNumber(number),
        key: "\(number)/approved", connection)
    }
  }

  static let approval = MessageValues(
    benefit: Bilingual(zh: "技能提升补贴", en: "skill-upgrade subsidy"), amount: Money(fen: 150_050))

  func reach(
    _ text: String, _ channel: Channel, _ language: Language = .zh, of party: String = "p1"
  ) throws {
    try office.write { connection in
      try messages.setContact(
        Address(text, for: channel), of: .party(party), language: language, by: .system, connection)
    }
  }
}

/// Keeps what it is given, and fails as it is told.
final class RecordingSender: Sender {
  let channel: Channel
  let patience: Int64 = 60
  private let letters = Mutex<[Letter]>([])
  private let failures: Mutex<[SendingFailure]>
  private let meanwhile: @Sendable () -> Void

  init(
    _ channel: Channel = .mail, failing failures: [SendingFailure] = [],
    meanwhile: @escaping @Sendable () -> Void = {}
  ) {
    self.channel = channel
    self.failures = Mutex(failures)
    self.meanwhile = meanwhile
  }

  var sent: [Letter] { letters.withLock { $0 } }

  func send(_ letter: Letter) throws(SendingFailure) {
    letters.withLock { $0.append(letter) }
    meanwhile()
    let failure = failures.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    if let failure { throw failure }
  }
}

extension Signer {
  static func worker(_ user: Int64 = 1, party: String? = "p1") throws -> Signer {
    try make(.worker, user, party: party)
  }
}

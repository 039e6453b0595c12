import Core
import Foundation
import Messages
import Office
import OfficeSupport
import Store
import Synchronization
import Testing

@Suite struct OutboxTests {
  private func lines(_ room: MessageRoom, _ state: OutboxLine.State) throws -> [OutboxLine] {
    try room.office.read { try room.messages.outbox(state, limit: 100, $0) }
  }

  @Test("letters go by the channels that are wanted, in the reader's language") func channels()
    throws
  {
    let room = try MessageRoom()
    try room.reach("a@mail.test", .mail, .en, of: "p1")
    try room.reach("13800005678", .sms, of: "p1")
    try room.reach("b@mail.test", .mail, of: "p2")
    for party in ["p1", "p2", "p3"] { try room.approve(party, "K-\(party)") }
    let (mail, sms) = (RecordingSender(.mail), RecordingSender(.sms))
    #expect(try room.outbox([mail, sms]).deliverDue(limit: 9) == DeliveryReport(sent: 3))
    #expect(
      mail.sent.map { "\($0.address.text): \($0.subject)" } == [
        "a@mail.test: News on your case K-p1", "b@mail.test: 您的办件 K-p2 有新进展",
      ])
    #expect(
      sms.sent.map(\.text)
        == ["您的办件 K-p1 有新进展，请登录查看：https://office.test/zh/messages/1/"])
    #expect(try room.outbox([mail, sms]).deliverDue(limit: 9) == DeliveryReport())
  }

  @Test(
    "each wait is twice the one before, up to a bound, and none is more than it or less than half")
  func waits() throws {
    let policy = RetryPolicy(mostAttempts: 9, firstWait: 60, longestWait: 600, oldest: 86_400)
    for random in [UInt64(0), 1_000_003, .max] {
      let room = try MessageRoom()
      try room.reach("a@mail.test", .mail)
      try room.approve()
      let sender = RecordingSender(failing: Array(repeating: .putOff(status: 451), count: 9))
      let outbox = room.outbox([sender], policy: policy, random: random)
      var waits: [Int64] = []
      for _ in 1...8 {
        #expect(try outbox.deliverDue(limit: 9) == DeliveryReport(postponed: 1))
        let line = try #require(try lines(room, .waiting).first)
        #expect(line.failure == .putOff(status: 451))
        let wait = (line.due.microseconds - room.office.clock.now().microseconds) / 1_000_000
        waits.append(wait)
        room.time.advance(seconds: wait - 1)
        #expect(try outbox.deliverDue(limit: 9) == DeliveryReport())
        room.time.advance(seconds: 1)
      }
      let full: [Int64] = [60, 120, 240, 480, 600, 600, 600, 600]
      #expect(zip(waits, full).allSatisfy { $0 >= $1 / 2 && $0 <= $1 })
      if random == 0 { #expect(waits == full.map { $0 / 2 }) }
      #expect(try outbox.deliverDue(limit: 9) == DeliveryReport(failed: 1))
      #expect(Set(sender.sent.map(\.id)).count == 1)
    }
  }

  @Test("what was given up is seen, and an administrator may have it tried again") func again()
    throws
  {
    let room = try MessageRoom()
    try room.reach("a@mail.test", .mail)
    try room.approve()
    let sender = RecordingSender(failing: [.refused(status: 550)])
    #expect(try room.outbox([sender]).deliverDue(limit: 9) == DeliveryReport(failed: 1))
    let line = try #require(try lines(room, .failed).first)
    #expect(line.failure == .refused(status: 550))
    #expect(try room.office.read { try room.messages.givenUp($0) } == 1)
    let (administrator, clerk) = (try Signer.make(.administrator), try Signer.make(.clerk))
    #expect(throws: MessageProblem.notAnAdministrator) {
      try room.office.write { try room.messages.tryAgain(line.number, by: clerk, $0) }
    }
    try room.office.write { try room.messages.tryAgain(line.number, by: administrator, $0) }
    #expect(throws: MessageProblem.notGivenUp(line.number)) {
      try room.office.write { try room.messages.tryAgain(line.number, by: administrator, $0) }
    }
    #expect(try room.outbox([sender]).deliverDue(limit: 9) == DeliveryReport(sent: 1))
    #expect(Set(sender.sent.map(\.id)).count == 1)
  }

  @Test("two processes and eight threads send every letter once") func once() throws {
    let room = try MessageRoom()
    try room.reach("a@mail.test", .mail)
    for number in 1...60 { try room.approve("p1", "\(number)") }
    let second = try room.folder.office([Messages.room], clock: room.time.clock)
    let sender = RecordingSender(meanwhile: { Thread.sleep(forTimeInterval: 0.002) })
    let sent = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { index in
      let outbox = Outbox(
        room.messages, index.isMultiple(of: 2) ? room.office : second, senders: [sender],
        link: MessageRoom.link)
      while let report = try? outbox.deliverDue(limit: 7), report.handled > 0 {
        sent.withLock { $0 += report.sent }
      }
    }
    #expect(sent.withLock { $0 } == 60)
    #expect(sender.sent.count == 60)
    #expect(Set(sender.sent.map(\.id)).count == 60)
  }

  @Test("a sender that outlives its lease loses it; the letter is sent again under the same id")
  func lease() throws {
    let room = try MessageRoom()
    try room.reach("a@mail.test", .mail)
    try room.approve()
    let second = RecordingSender()
    let report = Mutex(DeliveryReport())
    let first = RecordingSender(meanwhile: {
      // Within the lease nobody else takes it up; after it anybody may.
      let early = try? room.outbox([second]).deliverDue(limit: 9)
      room.time.advance(seconds: 91)
      let late = try? room.outbox([second]).deliverDue(limit: 9)
      report.withLock {
        $0.sent = (early?.handled ?? 9) * 10 + (late?.sent ?? 9)
      }
    })
    let outcome = try room.outbox([first]).deliverDue(limit: 9)
    #expect(outcome.lost == 1 && outcome.handled == 1)
    #expect(report.withLock { $0.sent } == 1)
    #expect(first.sent.map(\.id) == second.sent.map(\.id))
    #expect(try lines(room, .sent).map(\.attempts) == [2])
  }

  @Test("an attempt that never ends counts, so that one letter cannot hold up a service for ever")
  func interrupted() throws {
    let room = try MessageRoom()
    try room.reach("a@mail.test", .mail)
    try room.approve()
    let policy = RetryPolicy(mostAttempts: 1, firstWait: 1, longestWait: 1, oldest: 86_400)
    let later = Mutex(DeliveryReport())
    let sender = RecordingSender(meanwhile: {
      room.time.advance(seconds: 91)
      let report = try? room.outbox([RecordingSender()], policy: policy).deliverDue(limit: 9)
      later.withLock { $0 = report ?? DeliveryReport() }
    })
    _ = try room.outbox([sender], policy: policy).deliverDue(limit: 9)
    #expect(later.withLock { $0 } == DeliveryReport(failed: 1))
    #expect(try lines(room, .failed).map(\.failure) == [.interrupted])
  }

  @Test(
    "a server that cannot be reached costs one letter an attempt, and no other channel anything")
  func unreachable() throws {
    let room = try MessageRoom()
    try room.reach("a@mail.test", .mail)
    try room.reach("13800005678", .sms)
    for number in 1...4 { try room.approve("p1", "\(number)") }
    let mail = RecordingSender(.mail, failing: [.unreachable])
    let sms = RecordingSender(.sms)
    let outbox = room.outbox([mail, sms])
    #expect(try outbox.deliverDue(limit: 99) == DeliveryReport(sent: 4, postponed: 1))
    #expect(try outbox.deliverDue(limit: 2) == DeliveryReport(sent: 2))
    #expect(try outbox.deliverDue(limit: 99, isStopped: { true }) == DeliveryReport())
    #expect(mail.sent.count == 3 && sms.sent.count == 4)
  }

  @Test("letters that are not wanted any more, or came too late, are not sent") func stale() throws
  {
    let room = try MessageRoom()
    try room.reach("a@mail.test", .mail, of: "p1")
    try room.reach("13800005678", .sms, of: "p1")
    try room.approve()
    try room.office.write {
      try room.messages.removeContact(.mail, of: .party("p1"), by: .system, $0)
    }
    let mail = RecordingSender(.mail)
    #expect(try room.outbox([mail]).deliverDue(limit: 9) == DeliveryReport(cancelled: 1))
    room.time.advance(seconds: RetryPolicy.standard.oldest + 1)
    #expect(try room.outbox([mail]).deliverDue(limit: 9) == DeliveryReport(failed: 1))
    #expect(try lines(room, .failed).map(\.failure) == [.tooOld])
    #expect(mail.sent.isEmpty)
  }

  @Test("an address that cannot be opened is said so") func sealed() throws {
    let room = try MessageRoom()
    try room.reach("a@mail.test", .mail)
    try room.approve()
    try room.office.write { connection in
      try connection.run(
        "UPDATE \"message_contact\" SET \"address\" = \([UInt8](repeating: 1, count: 60))")
    }
    #expect(try room.outbox([RecordingSender()]).deliverDue(limit: 9) == DeliveryReport(failed: 1))
    #expect(try lines(room, .failed).map(\.failure) == [.sealed])
  }

  @Test("the loop sends by itself, and ends when it is told to") func loop() throws {
    let room = try MessageRoom()
    try room.reach("a@mail.test", .mail)
    let sender = RecordingSender()
    let sent = Mutex(0)
    let loop = DeliveryLoop(room.outbox([sender]), every: 5) { outcome in
      sent.withLock { $0 += (try? outcome.get().sent) ?? -1000 }
    }
    loop.start()
    loop.start()
    for number in 1...3 { try room.approve("p1", "\(number)") }
    let end = Date(timeIntervalSinceNow: 10)
    while sent.withLock({ $0 }) < 3, Date() < end { Thread.sleep(forTimeInterval: 0.01) }
    loop.stop()
    #expect(sent.withLock { $0 } == 3)
    try room.approve("p1", "4")
    Thread.sleep(forTimeInterval: 0.05)
    #expect(sender.sent.count == 3)
  }
}

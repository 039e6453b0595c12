import BankFiles
import Core
import Foundation
import Office
import OfficeSupport
import Payout
import Store
import Synchronization
import TestSupport
import Testing

/// Several officers at once, who click twice and try again at the wrong time, over one database.
@Suite struct ThreadTests {
  /// A bank that pays every end-to-end id it gets once, and counts for itself.
  private final class Bank: Sendable {
    struct Books {
      var random: SeededGenerator
      var seen: Set<String> = []
      /// 分 by account number: what left less what came back.
      var net: [String: Int64] = [:]
      var words: [StatementEntry] = []
    }

    let books: Mutex<Books>

    init(seed: UInt64) { books = Mutex(Books(random: SeededGenerator(seed: seed))) }

    /// Takes a file in, and has some word on each payment in it.
    func take(_ file: [UInt8]) {
      let lines = String(decoding: file, as: UTF8.self).split(separator: "\n")
      func texts(_ name: String) -> [String] {
        lines.filter { $0.contains("<\(name)") }.compactMap {
          $0.split(separator: ">").dropFirst().first?.split(separator: "<").first.map(String.init)
        }
      }
      let (ids, amounts) = (texts("EndToEndId"), texts("InstdAmt"))
      // The first account is the payer's.
      let accounts = texts("Id").dropFirst()
      books.withLock { books in
        for ((id, amount), account) in zip(zip(ids, amounts), accounts) {
          decide(id, Money(yuan: Decimal128(amount) ?? Decimal128(0))?.fen ?? 0, account, &books)
        }
      }
    }

    private func decide(_ id: String, _ fen: Int64, _ account: String, _ books: inout Books) {
      guard books.seen.insert(id).inserted else { return }
      func word(_ kind: StatementEntry.Kind, _ reason: String? = nil) {
        books.words.append(
          StatementEntry(
            reference: "\(id)-\(kind.rawValue)", kind: kind, fen: fen, endToEndID: id,
            reason: reason))
      }
      switch Int.random(in: 0..<4, using: &books.random) {
      case 0: word(.rejection, "AC01")
      case 1:
        word(.return, "AC06")
        word(.payment)
      default:
        books.net[account, default: 0] += fen
        word(.payment)
      }
    }

    func statement() -> [StatementEntry] {
      books.withLock { books in
        let count = Int.random(in: 0...min(6, books.words.count), using: &books.random)
        return (0..<count).compactMap { _ in books.words.randomElement(using: &books.random) }
      }
    }
  }

  @Test("eight threads retry at random, and nobody is paid twice") func threads() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    let scene = try PayoutScene()
    let bank = Bank(seed: seed)
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      var random = SeededGenerator(seed: seed &+ UInt64(thread))
      for step in 0..<60 {
        do {
          try act(scene, bank, "\(thread)-\(step)", &random)
        } catch is PayoutProblem {
          // Refused, as it may be.
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
    }
    #expect(failures.withLock { $0 } == [], "seed \(seed)")
    let net = bank.books.withLock { $0.net }
    #expect(!net.isEmpty, "seed \(seed)")
    #expect(net.values.allSatisfy { $0 <= 300_000 }, "seed \(seed): \(net)")
    // Told everything, the office knows what the bank knows.
    try scene.take(bank.books.withLock { $0.words }, key: "all")
    for number in 0..<12 {
      let statuses = try scene.statuses("C\(number)")
      #expect(statuses.count(where: \.isLive) <= 1, "seed \(seed)")
      let paid: Int64 = statuses.contains(.settled) ? 300_000 : 0
      #expect(paid == net["62000000000\(10_000 + number)", default: 0], "seed \(seed)")
    }
    let settled = scene.ear.heard.count { $0.hasPrefix("settled") }
    let events = try scene.office.read {
      _ = try AuditTrail.verify($0)
      return try $0.first("SELECT COUNT(*) FROM \"payout_event\" WHERE \"event\" = 'settled'") {
        Int($0.integer(0))
      }
    }
    #expect(settled == events, "seed \(seed)")
  }

  /// One thing an officer may do, each twice.
  private func act(
    _ scene: PayoutScene, _ bank: Bank, _ name: String, _ random: inout SeededGenerator
  ) throws {
    let subject = Int.random(in: 0..<12, using: &random)
    let choice = Int.random(in: 0..<4, using: &random)
    for _ in 0..<2 {
      switch choice {
      case 0, 1:
        let batch = try scene.draft(name)
        try scene.add([PayoutScene.item(subject), PayoutScene.item(subject)], to: batch, key: name)
        if let last = try scene.attempts("C\(subject)").last {
          _ = try scene.retry(last.number, in: batch, key: "\(name)t")
        }
        try scene.release(batch)
        bank.take(try scene.export(batch).bytes)
      default: try scene.take(bank.statement(), key: name)
      }
    }
  }
}

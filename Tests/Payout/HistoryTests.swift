import Payout
import TestSupport
import Testing

/// The pure machine under a million retries.
@Suite struct HistoryTests {
  /// A case, its payments at a bank, and all the bank ever said of them.
  private struct Matter {
    var history = PaymentHistory(amount: 100)
    /// Attempts whose file the bank has, and whether it has decided on them.
    var received: [Int: Bool] = [:]
    /// Attempts for which money is out.
    var out: Set<Int> = []
    var words: [(InstructionEvent, Int)] = []
    /// 分 that left less 分 that came back, by the bank's own count.
    var net: Int64 = 0
  }

  @Test("a million random retries pay nobody twice") func million() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    var matters = [Matter](repeating: Matter(), count: 20_000)
    var (retries, begun, worst) = (0, 0, Int64(0))
    while retries < 1_000_000 {
      let index = Int.random(in: matters.indices, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0...2:
        // Somebody clicks, or clicks twice, whatever the state.
        for _ in 0..<Int.random(in: 1...9, using: &random) {
          retries += 1
          if matters[index].history.begin() != nil { begun += 1 }
        }
      case 3:
        for attempt in matters[index].history.attempts.indices
        where matters[index].history.apply(.exported, to: attempt) {
          matters[index].received[attempt] = false
        }
      case 4, 5: decide(&matters[index], &random)
      default:
        // Any word the bank ever said: late, early, again.
        if let (event, attempt) = matters[index].words.randomElement(using: &random) {
          _ = matters[index].history.apply(event, to: attempt)
        }
      }
      worst = max(worst, matters[index].net)
    }
    #expect(worst == 100, "seed \(seed)")
    #expect(begun > 20_000, "seed \(seed)")
    for matter in matters {
      #expect(
        matter.net <= 100 && matter.history.paid <= 100
          && matter.history.attempts.count(where: \.isLive) <= 1, "seed \(seed)")
    }
  }

  private func decide(_ matter: inout Matter, _ random: inout SeededGenerator) {
    if let attempt = matter.received.first(where: { !$0.value })?.key {
      matter.received[attempt] = true
      if Int.random(in: 0..<3, using: &random) == 0 {
        matter.words.append((.rejected, attempt))
      } else {
        matter.net += 100
        matter.out.insert(attempt)
        matter.words.append((.settled, attempt))
      }
    } else if let attempt = matter.out.first, Bool.random(using: &random) {
      matter.out.remove(attempt)
      matter.net -= 100
      matter.words.append((.returned, attempt))
    }
  }

  @Test("each status goes on as the page says, and nowhere else") func transitions() {
    let table = InstructionStatus.allCases.flatMap { status in
      InstructionEvent.allCases.compactMap { event in
        status.after(event).map { "\(status.rawValue) \(event.rawValue) \($0.rawValue)" }
      }
    }
    #expect(
      table == [
        "pending exported sent", "pending withdrawn withdrawn", "sent settled settled",
        "sent rejected failed", "settled returned returned", "failed settled-after-all settled",
        "failed replaced replaced", "returned replaced replaced",
      ])
  }

  @Test("a failure is paid after all only while no other attempt is live") func afterAll() {
    var history = PaymentHistory(amount: 1, attempts: [.failed, .pending])
    let tooLate = history.apply(.settledAfterAll, to: 0)
    #expect(!tooLate)
    history = PaymentHistory(amount: 1, attempts: [.failed, .withdrawn])
    let inTime = history.apply(.settledAfterAll, to: 0)
    #expect(inTime)
    let another = history.begin()
    #expect(another == nil)
  }
}

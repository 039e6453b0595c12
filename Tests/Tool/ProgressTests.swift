import Core
import Synchronization
import Testing

@testable import gongjiang

/// What long work says of itself, on a terminal and elsewhere.
@Suite struct ProgressTests {
  private final class Clock: Sendable {
    private let start = ContinuousClock.now
    private let elapsed = Mutex(Duration.zero)

    func advance(_ seconds: Int) { elapsed.withLock { $0 += .seconds(seconds) } }

    func now() -> ContinuousClock.Instant { start + elapsed.withLock { $0 } }
  }

  /// What is said while 1,240,000 workers are counted, 31,000 a second.
  private func told(terminal: Bool, isQuiet: Bool = false, _ language: Language = .zh) -> String {
    let said = Mutex("")
    let console = Console(colours: false, terminal: terminal) { text in
      said.withLock { $0 += text }
    }
    let session = Session(
      tool: .gongjiang, language: language, output: console, errors: console,
      environment: Environment(
        variables: [:], workingDirectory: "/", executable: nil, readInput: { [] }))
    let clock = Clock()
    let progress = Progress(
      Bilingual(zh: "生成", en: "making"), unit: Bilingual(zh: "人", en: "workers"), session,
      isQuiet: isQuiet, now: clock.now)
    for second in 1...12 {
      clock.advance(1)
      progress.update(second * 31_000, of: 1_240_000)
    }
    progress.finish()
    return said.withLock { $0 }
  }

  @Test("elsewhere a line every few seconds") func lines() {
    #expect(
      told(terminal: false) == """
        生成 12%，155,000 人，每秒 31,000，还需 35 秒
        生成 25%，310,000 人，每秒 31,000，还需 30 秒

        """)
    #expect(
      told(terminal: false, .en) == """
        making 12%, 155,000 workers, 31,000/s, 35 s left
        making 25%, 310,000 workers, 31,000/s, 30 s left

        """)
  }

  @Test("on a terminal a bar, which goes away in the end") func bar() {
    let text = told(terminal: true)
    let last = "\r生成 [######··············] 30%，372,000 人，每秒 31,000，还需 28 秒\u{1B}[K\r\u{1B}[K"
    #expect(text.hasSuffix(last))
    #expect(text.split(separator: "\r").count == 13)
  }

  @Test("nothing when it is not wanted", arguments: [false, true]) func quiet(_ terminal: Bool) {
    #expect(told(terminal: terminal, isQuiet: true).isEmpty)
  }

  @Test(
    "time as people say it",
    arguments: [(0, "0 秒", "0 s"), (59, "59 秒", "59 s"), (185, "3 分 05 秒", "3 min 05 s")])
  func durations(_ seconds: Int, _ zh: String, _ en: String) {
    #expect(Duration.seconds(seconds).shown == Bilingual(zh: zh, en: en))
  }
}

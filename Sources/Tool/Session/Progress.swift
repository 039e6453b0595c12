import Core
import Synchronization

/// Tells on standard error how far long work is: a bar that is drawn anew on a terminal, a line now
/// and then elsewhere, nothing with `--quiet`. May be told from any thread.
final class Progress: Sendable {
  private let title: Bilingual
  private let unit: Bilingual
  private let language: Language
  private let console: Console
  private let isQuiet: Bool
  private let now: @Sendable () -> ContinuousClock.Instant
  private let start: ContinuousClock.Instant
  private let state: Mutex<State>

  private struct State {
    var shownAt: ContinuousClock.Instant
    var isOnScreen = false
  }

  /// Between two drawings on a terminal.
  private static let frame = Duration.milliseconds(100)
  /// Between two lines elsewhere; work that is done sooner says nothing.
  private static let pause = Duration.seconds(5)

  /// - Parameters:
  ///   - title: what is being done: `导入 certificate.csv`.
  ///   - unit: what is counted: `条`, `rows`.
  ///   - session: where it is told, and in which language.
  ///   - isQuiet: whether to say nothing.
  ///   - now: the clock.
  init(
    _ title: Bilingual, unit: Bilingual, _ session: Session, isQuiet: Bool,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
  ) {
    self.title = title
    self.unit = unit
    self.isQuiet = isQuiet
    self.now = now
    language = session.language
    console = session.errors
    start = now()
    state = Mutex(State(shownAt: start))
  }

  /// Says that so many of so many are done.
  func update(_ count: Int, of total: Int) {
    update(count, permille: total > 0 ? min(count, total) * 1000 / total : 1000)
  }

  /// Says that so many are done, where only the share of the work is known.
  ///
  /// - Parameters:
  ///   - count: done so far.
  ///   - permille: 0 … 1000, how much of the work that is.
  func update(_ count: Int, permille: Int) {
    guard !isQuiet else { return }
    let time = now()
    state.withLock { state in
      let step = console.isTerminal ? Progress.frame : Progress.pause
      guard time - state.shownAt >= step else { return }
      state.shownAt = time
      show(count, permille, time - start, &state)
    }
  }

  /// Says that all is done, and takes the bar away: what follows is the result.
  func finish() {
    state.withLock { state in
      guard state.isOnScreen else { return }
      state.isOnScreen = false
      console.write("\r\u{1B}[K")
    }
  }

  private func show(_ count: Int, _ permille: Int, _ elapsed: Duration, _ state: inout State) {
    let text = line(count, permille, elapsed)[language]
    if console.isTerminal {
      state.isOnScreen = true
      console.write("\r" + text + "\u{1B}[K")
    } else {
      console.line(text)
    }
  }

  private func line(_ count: Int, _ permille: Int, _ elapsed: Duration) -> Bilingual {
    let bar = console.isTerminal ? " " + Progress.bar(permille) : ""
    let percent = "\(permille / 10)%"
    let seconds = max(elapsed / .seconds(1), 0.001)
    let rate = (Int(Double(count) / seconds)).grouped
    var zh = "\(title.zh)\(bar) \(percent)，\(count.grouped) \(unit.zh)，每秒 \(rate)"
    var en = "\(title.en)\(bar) \(percent), \(count.grouped) \(unit.en), \(rate)/s"
    // Too little is known at the very start.
    if permille >= 5 {
      let left = elapsed / permille * (1000 - permille)
      let text = left.shown
      zh += "，还需 \(text.zh)"
      en += ", \(text.en) left"
    }
    return Bilingual(zh: zh, en: en)
  }

  private static func bar(_ permille: Int) -> String {
    let filled = permille / 50
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: "·", count: 20 - filled) + "]"
  }
}

extension Option {
  static let quiet = Option(
    "quiet", Bilingual(zh: "不显示进度", en: "show no progress"))
}

extension Int {
  /// With a comma after every three digits: `1,240,000`.
  var grouped: String {
    var digits = String(magnitude)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits.removeLast(3)
    }
    groups.insert(digits[...], at: 0)
    return (self < 0 ? "-" : "") + groups.joined(separator: ",")
  }
}

extension Duration {
  /// In whole seconds, or minutes and seconds: `12 秒`, `3 分 05 秒`.
  var shown: Bilingual {
    let whole = Int(components.seconds)
    guard whole >= 60 else { return Bilingual(zh: "\(whole) 秒", en: "\(whole) s") }
    let rest = whole % 60 < 10 ? "0\(whole % 60)" : "\(whole % 60)"
    return Bilingual(zh: "\(whole / 60) 分 \(rest) 秒", en: "\(whole / 60) min \(rest) s")
  }
}

import Ledger
import Synchronization

/// What the threads of a soak did.
final class SoakRecord: Sendable {
  struct Try: Sendable {
    let key: String
    let act: LedgerAct
    let user: Int64
  }

  struct Refusal: Sendable {
    /// The last entry there was then.
    let after: Int64
    let act: LedgerAct
    let user: Int64
  }

  struct Log: Sendable {
    /// By the number of the entry.
    var done: [Int64: Try] = [:]
    var answers: [String: LedgerEntry] = [:]
    var refused: [Refusal] = []
    /// How often a key gave what it gave before, and how often it was refused for another act.
    var again = 0
    var reused = 0
    var tries: [Try] = []
    var proposals: [Int64] = []
    var demands: [Int64] = []
    /// What should not have happened.
    var failures: [String] = []
  }

  let log = Mutex(Log())

  /// Before the first try, so that others may try the same at the same time.
  func begin(_ one: Try) { log.withLock { $0.tries.append(one) } }

  func answer(_ entry: LedgerEntry, _ one: Try) {
    log.withLock { log in
      if let before = log.answers[one.key] {
        log.again += 1
        if before != entry { log.failures.append("two answers for \(one.key)") }
        return
      }
      log.answers[one.key] = entry
      if log.done.updateValue(one, forKey: entry.number) != nil {
        log.failures.append("two acts made entry \(entry.number)")
      }
      switch entry.kind {
      case .propose: log.proposals.append(entry.number)
      case .demand: log.demands.append(entry.number)
      default: break
      }
    }
  }

  func refuse(_ problem: LedgerProblem, after: Int64, _ one: Try) {
    log.withLock { log in
      switch problem {
      case .keyReused: log.reused += 1
      case .unbalanced, .broken, .roleMayNot, .severalUnits, .instalmentsDiffer, .tooLarge:
        log.failures.append("\(problem) for \(one.act)")
      default: log.refused.append(Refusal(after: after, act: one.act, user: one.user))
      }
    }
  }

  func fail(_ error: any Error, _ one: Try) {
    log.withLock { $0.failures.append("\(error) for \(one.act)") }
  }
}

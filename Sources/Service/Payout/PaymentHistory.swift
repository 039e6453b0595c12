/// All attempts to pay for one case, and what came of them: a pure machine, which the tables keep.
///
/// Whatever events come in whatever order: at most one attempt is live, and what was settled less
/// what came back is never more than the amount.
package struct PaymentHistory: Sendable, Equatable {
  /// 分 due for the case.
  package let amount: Int64
  /// The first attempt first.
  package private(set) var attempts: [InstructionStatus]

  /// - Parameters:
  ///   - amount: 分.
  ///   - attempts: as the tables have them, the first attempt first.
  package init(amount: Int64, attempts: [InstructionStatus] = []) {
    self.amount = amount
    self.attempts = attempts
  }

  /// Whether another attempt may begin: none is under way, and none has succeeded.
  package var mayBegin: Bool { !attempts.contains(where: \.isLive) }

  /// Begins an attempt.
  ///
  /// - Returns: its position; `nil`, and nothing is changed, where one is live.
  package mutating func begin() -> Int? {
    guard mayBegin else { return nil }
    attempts.append(.pending)
    return attempts.count - 1
  }

  /// Takes in what happened to an attempt. Once one is sent, those before it are replaced.
  ///
  /// - Parameters:
  ///   - event: what happened.
  ///   - attempt: its position.
  /// - Returns: whether it fits what is known; if not, nothing is changed.
  package mutating func apply(_ event: InstructionEvent, to attempt: Int) -> Bool {
    guard attempts.indices.contains(attempt), let next = attempts[attempt].after(event),
      event != .replaced, event != .settledAfterAll || mayBegin
    else { return false }
    attempts[attempt] = next
    if event == .exported {
      for index in attempts.indices where attempts[index].isOpenFailure {
        attempts[index] = .replaced
      }
    }
    return true
  }

  /// 分 that have left and not come back.
  package var paid: Int64 { attempts.contains(.settled) ? amount : 0 }
}

package import Core

/// How far one attempt to pay has come.
package enum InstructionStatus: String, Sendable, CaseIterable, Hashable {
  /// In a batch that has not gone to the bank.
  case pending
  /// In a file that was made: from here on only the bank knows.
  case sent
  /// The money has left.
  case settled
  /// The bank has refused it; no money moved.
  case failed
  /// The money left, and came back.
  case returned
  /// A later attempt stands in its place.
  case replaced
  /// Taken out of a draft before anything was sent.
  case withdrawn

  package var label: Bilingual {
    switch self {
    case .pending: Bilingual(zh: "待发送", en: "pending")
    case .sent: Bilingual(zh: "已发送", en: "sent")
    case .settled: Bilingual(zh: "已到账", en: "settled")
    case .failed: Bilingual(zh: "失败", en: "failed")
    case .returned: Bilingual(zh: "已退汇", en: "returned")
    case .replaced: Bilingual(zh: "已重付", en: "replaced")
    case .withdrawn: Bilingual(zh: "已撤出", en: "withdrawn")
    }
  }

  /// Whether money may still go out by it, or has: while one attempt is live no other begins.
  package var isLive: Bool {
    switch self {
    case .pending, .sent, .settled: true
    case .failed, .returned, .replaced, .withdrawn: false
    }
  }

  /// Whether nothing more is to be waited for, and the payee has no money.
  package var isOpenFailure: Bool { self == .failed || self == .returned }
}

/// What can happen to an attempt.
package enum InstructionEvent: String, Sendable, CaseIterable, Hashable {
  case exported
  case settled
  /// The bank had refused it, and two officers found that the money left nevertheless.
  case settledAfterAll = "settled-after-all"
  case rejected
  case returned
  case replaced
  case withdrawn
}

extension InstructionStatus {
  /// The state machine of an attempt.
  ///
  /// - Parameter event: what happened.
  /// - Returns: the status behind it; `nil` where the event contradicts what is known, and a person
  ///   must look.
  package func after(_ event: InstructionEvent) -> InstructionStatus? {
    switch (self, event) {
    case (.pending, .exported): .sent
    case (.pending, .withdrawn): .withdrawn
    case (.sent, .settled): .settled
    case (.failed, .settledAfterAll): .settled
    case (.sent, .rejected): .failed
    case (.settled, .returned): .returned
    case (.failed, .replaced), (.returned, .replaced): .replaced
    default: nil
    }
  }
}

package import Core

/// How far a batch has come.
package enum BatchStatus: String, Sendable, CaseIterable, Hashable {
  case draft
  /// Signed by a second officer; it can no longer be changed.
  case released
  /// Its file was made.
  case exported
  /// The bank has answered for some of it, or has refused some.
  case partly
  /// All of it is with the payees.
  case settled
  case closed
  case cancelled

  package var label: Bilingual {
    switch self {
    case .draft: Bilingual(zh: "草稿", en: "draft")
    case .released: Bilingual(zh: "已放行", en: "released")
    case .exported: Bilingual(zh: "已出文件", en: "exported")
    case .partly: Bilingual(zh: "部分到账", en: "partly settled")
    case .settled: Bilingual(zh: "全部到账", en: "settled")
    case .closed: Bilingual(zh: "已办结", en: "closed")
    case .cancelled: Bilingual(zh: "已取消", en: "cancelled")
    }
  }

  /// What the instructions of an exported batch make of it.
  ///
  /// - Parameter counts: how many instructions have each status.
  /// - Returns: exported, partly or settled.
  static func from(_ counts: [InstructionStatus: Int64]) -> BatchStatus {
    let all = counts.filter { $0.key != .withdrawn }
    if all.allSatisfy({ $0.key == .settled || $0.value == 0 }) { return .settled }
    return all.allSatisfy({ $0.key == .sent || $0.value == 0 }) ? .exported : .partly
  }
}

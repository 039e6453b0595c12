package import Core

/// What is counted: money in 分, or another thing that is handed out in whole pieces.
package struct LedgerUnit: Sendable, Hashable {
  /// `CNY`, or the id of the thing, `voucher:2026-welder`.
  package let id: String

  package init(_ id: String) { self.id = id }

  /// Renminbi; its amounts are 分.
  package static let money = LedgerUnit("CNY")

  /// An amount of it as people read it: money in yuan.
  package func text(_ amount: Int64) -> Bilingual {
    if self == .money {
      Bilingual(zh: "\(Money(fen: amount)) 元", en: "\(Money(fen: amount)) yuan")
    } else {
      Bilingual(zh: "\(amount) 份 \(id)", en: "\(amount) of \(id)")
    }
  }
}

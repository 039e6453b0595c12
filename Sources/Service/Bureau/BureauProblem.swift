package import Core
import Office

/// Why rooms that depend on one another refuse.
package enum BureauProblem: WordedProblem, Sendable, Equatable {
  /// The money of the case may be on its way.
  case beingPaid(String)
  /// Nothing was claimed back under this case.
  case nothingClaimed(String)

  /// Stable.
  package var code: String {
    switch self {
    case .beingPaid: "BUR020"
    case .nothingClaimed: "BUR021"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .beingPaid(let number):
      Bilingual(zh: "办件 \(number) 的款项正在支付", en: "a payment of case \(number) is under way")
    case .nothingClaimed(let number):
      Bilingual(
        zh: "办件 \(number) 没有应追回的款项", en: "nothing is claimed back under case \(number)")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .beingPaid:
      Bilingual(
        zh: "请先从批次里移出，或等银行回音。",
        en: "Take it out of its batch first, or wait for the bank's answer.")
    case .nothingClaimed:
      Bilingual(zh: "请先作出追回决定。", en: "Decide on the claim first.")
    }
  }
}

package import Core
import Determination

/// Something that two determinations answer differently.
package struct AnswerDifference: Sendable, Equatable {
  package enum What: String, Sendable, CaseIterable {
    case outcome, amount, months, gross, granted, given, score, needs

    package var label: Bilingual {
      switch self {
      case .outcome: Bilingual(zh: "结论", en: "outcome")
      case .amount: Bilingual(zh: "金额", en: "amount")
      case .months: Bilingual(zh: "月份", en: "months")
      case .gross: Bilingual(zh: "限额与叠加前", en: "before caps and stacking")
      case .granted: Bilingual(zh: "已发放", en: "granted already")
      case .given: Bilingual(zh: "给予", en: "given")
      case .score: Bilingual(zh: "得分", en: "points")
      case .needs: Bilingual(zh: "还缺", en: "still needed")
      }
    }
  }

  package let what: What
  package let left: Bilingual
  package let right: Bilingual

  static func all(_ left: Determination, _ right: Determination) -> [AnswerDifference] {
    What.allCases.compactMap { what in
      let (one, other) = (what.text(left), what.text(right))
      return one == other ? nil : AnswerDifference(what: what, left: one, right: other)
    }
  }
}

extension AnswerDifference.What {
  /// What a determination says of it, exactly: two texts are the same when the answers are.
  fileprivate func text(_ one: Determination) -> Bilingual {
    switch self {
    case .outcome: return one.outcome.label
    case .amount: return money(one.amount)
    case .gross: return money(one.gross)
    case .granted:
      // Known to be nothing is not unknown.
      return one.granted.map { money($0) } ?? Bilingual(zh: "未知", en: "unknown")
    case .months:
      return list(one.monthly?.spans ?? []) { span in
        Bilingual(
          zh: "\(span.from.monthText) 至 \(span.to.monthText) 每月 \(span.rate) 元",
          en: "\(span.from.monthText) to \(span.to.monthText): \(span.rate) yuan a month")
      }
    case .given: return list(one.inKind, \.value)
    case .score:
      guard let score = one.score else { return .none }
      let items = score.items.map { "\($0.id) \($0.points?.description ?? "?")" }
      let total = score.total?.description ?? "?"
      return Bilingual(items.isEmpty ? total : "\(total) (\(items.joined(separator: ", ")))")
    case .needs: return list(one.needs, \.label)
    }
  }

  private func money(_ money: Money?) -> Bilingual {
    money.map { Bilingual(zh: "\($0) 元", en: "\($0) yuan") } ?? .none
  }

  private func list<Item>(_ items: [Item], _ text: (Item) -> Bilingual) -> Bilingual {
    let texts = items.map(text)
    if texts.isEmpty { return .none }
    return Bilingual(
      zh: texts.map(\.zh).joined(separator: "；"), en: texts.map(\.en).joined(separator: "; "))
  }
}

extension Bilingual {
  fileprivate static let none = Bilingual("–")
}

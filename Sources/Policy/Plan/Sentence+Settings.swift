import Core
import FEEL
import Vocabulary

/// Kinds of stacking whose settings may depend on assumptions, read aloud.
extension Plan {
  func sentence(
    for highest: Highest, _ rule: StackingRule, _ zh: String, _ en: String
  ) -> Bilingual {
    let window = words(for: .yearMonthDuration(highest.otherSeries), .yearMonthDuration)
    let all = Set(rule.over.indices)
    let same = words(highest.sameSeries) { series -> Bilingual in
      if series == all {
        return Bilingual(
          zh: "同一系列只按最高的发", en: "of one series only the highest is paid")
      }
      let names = rule.over.indices.filter { !series.contains($0) }.map { label(of: rule.over[$0]) }
      return Bilingual(
        zh: names.map { "“\($0.zh)”" }.joined(separator: "、") + "每次都发",
        en: names.map { "“\($0.en)”" }.joined(separator: ", ") + " is paid each time")
    }
    let years = words(highest.years) { years in
      switch years {
      case .days: Bilingual("")
      case .calendar: Bilingual(zh: "按年份数", en: "by the numbers of the years")
      }
    }
    let pay = words(highest.pay) { pay in
      switch pay {
      case .excess: Bilingual(zh: "后得的只补差额", en: "a later award is paid the difference")
      case .full: Bilingual(zh: "后得更高的按全额", en: "a later, higher award is paid in full")
      }
    }
    let later =
      highest.afterwards == nil
      ? Bilingual("")
      : Bilingual(
        zh: "超过这段时间的，新奖项级别不低于以前的才再发，级别相同时须不是同一成果。",
        en: " After that a new award is paid again when its level is not lower, and at the same "
          + "level only for another achievement.")
    return Bilingual(
      zh:
        "\(zh)：\(same.zh)，不同系列在 \(window.zh)\(years.zh.isEmpty ? "" : "（\(years.zh)）") 内也只按最高的发，\(pay.zh)。"
        + later.zh,
      en:
        "\(en): \(same.en), and of different series too within \(window.en)\(years.en.isEmpty ? "" : ", ")\(years.en); "
        + "\(pay.en).\(later.en)")
  }

  func sentence(for quota: Quota, _ zh: String, _ en: String) -> Bilingual {
    let population = vocabulary.types[quota.population].name
    let share = label(of: quota.share)
    let rounding = words(quota.rounding) { rounding in
      switch rounding {
      case .down: Bilingual(zh: "舍去小数", en: "rounded down")
      case .nearest: Bilingual(zh: "四舍五入", en: "rounded to the nearest")
      }
    }
    let ties = words(quota.ties) { ties in
      switch ties {
      case .out:
        Bilingual(
          zh: "并列跨越名额线的都不计入", en: "a tie across the line leaves all of the tied out")
      case .in:
        Bilingual(
          zh: "并列跨越名额线的都计入", en: "a tie across the line takes all of the tied")
      }
    }
    return Bilingual(
      zh: "\(zh)：按得分从高到低，名额为全部\(population.zh)数乘以“\(share.zh)”后\(rounding.zh)；"
        + "\(ties.zh)。",
      en: "\(en): the best scores, as many as the number of all \(population.en) records times "
        + "“\(share.en)”, \(rounding.en); \(ties.en).")
  }

  /// A setting in words, with what holds otherwise where it depends on an assumption.
  private func words<Value>(
    _ setting: Setting<Value>, _ word: (Value) -> Bilingual
  ) -> Bilingual {
    switch setting {
    case .fixed(let value): return word(value)
    case .depends(let index, let then, let otherwise):
      let (first, second, label) = (word(then), word(otherwise), assumptions[index].label)
      return Bilingual(
        zh: first.zh + "（假设“\(label.zh)”不成立时\(second.zh.isEmpty ? "不然" : second.zh)）",
        en: first.en + (first.en.isEmpty ? "" : " ")
          + "(where the assumption “\(label.en)” is false, "
          + "\(second.en.isEmpty ? "not so" : second.en))")
    }
  }

  private func label(of benefit: String) -> Bilingual {
    benefits.first { $0.id == benefit }?.label ?? Bilingual(benefit)
  }
}

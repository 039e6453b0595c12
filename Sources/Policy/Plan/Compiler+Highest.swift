import Core
import FEEL
import PolicyDocument
import Vocabulary

/// The kind `highest`.
extension Compiler {
  mutating func highest(
    _ block: StackingBlock, _ reader: inout SettingsReader, _ benefits: [BenefitPlan]
  ) -> StackingRule.Kind? {
    guard reader.require("other-series"), let window = reader.cell("other-series") else {
      return nil
    }
    guard let duration = YearMonthDuration(window.text), duration.months > 0 else {
      refuse(
        "PLN055", window.range,
        Bilingual(
          zh: "“\(window.text)”不是年月时长", en: "“\(window.text)” is no duration of years and months"),
        Bilingual(zh: "两年写作 P2Y。", en: "Two years are written P2Y."))
      return nil
    }
    let sameSeries = sameSeries(&reader, benefits)
    let years = setting("years", &reader, standard: Highest.Years.days)
    let pay = setting("pay", &reader, standard: Highest.Pay.excess)
    guard var inner = reader.mapping("afterwards") else {
      return .highest(
        Highest(
          otherSeries: duration, sameSeries: sameSeries, years: years, pay: pay, afterwards: nil))
    }
    inner.expect("level", ["not-lower"])
    inner.expect("same-achievement", ["must-be-higher"])
    inner.refuseUnused()
    lowering.diagnostics += inner.diagnostics
    let levels = benefits.compactMap { vocabulary.types[$0.subject].fieldIndex("level") }
    let achievements = benefits.compactMap {
      vocabulary.types[$0.subject].fieldIndex("achievement")
    }
    guard levels.count == benefits.count, achievements.count == benefits.count,
      case .enumeration(let order) = vocabulary.types[benefits[0].subject].fields[levels[0]].type
    else {
      refuse(
        "PLN056", block.range,
        Bilingual(
          zh: "afterwards 要求每种记录都有级别（level）和成果（achievement）字段",
          en: "afterwards needs a level and an achievement field in every subject"),
        Bilingual(
          zh: "请删去 afterwards，或换成有这些字段的待遇。",
          en: "Remove afterwards, or use benefits that have them."))
      return nil
    }
    return .highest(
      Highest(
        otherSeries: duration, sameSeries: sameSeries, years: years, pay: pay,
        afterwards: Highest.Afterwards(
          order: order.map(\.id), level: levels, achievement: achievements)))
  }

  /// `same-series: always`, or the benefits of whose series earlier awards count.
  private mutating func sameSeries(
    _ reader: inout SettingsReader, _ benefits: [BenefitPlan]
  ) -> Setting<Set<Int>> {
    let all = Set(benefits.indices)
    let short = benefits.map { String($0.id.dropFirst(plan.id.count + 1)) }
    return setting("same-series", &reader, standard: all) { reader, key in
      let given = reader.names(key, among: ["always"] + short)
      if given == ["always"] { return all }
      return given.map { Set($0.compactMap { short.firstIndex(of: $0) }) }
    }
  }
}

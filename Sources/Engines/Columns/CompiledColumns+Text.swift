package import Core
package import PolicyPlan
import Vocabulary

extension CompiledColumns {
  /// What would run on columns, told without any facts.
  ///
  /// - Parameters:
  ///   - plans: of sound documents of one vocabulary.
  ///   - on: the day of the determinations.
  package init?(_ plans: [Plan], on: CivilDate) {
    guard let vocabulary = plans.first?.vocabulary else { return nil }
    self.init(plans, for: ColumnBuilder(for: plans, vocabulary).finish().on(on))
  }

  /// Which engine determines each benefit of a plan: those on columns with the integers that hold what
  /// they pay, the others with the reason.
  ///
  ///     columns x/skill-upgrade pays 0.00 … 3000.00 as 64-bit integers of 10^-1 yuan
  ///     explain x/rent COL009 “安家.说明” lies in no column
  ///
  /// - Parameter plan: its position.
  /// - Returns: one line a benefit.
  package func text(ofPlan plan: Int) -> String {
    let lines = plans[plan].benefits.indices.map { benefit -> String in
      let id = plans[plan].benefits[benefit].id
      if let reason = left.first(where: { $0.plan == plan && $0.benefit == benefit })?.reason {
        return "  explain \(id) \(reason.code) \(reason.message.en)"
      }
      let steps = programs.lazy.flatMap(\.benefits)
        .first { $0.plan == plan && $0.benefit == benefit }
      return "  columns \(id)" + (steps?.range.map(CompiledColumns.text) ?? "")
    }
    return (["engines"] + lines).joined(separator: "\n") + "\n"
  }

  private static func text(_ range: ColumnForm.Scaled) -> String {
    let low = Decimal128(units: range.low, scale: range.scale)
    let high = Decimal128(units: range.high, scale: range.scale)
    let unit = range.scale == 0 ? "yuan" : "10^-\(range.scale) yuan"
    return " pays \(low) … \(high) as 64-bit integers of \(unit)"
  }
}

import Core
import FEEL
import LocalValues
import PolicyPlan
import TestSupport

/// The published documents, with values that regions have set in the place of their figures: in the
/// whole region or in a district, for some days or for all.
enum LocallySet {
  /// - Parameters:
  ///   - plans: the documents.
  ///   - seed: of the random numbers.
  ///   - share: how many of a hundred figures are set anywhere.
  /// - Returns: the same documents; values that do not fit are left out.
  static func plans(_ plans: [Plan], seed: UInt64, share: Int) -> [Plan] {
    var random = SeededGenerator(seed: seed)
    return plans.map { plan in
      var values: [LocalValue] = []
      for figure in figures(of: plan)
      where Int.random(in: 0..<100, using: &random) < share {
        for region in regions(of: plan) where Int.random(in: 0..<3, using: &random) > 0 {
          values += spans(figure, region, plan, &random)
        }
      }
      return plan.setting(values).plan
    }
  }

  private static func figures(of plan: Plan) -> [Figure] {
    plan.parameters.indices.map(Figure.parameter) + plan.assumptions.indices.map(Figure.assumption)
  }

  /// The whole region, and where it has districts the one that most random parties are in.
  private static func regions(of plan: Plan) -> [String] {
    plan.region.hasSuffix("00") ? [plan.region, "330302"] : [plan.region]
  }

  /// For all days; from a day on; or for some years, and otherwise afterwards.
  private static func spans(
    _ figure: Figure, _ region: String, _ plan: Plan, _ random: inout SeededGenerator
  ) -> [LocalValue] {
    let days: [(String?, String?)] =
      [
        [(nil, nil)], [("2020-04-01", nil)], [(nil, "2019-12-31"), ("2020-06-01", nil)],
        [("2018-01-01", "2020-05-31"), ("2020-06-01", "2026-01-31")],
      ].randomElement(using: &random) ?? []
    return days.map { from, to in
      LocalValue(
        document: plan.id, name: name(figure, plan), region: region,
        from: from.flatMap { CivilDate($0) }, to: to.flatMap { CivilDate($0) },
        text: text(figure, plan, &random), reason: Bilingual("r"), by: "b", cites: nil,
        origin: .registry(number: 1, since: CivilDate(dayNumber: 0)))
    }
  }

  private static func name(_ figure: Figure, _ plan: Plan) -> String {
    switch figure {
    case .parameter(let index): plan.parameters[index].name
    case .assumption(let index): plan.assumptions[index].name
    }
  }

  /// Another value than the document's own, now and then the same.
  private static func text(
    _ figure: Figure, _ plan: Plan, _ random: inout SeededGenerator
  ) -> String {
    let own = plan.ownValues(of: figure).last ?? .null
    if case .assumption(let index) = figure,
      let option = plan.assumptions[index].options.randomElement(using: &random)
    {
      return written(option)
    }
    let others: [Value] =
      switch own {
      case .number(let number):
        [
          own, .number(number.multiplied(by: Decimal128(2)) ?? number),
          .number(number.multiplied(by: Decimal128(units: 5, scale: 1)) ?? number),
        ]
      case .date(let date): [own, .date(CivilDate(dayNumber: date.dayNumber + 200))]
      case .boolean: [.boolean(true), .boolean(false)]
      default: [own]
      }
    return written(others.randomElement(using: &random) ?? own)
  }

  private static func written(_ value: Value) -> String {
    switch value {
    case .number(let number): number.description
    case .date(let date): date.description
    case .boolean(let truth): truth ? "true" : "false"
    case .string(let text): text
    default: ""
    }
  }
}

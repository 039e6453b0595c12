import Core
import FEEL
import PolicyPlan

/// Score sheets: each item a number within its limits.
extension BenefitCompiler {
  mutating func score(
    _ sheet: ScoreSheet, _ context: LoopContext, _ frame: Int
  ) throws(OffColumns) -> BenefitSteps.Score {
    var items: [BenefitSteps.Score.Item] = []
    for item in sheet.items { items.append(try points(item, context, frame)) }
    return BenefitSteps.Score(frame: frame, items: items)
  }

  /// The points of an item; open where it gives none.
  private mutating func points(
    _ item: ScoreSheet.Item, _ context: LoopContext, _ frame: Int
  ) throws(OffColumns) -> BenefitSteps.Score.Item {
    let node = item.rule.node
    var found: (register: Register, scaled: ColumnForm.Scaled)
    switch try rules.cell(node, context) {
    case .known(.number(let number)):
      let scaled = try rules.scaled(number, node)
      found = (rules.constant(scaled.low, .wide, frame), scaled)
    case .known, .unknown:
      found = (rules.constant(.unknown, .wide, frame), .init(scale: 0, low: 0, high: 0))
    case .number(let register, let scaled, _):
      guard let spread = rules.builder.spread(register, to: frame) else { throw rules.off(node) }
      found = (rules.rescaled(spread, scaled, to: scaled.scale, .wide), scaled)
    default: throw rules.off(node)
    }
    guard let maximum = item.maximum else {
      return .init(points: found.register, scale: found.scaled.scale, isDeduction: true)
    }
    let most = try rules.scaled(maximum, node)
    let scale = max(most.scale, found.scaled.scale)
    guard try found.scaled.rescaled(to: scale) != nil, let limit = maximum.units(scale: scale)
    else {
      throw .range(plan.line(of: node))
    }
    let points = rules.rescaled(found.register, found.scaled, to: scale, .wide)
    let positive = rules.builder.emit(
      .greatest(points, rules.constant(0, .wide, frame)), in: frame, .wide)
    let limited = rules.builder.emit(
      .least(positive, rules.constant(limit, .wide, frame)), in: frame, .wide)
    return .init(points: limited, scale: scale, isDeduction: false)
  }
}

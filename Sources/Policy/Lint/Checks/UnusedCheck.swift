import Core
import FEEL
import PolicyDocument
import PolicyPlan

/// Names that nothing uses: what they say has no effect.
struct UnusedCheck {
  private let plan: Plan
  private var parameters: Set<Int> = []
  private var assumptions: Set<Int> = []
  private var tables: Set<Int> = []
  /// The nodes of definitions that some formula names.
  private var definitions: Set<NodeID> = []

  init(_ plan: Plan) {
    self.plan = plan
    for node in plan.nodes {
      switch node.operation {
      case .parameter(let index, _): parameters.insert(index)
      case .assumption(let index): assumptions.insert(index)
      case .table(let index), .tableOf(let index, _): tables.insert(index)
      case .definition(_, let inner): definitions.insert(inner)
      default: break
      }
    }
    for benefit in plan.benefits {
      assumptions.formUnion(benefit.assumes)
      definitions.formUnion(benefit.stacked.map(\.node))
      if let ranking = benefit.ranking { assumptions.formUnion([ranking.pass, ranking.cut]) }
    }
    for rule in plan.stacking {
      assumptions.formUnion(rule.assumes)
      if let when = rule.when { assumptions.insert(when) }
      if let figure = rule.figure { note(figure) }
    }
  }

  private mutating func note(_ figure: Figure) {
    switch figure {
    case .parameter(let index): parameters.insert(index)
    case .assumption(let index): assumptions.insert(index)
    }
  }

  var findings: [Finding] {
    let figures =
      plan.parameters.enumerated().filter { !parameters.contains($0.offset) }.compactMap {
        finding(Bilingual(zh: "参数", en: "parameter"), $1.name, $1.values.first?.place.range)
      }
      + plan.assumptions.enumerated().filter {
        !assumptions.contains($0.offset) && standsWithRules($0.element.place)
      }.map {
        finding(Bilingual(zh: "假设", en: "assumption"), $1.name, $1.place.range)
      }
    let rules = plan.benefits.flatMap(\.definitions).filter { !definitions.contains($0.node) }.map {
      finding(Bilingual(zh: "定义", en: "definition"), $0.id, $0.place.range)
    }
    let unused = plan.tables.enumerated().filter { !tables.contains($0.offset) }.map {
      finding(Bilingual(zh: "决策表", en: "decision table"), $1.name, $1.place.range)
    }
    return figures + rules + unused
  }

  /// Whether the article has rules at all: elsewhere an assumption says how to read a figure or the
  /// document as a whole, which no formula names.
  private func standsWithRules(_ place: Place) -> Bool {
    plan.benefits.contains { $0.place.article == place.article }
  }

  private func finding(_ kind: Bilingual, _ name: String, _ range: SourceRange?) -> Finding {
    Finding(
      .unusedName, .warning, at: range,
      Bilingual(
        zh: "\(kind.zh)“\(name)”没有哪条规则用到", en: "no rule uses the \(kind.en) “\(name)”"),
      Bilingual(
        zh: "删去它；是写错了名称的，改正用到它的公式。",
        en: "Remove it, or correct the formula that should have named it."))
  }
}

extension StackingRule {
  /// The figure of the document that the rule names.
  fileprivate var figure: Figure? {
    switch kind {
    case .cap(let cap): cap.limit.figure
    case .quota(let quota): quota.share
    default: nil
    }
  }
}

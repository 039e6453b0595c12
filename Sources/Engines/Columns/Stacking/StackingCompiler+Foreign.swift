import PolicyPlan

/// Benefits by position: those of the document as it was issued, and behind them those of other
/// documents that rules count.
extension StackingCompiler {
  /// Position of a benefit: in the document as it was issued, or behind those of other documents.
  func position(_ name: String) -> Int? {
    issued.benefits.firstIndex { $0.id == name }
      ?? foreign.firstIndex { $0.id == name }.map { issued.benefits.count + $0 }
  }

  /// The type of a benefit's subjects, by its position.
  func subject(_ position: Int) -> Int {
    position < issued.benefits.count
      ? issued.benefits[position].subject : foreign[position - issued.benefits.count].subject
  }

  /// Whether rules about benefits of a component count those of other documents.
  func countsForeign(_ benefits: [Int]) -> Bool {
    rules.contains { scoped in
      scoped.rule.over.contains(where: issued.isForeign)
        && !Set(members(of: scoped.rule)).isDisjoint(with: benefits)
    }
  }

  /// The benefits of other documents that rules count, where those documents are there. They count as
  /// their own documents settle them, without what these count in turn.
  func counted(
    by rules: [StackingSteps.Rule]
  ) throws(OffColumns) -> [StackingSteps.Foreign] {
    var found: [StackingSteps.Foreign] = []
    for position in Set(rules.flatMap(\.over)).sorted() where position >= issued.benefits.count {
      let id = foreign[position - issued.benefits.count].id
      guard
        let (place, plan) = plans.enumerated().first(where: { plan in
          plan.element.benefits.contains { $0.id == id }
        }), let benefit = plan.benefits.firstIndex(where: { $0.id == id })
      else { continue }
      let own = StackingCompiler(plan, among: plans, store)
      if own.components().contains(where: { $0.contains(benefit) && own.countsForeign($0) }) {
        throw .otherDocument(id)
      }
      found.append(.init(position: position, plan: place, benefit: benefit))
    }
    return found
  }
}

import Core
import FEEL
import PolicyPlan

/// Loops whose condition no record can meet, and those whose condition the list has asked already,
/// wherever a rule or a table has them: a list that is always empty need not make the condition around
/// it impossible.
struct LoopCheck {
  private let plan: Plan
  private let ranges: Ranges
  /// The same for whatever regions may set: what always holds has to hold everywhere.
  private let everywhere: Ranges

  init(_ plan: Plan, _ ranges: Ranges) {
    self.plan = plan
    self.ranges = ranges
    everywhere = Ranges(plan: plan, assumptionsVary: true)
  }

  /// At most one of each rule.
  func findings(in benefit: BenefitPlan) -> [Finding] {
    (benefit.definitions + benefit.conditions + benefit.exclusions + benefit.amounts + benefit.caps)
      .compactMap { finding([$0.node], $0.name, $0.place) }
  }

  /// At most one of each row, and one of the header, of every table.
  var ofTables: [Finding] {
    plan.tables.flatMap { table -> [Finding] in
      let name = Bilingual(zh: "决策表“\(table.label.zh)”", en: "the table “\(table.label.en)”")
      let rows = table.rows.compactMap { row in
        finding(
          row.tests.flatMap(\.operands) + [row.value],
          Bilingual(zh: "表行“\(row.label.zh)”", en: "the row “\(row.label.en)”"), row.place)
      }
      return [finding(table.inputs, name, table.place)].compactMap { $0 } + rows
    }
  }

  private func finding(_ nodes: [NodeID], _ name: Bilingual, _ place: Place) -> Finding? {
    if let loop = nodes.lazy.compactMap({ self.loop(under: $0, where: isImpossible) }).first {
      return impossible(loop, name, place)
    }
    return nodes.lazy.compactMap { self.loop(under: $0, where: isSettled) }.first
      .map { settled($0, name, place) }
  }

  /// The first loop under a node of which something holds; of definitions only where they stand.
  private func loop(
    under node: NodeID, where holds: (PolicyPlan.Operation) -> Bool
  ) -> PolicyPlan.Operation? {
    let operation = plan.nodes[node].operation
    if case .definition = operation { return nil }
    if holds(operation) { return operation }
    let inner = operation.loop.map { [$0.loop.body] } ?? []
    for node in operation.operands + inner {
      if let found = loop(under: node, where: holds) { return found }
    }
    return nil
  }

  /// Whether a record that is in the list can never meet the loop's condition.
  private func isImpossible(_ operation: PolicyPlan.Operation) -> Bool {
    guard let (list, loop) = operation.asked else { return false }
    let outer = ranges.elements(of: list, in: loop, Known())
    return !outer.isImpossible && ranges.cases(loop.body, outer).isEmpty
  }

  /// Whether what the list was filtered by makes the loop's condition hold of all that is in it.
  private func isSettled(_ operation: PolicyPlan.Operation) -> Bool {
    guard let (list, loop) = operation.asked else { return false }
    let outer = everywhere.elements(of: list, in: loop, Known())
    if outer.isImpossible { return false }
    return isSettled(loop.body, outer, everywhere.records(of: list, in: loop, Known()))
  }

  /// Whether a condition can fail of some record of the kind, and not of one in the list. Where it can
  /// fail of none by the values there are, it asks whether there is a value at all.
  private func isSettled(_ body: NodeID, _ listed: Known, _ all: Known) -> Bool {
    switch plan.undefined(body) {
    case .and(let left, let right):
      isSettled(left, listed, all) && isSettled(right, listed, all)
    default:
      everywhere.cases(body, isTrue: false, listed).isEmpty
        && !everywhere.cases(body, isTrue: false, all).isEmpty
    }
  }

  private func impossible(
    _ loop: PolicyPlan.Operation, _ name: Bilingual, _ place: Place
  ) -> Finding {
    let advice =
      if case .quantified(.every, _, _) = loop {
        Bilingual(
          zh: "改正这个条件；照现在的写法，只要有记录就不成立。",
          en: "Correct it: as it stands it fails as soon as there is a record.")
      } else {
        Bilingual(
          zh: "改正这个条件；照现在的写法，它选不出任何记录。",
          en: "Correct it: as it stands it selects nothing.")
      }
    return Finding(
      .impossibleCondition, .error, at: place.range,
      loop.isFilter
        ? Bilingual(
          zh: "\(name.zh)里方括号中的条件没有哪条记录能满足",
          en: "no record can meet the condition in the brackets of \(name.en)")
        : Bilingual(
          zh: "\(name.zh)里 satisfies 后面的条件没有哪条记录能满足",
          en: "no record can meet the condition after “satisfies” in \(name.en)"), advice)
  }

  private func settled(
    _ loop: PolicyPlan.Operation, _ name: Bilingual, _ place: Place
  ) -> Finding {
    Finding(
      .impossibleCondition, .warning, at: place.range,
      loop.isFilter
        ? Bilingual(
          zh: "\(name.zh)里方括号中的条件，列表里的记录全都满足",
          en: "every record of the list meets the condition in the brackets of \(name.en)")
        : Bilingual(
          zh: "\(name.zh)里 satisfies 后面的条件，列表里的记录全都满足",
          en: "every record of the list meets the condition after “satisfies” in \(name.en)"),
      Bilingual(
        zh: "列表已经筛过，核对两处的条件；确实多余的，删去后面的。",
        en:
          "The list was filtered already: compare the two conditions, and remove the second if it "
          + "is not needed."))
  }
}

extension PolicyPlan.Operation {
  /// The loop whose body is a condition, and its list.
  fileprivate var asked: (list: NodeID, loop: Loop)? {
    switch self {
    case .filter(let list, let loop), .quantified(_, let list, let loop): (list, loop)
    default: nil
    }
  }

  fileprivate var isFilter: Bool { if case .filter = self { true } else { false } }
}

import Core
import FEEL
import Vocabulary

extension Lowering {
  mutating func lowerFilter(
    _ list: Expression, _ condition: Expression, _ range: SourceRange
  ) -> NodeID? {
    guard let source = lower(list) else { return nil }
    guard case .list(let element) = nodes[source].type, case .record = element else {
      refuse(
        "PLN005", list.range,
        Bilingual(zh: "方括号筛选只用于记录列表", en: "only lists of records can be filtered"),
        Bilingual(
          zh: "例如 参保[险种 = \"失业\"]。", en: "For example insurance[scheme = \"unemployment\"]."))
      return nil
    }
    guard let loop = lowerBody(condition, named: "item", element) else { return nil }
    guard nodes[loop.body].type != .number else {
      refuse(
        "PLN012", condition.range,
        Bilingual(
          zh: "方括号里要一个条件，不能是序号", en: "the brackets take a condition, not a position"),
        Bilingual(
          zh: "记录没有先后次序，请用条件筛选，或用 min / max 汇总。",
          en: "Records have no order. Filter by a condition, or use min or max."))
      return nil
    }
    return add(.filter(source, loop), nodes[source].type, range)
  }

  mutating func lowerQuantified(
    _ quantifier: Quantifier, _ bindings: [Expression.Binding], _ body: Expression,
    _ range: SourceRange
  ) -> NodeID? {
    guard let first = bindings.first else { return nil }
    guard let source = lower(first.domain) else { return nil }
    guard first.upTo == nil, case .list(let element) = nodes[source].type, case .record = element
    else {
      refuse(
        "PLN006", first.domain.range,
        Bilingual(zh: "some / every 只能遍历记录列表", en: "some / every can only run over records"),
        Bilingual(
          zh: "例如 some 工作 in 就业 satisfies …。", en: "For example some job in employment satisfies …."
        ))
      return nil
    }
    let rest = bindings.dropFirst()
    let inner =
      rest.isEmpty
      ? body
      : Expression(
        .quantified(quantifier, Array(rest), satisfies: body), body.range, id: body.id)
    guard let loop = lowerBody(inner, named: first.name, element) else { return nil }
    return add(.quantified(quantifier, source, loop), .boolean, range)
  }

  private mutating func lowerBody(
    _ body: Expression, named name: String, _ element: FEELType
  ) -> Loop? {
    let depth = scope.elements.count
    scope.elements.append((name: name, type: element))
    defer { scope.elements.removeLast() }
    let lowered = lower(body)
    let testsOpenField = loopsTestingOpenField.remove(depth) != nil
    return lowered.map { Loop(body: $0, depth: depth, testsOpenField: testsOpenField) }
  }
}

import Core
import FEEL
package import Vocabulary

/// Turns checked FEEL expressions into plan nodes, and refuses what lies outside the profile.
///
/// One `Lowering` serves a whole document; `scope` is changed from rule to rule.
struct Lowering {
  var nodes: [Node] = []
  var nameUses: [NameUse] = []
  var diagnostics: [Diagnostic] = []
  var scope: RuleScope
  /// Types of parameters, assumptions and tables, by their index in the plan.
  var parameterTypes: [FEELType] = []
  var assumptionTypes: [FEELType] = []
  var tableTypes: [FEELType] = []
  /// Loops whose body has read the field that its element type is open by.
  var loopsTestingOpenField: Set<Int> = []

  var vocabulary: Vocabulary { scope.vocabulary }

  init(scope: RuleScope) { self.scope = scope }

  mutating func add(_ operation: Operation, _ type: FEELType, _ range: SourceRange) -> NodeID {
    nodes.append(Node(operation: operation, type: type, range: range))
    return nodes.count - 1
  }

  mutating func refuse(
    _ code: String, _ range: SourceRange, _ message: Bilingual, _ advice: Bilingual
  ) {
    diagnostics.append(Diagnostic(code, at: range, message: message, advice: advice))
  }

  /// - Returns: the node that holds the value, or `nil` after a diagnostic.
  mutating func lower(_ expression: Expression) -> NodeID? {
    let range = expression.range
    switch expression.kind {
    case .literal(let value): return add(.constant(value), value.planType, range)
    case .name(let name): return lowerName(name, range)
    case .negate(let operand):
      guard let node = lower(operand) else { return nil }
      return add(.negate(node), nodes[node].type, range)
    case .arithmetic(let op, let left, let right):
      guard let left = lower(left), let right = lower(right) else { return nil }
      let type = FEELType.ofArithmetic(op, nodes[left].type, nodes[right].type)
      return add(.arithmetic(op, left, right), type, range)
    case .comparison(let op, let left, let right): return lowerComparison(op, left, right, range)
    case .conjunction(let left, let right):
      guard let left = lower(left), let right = lower(right) else { return nil }
      return add(.and(left, right), .boolean, range)
    case .disjunction(let left, let right):
      guard let left = lower(left), let right = lower(right) else { return nil }
      return add(.or(left, right), .boolean, range)
    case .between(let value, let low, let high):
      guard let value = lower(value), let low = lower(low), let high = lower(high) else {
        return nil
      }
      let test = PlanTest.range(low: low, lowIncluded: true, high: high, highIncluded: true)
      return add(.membership(value, [test]), .boolean, range)
    case .isIn(let value, let tests):
      guard let value = lower(value) else { return nil }
      var lowered: [PlanTest] = []
      for test in tests {
        guard let test = lowerTest(test, of: nodes[value].type) else { return nil }
        lowered.append(test)
      }
      return add(.membership(value, lowered), .boolean, range)
    case .conditional(let condition, let then, let otherwise):
      guard let condition = lower(condition), let then = lower(then),
        let otherwise = lower(otherwise)
      else { return nil }
      let type =
        nodes[then].type == .null ? nodes[otherwise].type : nodes[then].type
      return add(.conditional(condition, then: then, otherwise: otherwise), type, range)
    case .quantified(let quantifier, let bindings, let body):
      return lowerQuantified(quantifier, bindings, body, range)
    case .filter(let list, let condition): return lowerFilter(list, condition, range)
    case .path(let base, let member, let memberRange):
      return lowerPath(base, member, memberRange, range)
    case .call(let callee, let arguments): return lowerCall(callee, arguments, range)
    case .iteration, .instanceOf, .list, .context, .range, .function:
      refuse(
        "PLN001", range,
        Bilingual(
          zh: "政策规则里不能使用这种写法：\(expression.kind.chineseName)",
          en: "a policy rule cannot use \(expression.kind.englishName)"),
        Bilingual(
          zh: "请用 some / every、筛选、汇总函数或决策表来表达。",
          en: "Say it with some / every, a filter, an aggregate or a decision table."))
      return nil
    }
  }

  private mutating func lowerComparison(
    _ op: ComparisonOperator, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) -> NodeID? {
    guard let leftNode = lower(left), let rightNode = lower(right) else { return nil }
    let canonicalLeft = canonical(leftNode, for: nodes[rightNode].type)
    let canonicalRight = canonical(rightNode, for: nodes[leftNode].type)
    return add(.comparison(op, canonicalLeft, canonicalRight), .boolean, range)
  }

  /// A string constant compared with an enumeration becomes the enumeration's canonical id, so
  /// that documents may write 企业 for enterprise.
  mutating func canonical(_ node: NodeID, for type: FEELType) -> NodeID {
    guard case .enumeration(let id) = type,
      case .constant(.string(let text)) = nodes[node].operation,
      let value = vocabulary.enumerationValues(id)?.first(where: {
        $0.id == text || $0.name.zh == text
      })
    else { return node }
    noteLiteral(value, nodes[node].range)
    if value.id == text { return node }
    return add(.constant(.string(value.id)), type, nodes[node].range)
  }

  /// The literal's range covers the quotation marks, which `fmt` writes again.
  private mutating func noteLiteral(_ value: EnumerationValue, _ range: SourceRange) {
    nameUses.append(NameUse(range: range, zh: "\"\(value.name.zh)\"", en: "\"\(value.id)\""))
  }
}

extension Vocabulary {
  /// The values of the enumeration `type.field`.
  package func enumerationValues(_ id: String) -> [EnumerationValue]? {
    let parts = id.split(separator: ".")
    guard parts.count == 2, let type = type(String(parts[0])),
      let index = type.fieldIndex(String(parts[1])),
      case .enumeration(let values) = type.fields[index].type
    else { return nil }
    return values
  }
}

extension Value {
  /// The type of a scalar constant.
  var planType: FEELType {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .yearMonthDuration: .yearMonthDuration
    case .dayTimeDuration: .dayTimeDuration
    case .list, .context, .range, .function: .any
    }
  }
}

extension FEELType {
  /// The type of an arithmetic operation that the type checker has accepted.
  static func ofArithmetic(
    _ op: ArithmeticOperator, _ left: FEELType, _ right: FEELType
  ) -> FEELType {
    switch (op, left, right) {
    case (.subtract, .date, .date): .dayTimeDuration
    case (_, .date, _), (_, _, .date): .date
    case (.divide, .yearMonthDuration, .yearMonthDuration),
      (.divide, .dayTimeDuration, .dayTimeDuration):
      .number
    case (_, .yearMonthDuration, _), (_, _, .yearMonthDuration): .yearMonthDuration
    case (_, .dayTimeDuration, _), (_, _, .dayTimeDuration): .dayTimeDuration
    default: left == .any ? right : left
    }
  }
}

extension Expression.Kind {
  /// What to call a construct that the profile refuses.
  var chineseName: String {
    switch self {
    case .iteration: "for 循环"
    case .instanceOf: "instance of"
    case .list: "列表"
    case .context: "上下文"
    case .range: "单独的区间"
    case .function: "自定义函数"
    default: "表达式"
    }
  }

  var englishName: String {
    switch self {
    case .iteration: "a for loop"
    case .instanceOf: "instance of"
    case .list: "a list"
    case .context: "a context"
    case .range: "a range on its own"
    case .function: "a function of its own"
    default: "this expression"
    }
  }
}

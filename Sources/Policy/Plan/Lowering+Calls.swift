import Core
import FEEL
import Vocabulary

extension Lowering {
  /// FEEL built-ins on scalars that have a columnar form.
  static let builtIns: Set<String> = [
    "abs", "floor", "ceiling", "round up", "round down", "round half up", "round half down",
    "decimal", "modulo", "date", "duration", "years and months duration", "min", "max", "sum",
    "string length", "starts with", "ends with", "contains",
  ]

  mutating func lowerCall(
    _ callee: Expression, _ arguments: [Expression.Argument], _ range: SourceRange
  ) -> NodeID? {
    guard case .name(let name) = callee.kind else {
      refuse(
        "PLN007", callee.range,
        Bilingual(zh: "只能按名称调用函数", en: "a function can only be called by its name"),
        Bilingual(zh: "请直接写函数名。", en: "Write the function's name."))
      return nil
    }
    var nodesOfArguments: [NodeID] = []
    for argument in arguments {
      guard argument.name == nil else {
        refuse(
          "PLN008", argument.value.range,
          Bilingual(zh: "政策规则里不用命名参数", en: "policy rules take no named arguments"),
          Bilingual(zh: "请按顺序写参数。", en: "Give the arguments in their order."))
        return nil
      }
      guard let node = lower(argument.value) else { return nil }
      nodesOfArguments.append(node)
    }
    switch scope.meaning(of: name) {
    case .parameter(let index)?:
      guard nodesOfArguments.count == 1 else { return nil }
      return add(.parameter(index, on: nodesOfArguments[0]), parameterTypes[index], range)
    case .function(let function)?:
      nameUses.append(
        NameUse(range: callee.range, zh: function.chinese, en: function.rawValue))
      return lowerFunction(function, nodesOfArguments, range)
    case .broken?: return nil
    default: return lowerBuiltIn(name, nodesOfArguments, callee.range, range)
    }
  }

  private mutating func lowerFunction(
    _ function: PolicyFunction, _ arguments: [NodeID], _ range: SourceRange
  ) -> NodeID? {
    let signature = function.signature
    // The type checker has told the author about a wrong number of arguments.
    guard arguments.count == signature.parameters.count else { return nil }
    if function == .covers || function == .coveredMonths {
      guard hasSpell(nodes[arguments[0]].type, isList: function == .coveredMonths) else {
        refuse(
          "PLN009", nodes[arguments[0]].range,
          Bilingual(
            zh: "“\(function.chinese)”的第一个参数要是\(function == .covers ? "一段记录" : "时段记录列表")",
            en:
              "the first argument of “\(function.rawValue)” must be \(function == .covers ? "a spell" : "a list of spells")"
          ),
          Bilingual(
            zh: "就业、参保等在词汇表里声明了起止（spell）的类型才可以。",
            en:
              "Only types that declare a spell in the vocabulary, as employment and insurance, will do."
          ))
        return nil
      }
    }
    switch function {
    case .ofYear: return lowerYear(arguments, range)
    case .sumOfHighest: return lowerSumOfHighest(arguments, range)
    default: return add(.policyFunction(function, arguments), signature.result, range)
    }
  }

  private func hasSpell(_ type: FEELType, isList: Bool) -> Bool {
    switch (type, isList) {
    case (.list(.record(let id)), true), (.record(let id), false):
      vocabulary.type(id)?.spell != nil
    default: false
    }
  }

  private mutating func lowerBuiltIn(
    _ name: String, _ arguments: [NodeID], _ nameRange: SourceRange, _ range: SourceRange
  ) -> NodeID? {
    if name == "not", arguments.count == 1 { return add(.not(arguments[0]), .boolean, range) }
    if let aggregate = Aggregate(rawValue: name), arguments.count == 1,
      case .list(let element) = nodes[arguments[0]].type
    {
      let type: FEELType = aggregate == .count || aggregate == .sum ? .number : element
      return add(.aggregate(aggregate, arguments[0]), type, range)
    }
    guard Lowering.builtIns.contains(name) else {
      refuse(
        "PLN010", nameRange,
        Bilingual(
          zh: "政策规则里不能使用函数“\(name)”", en: "a policy rule cannot use the function “\(name)”"),
        Bilingual(
          zh:
            "可用的有：\(PolicyFunction.allCases.map(\.chinese).joined(separator: "、"))，以及 \(Lowering.builtIns.sorted().joined(separator: "、"))。",
          en:
            "There are: \(PolicyFunction.allCases.map(\.rawValue).joined(separator: ", ")), and \(Lowering.builtIns.sorted().joined(separator: ", "))."
        ))
      return nil
    }
    return add(.builtIn(name, arguments), Lowering.builtInResult(name, arguments, nodes), range)
  }

  private static func builtInResult(
    _ name: String, _ arguments: [NodeID], _ nodes: [Node]
  ) -> FEELType {
    switch name {
    case "date": .date
    case "duration": .any
    case "years and months duration": .yearMonthDuration
    case "starts with", "ends with", "contains": .boolean
    case "min", "max": arguments.first.map { nodes[$0].type } ?? .any
    default: .number
    }
  }
}

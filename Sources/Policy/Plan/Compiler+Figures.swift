import Core
import FEEL
import PolicyDocument

/// Parameters and assumptions: the figures of a document.
extension Compiler {
  mutating func compileFigures() {
    compileParameters()
    for assumption in document.assumptions { compileAssumption(assumption) }
    lowering.scope.broken = brokenFigures
  }

  /// A literal of a figure's cell: a number, a string, true or false, a date.
  mutating func literal(_ cell: Cell) -> Value? {
    switch cell.text {
    case "是": return .boolean(true)
    case "否": return .boolean(false)
    default: break
    }
    if let date = CivilDate(cell.text) { return .date(date) }
    if let parsed = try? Parser.expression(document.source, within: cell.range) {
      switch parsed.root.kind {
      case .literal(let value): return value
      case .negate(let operand):
        if case .literal(.number(let number)) = operand.kind { return .number(number.negated) }
      default: break
      }
    }
    refuse(
      "PLN022", cell.range,
      Bilingual(zh: "这里要一个确定的值，不能是公式", en: "a plain value is needed here, not a formula"),
      Bilingual(
        zh: "请写数字、带引号的文字、是/否或日期，例如 36、\"申请日\"、2019-01-01。",
        en: "Write a number, a text in quotes, true/false or a date, as 36, \"x\", 2019-01-01."))
    return nil
  }

  private mutating func compileParameters() {
    var order: [String] = []
    var rows: [String: [ParameterRow]] = [:]
    for row in document.parameters {
      if rows[row.name.text] == nil { order.append(row.name.text) }
      rows[row.name.text, default: []].append(row)
    }
    for name in order { compileParameter(name, rows[name] ?? []) }
  }

  private mutating func compileParameter(_ name: String, _ rows: [ParameterRow]) {
    guard let first = rows.first, let label = first.label else {
      brokenFigures.insert(name)
      return
    }
    var values: [ParameterPlan.Dated] = []
    for row in rows {
      guard let value = literal(row.value) else {
        brokenFigures.insert(name)
        return
      }
      values.append(
        ParameterPlan.Dated(
          from: row.from, to: row.to, value: value, place: place(row.section, row.range),
          source: row.cites))
    }
    let type = values[0].value.planType
    if let other = values.first(where: { $0.value.planType != type }) {
      refuse(
        "PLN024", other.place.range,
        Bilingual(
          zh: "参数“\(name)”的各行类型不同", en: "the rows of the parameter “\(name)” differ in type"),
        Bilingual(zh: "请让各行都是同一种值。", en: "Give all its rows the same kind of value."))
    }
    define(name, first.name.range, in: \.parameters, plan.parameters.count)
    lowering.parameterTypes.append(type)
    plan.parameters.append(
      ParameterPlan(
        name: name, label: label, unit: first.unit, type: type,
        values: values.sorted { ($0.from?.dayNumber ?? Int.min) < ($1.from?.dayNumber ?? Int.min) }
      ))
  }

  private mutating func compileAssumption(_ assumption: Assumption) {
    guard let value = literal(assumption.value) else {
      brokenFigures.insert(assumption.name.text)
      return
    }
    // Options are held against the value by the reader; here they only have to be values.
    let options = assumption.options.compactMap { literal($0) }
    define(
      assumption.name.text, assumption.name.range, in: \.assumptions, plan.assumptions.count)
    lowering.assumptionTypes.append(value.planType)
    plan.assumptions.append(
      AssumptionPlan(
        name: assumption.name.text, label: assumption.label, value: value, options: options,
        type: value.planType, unit: assumption.unit, reason: assumption.reason,
        place: place(assumption.section, assumption.range)))
  }

  /// Positions of assumptions that a benefit or stacking rule names; the reader has checked that
  /// there are such.
  func assumptions(_ names: [Cell]) -> [Int] {
    names.compactMap { lowering.scope.assumptions[$0.text] }
  }

  /// Reports a name that means something already, here or to any rule.
  mutating func refuseTaken(_ name: String, _ range: SourceRange) {
    guard lowering.scope.meaning(of: name) != nil || RuleScope.isReserved(name, vocabulary) else {
      return
    }
    refuse(
      "PLN028", range,
      Bilingual(zh: "名称“\(name)”已有别的含义", en: "the name “\(name)” means something else already"),
      Bilingual(zh: "请换一个名称。", en: "Choose another name."))
  }

  /// Gives a name of the document its meaning, once.
  mutating func define(
    _ name: String, _ range: SourceRange, in table: WritableKeyPath<RuleScope, [String: Int]>,
    _ index: Int
  ) {
    refuseTaken(name, range)
    lowering.scope[keyPath: table][name] = index
  }
}

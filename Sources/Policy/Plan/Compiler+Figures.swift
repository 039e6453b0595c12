import Core
import FEEL
import PolicyDocument

/// Parameters and assumptions: the figures of a document.
extension Compiler {
  mutating func compileFigures() {
    compileParameters()
    for assumption in document.assumptions { compileAssumption(assumption) }
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
    guard let first = rows.first else { return }
    guard let label = first.label else {
      refuse(
        "PLN023", first.range,
        Bilingual(zh: "参数“\(name)”没有说明", en: "the parameter “\(name)” has no label"),
        Bilingual(
          zh: "请在它的第一行写“中文 · English”。", en: "Write “中文 · English” in its first row."))
      return
    }
    var values: [ParameterPlan.Dated] = []
    for row in rows {
      guard let value = literal(row.value) else { return }
      values.append(
        ParameterPlan.Dated(
          from: row.from, to: row.to, value: value, place: place(row.section, row.range),
          source: row.cites))
    }
    checkSpans(name, rows)
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

  /// A parameter must have exactly one value on every day from its first to its last.
  private mutating func checkSpans(_ name: String, _ rows: [ParameterRow]) {
    let sorted = rows.sorted { ($0.from?.dayNumber ?? Int.min) < ($1.from?.dayNumber ?? Int.min) }
    for (earlier, later) in zip(sorted, sorted.dropFirst()) {
      guard let end = earlier.to, let start = later.from else {
        refuseSpan(name, later, isGap: false)
        continue
      }
      if start.dayNumber <= end.dayNumber { refuseSpan(name, later, isGap: false) }
      if start.dayNumber > end.dayNumber + 1 { refuseSpan(name, later, isGap: true) }
    }
    for row in rows {
      if let from = row.from, let to = row.to, to < from {
        refuse(
          "PLN026", row.range,
          Bilingual(zh: "参数“\(name)”的这一行先止后起", en: "this row of “\(name)” ends before it begins"),
          Bilingual(zh: "请对调或改正“自”“至”两列。", en: "Exchange or correct the columns 自 and 至."))
      }
    }
  }

  private mutating func refuseSpan(_ name: String, _ row: ParameterRow, isGap: Bool) {
    refuse(
      "PLN025", row.range,
      isGap
        ? Bilingual(
          zh: "参数“\(name)”在这一行之前有空档",
          en: "the parameter “\(name)” has a gap in time before this row")
        : Bilingual(
          zh: "参数“\(name)”的这一行与前一行时间重叠",
          en: "this row of the parameter “\(name)” overlaps the one before in time"),
      Bilingual(
        zh: "请让每一行从前一行“至”的次日开始。",
        en: "Let each row begin on the day after the one before ends."))
  }

  private mutating func compileAssumption(_ assumption: Assumption) {
    guard let value = literal(assumption.value) else { return }
    var options: [Value] = []
    for cell in assumption.options {
      guard let option = literal(cell) else { return }
      options.append(option)
    }
    if !options.isEmpty, !options.contains(where: { $0.isSame(as: value) }) {
      refuse(
        "PLN027", assumption.value.range,
        Bilingual(
          zh: "假设“\(assumption.name.text)”的取值不在可选项里",
          en: "the value of the assumption “\(assumption.name.text)” is none of its options"),
        Bilingual(
          zh: "可选：\(assumption.options.map(\.text).joined(separator: "、"))。",
          en: "Options: \(assumption.options.map(\.text).joined(separator: ", "))."))
    }
    define(
      assumption.name.text, assumption.name.range, in: \.assumptions, plan.assumptions.count)
    lowering.assumptionTypes.append(value.planType)
    plan.assumptions.append(
      AssumptionPlan(
        name: assumption.name.text, label: assumption.label, value: value, type: value.planType,
        unit: assumption.unit, reason: assumption.reason,
        place: place(assumption.section, assumption.range)))
  }

  /// Positions of assumptions that a benefit or stacking rule names; the reader has checked that
  /// there are such.
  func assumptions(_ names: [Cell]) -> [Int] {
    names.compactMap { lowering.scope.assumptions[$0.text] }
  }

  /// Gives a name of the document its meaning, once.
  mutating func define(
    _ name: String, _ range: SourceRange, in table: WritableKeyPath<RuleScope, [String: Int]>,
    _ index: Int
  ) {
    if lowering.scope.meaning(of: name) != nil {
      refuse(
        "PLN028", range,
        Bilingual(zh: "名称“\(name)”已有别的含义", en: "the name “\(name)” means something else already"),
        Bilingual(zh: "请换一个名称。", en: "Choose another name."))
    }
    lowering.scope[keyPath: table][name] = index
  }
}

extension Value {
  /// Equality of two literals of figures.
  func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.boolean(let left), .boolean(let right)): left == right
    case (.date(let left), .date(let right)): left == right
    default: false
    }
  }
}

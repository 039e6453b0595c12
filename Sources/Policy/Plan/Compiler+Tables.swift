import Core
import FEEL
import PolicyDocument
import Vocabulary

/// Decision tables: each output column becomes a table of its own, named by the column.
extension Compiler {
  mutating func compile(_ table: DecisionTable) {
    let known = plan.tables.count
    compileColumns(table)
    let compiled = plan.tables[known...].map(\.name)
    for output in table.outputs where !compiled.contains(output.text) {
      lowering.scope.broken.insert(output.text)
    }
  }

  private mutating func compileColumns(_ table: DecisionTable) {
    guard let policy = HitPolicy(rawValue: table.hitPolicy.text) else {
      // What is no hit policy at all, the reader has told.
      guard ["P", "R", "O", "C"].contains(table.hitPolicy.text) else { return }
      refuse(
        "PLN040", table.hitPolicy.range,
        Bilingual(
          zh: "政策文件的决策表不能用命中策略“\(table.hitPolicy.text)”",
          en: "a policy's decision table cannot have the hit policy “\(table.hitPolicy.text)”"),
        Bilingual(
          zh: "可用：U 唯一、A 任一、F 首个、C+ 合计、C< 最小、C> 最大、C# 计数。",
          en: "There are: U unique, A any, F first, C+ sum, C< minimum, C> maximum, C# count."))
      return
    }
    let element = element(of: table)
    if let element { enter(element) }
    defer { if element != nil { leaveElement() } }
    var inputs: [(node: NodeID, type: FEELType)] = []
    for cell in table.inputs {
      guard let input = compileExpression(cell) else { return }
      inputs.append(input)
    }
    let tests = table.rows.map { row in
      zip(row.tests, inputs).map { compileTest($0, of: $1.type) }
    }
    guard tests.allSatisfy({ $0.allSatisfy { $0 != nil } }) else { return }
    for (column, output) in table.outputs.enumerated() {
      compileOutput(
        column, output, of: table, policy, inputs.map(\.node), tests.map { $0.compactMap { $0 } },
        element: element?.type.id)
    }
  }

  private mutating func compileOutput(
    _ column: Int, _ output: Cell, of table: DecisionTable, _ policy: HitPolicy,
    _ inputs: [NodeID], _ tests: [[PlanTest]], element: String?
  ) {
    var rows: [TablePlan.Row] = []
    var type = FEELType.null
    for (row, rowTests) in zip(table.rows, tests) {
      guard let value = compileOutputCell(row.values[column]) else { return }
      if type == .null { type = value.type }
      if value.type != type, value.type != .null {
        refuse(
          "PLN041", row.values[column].range,
          Bilingual(
            zh: "这一格是\(value.type.name.zh)，同一列上面是\(type.name.zh)",
            en: "this cell is a \(value.type.name.en); the column above holds \(type.name.en)"),
          Bilingual(zh: "同一输出列要用同一种值。", en: "Use one kind of value in an output column."))
        return
      }
      rows.append(
        TablePlan.Row(
          label: row.title, tests: rowTests, value: value.node,
          place: place(table.section, row.range)))
    }
    define(output.text, output.range, in: \.tables, plan.tables.count)
    lowering.tableTypes.append(policy == .count ? .number : type)
    lowering.scope.tableElements[output.text] = element
    plan.tables.append(
      TablePlan(
        name: output.text, label: table.label, unit: table.unit,
        place: place(table.section, table.range), hitPolicy: policy, inputs: inputs,
        element: element, inputTexts: table.inputs.map(\.text), rows: rows))
  }

  private mutating func compileOutputCell(_ cell: Cell) -> (node: NodeID, type: FEELType)? {
    let plain: Value? =
      switch cell.text {
      case "是": .boolean(true)
      case "否": .boolean(false)
      default: CivilDate(cell.text).map(Value.date)
      }
    guard let plain else { return compileExpression(cell) }
    return (lowering.add(.constant(plain), plain.planType, cell.range), plain.planType)
  }

  /// An input cell. In typed columns bare dates, 是 / 否 and enumeration values may stand.
  private mutating func compileTest(_ cell: Cell, of type: FEELType) -> PlanTest? {
    if cell.text == "-" || cell.text == "—" { return .any }
    switch type {
    case .boolean:
      if cell.text == "是" { return constantTest(.equal, .boolean(true), cell) }
      if cell.text == "否" { return constantTest(.equal, .boolean(false), cell) }
    case .date: if let test = dateTest(cell) { return test }
    case .enumeration(let id): if let test = enumerationTest(cell, id) { return test }
    default: break
    }
    guard
      let parsed = parse(
        cell,
        { (source, range) throws(DiagnosticsError) in
          try Parser.unaryTests(source, within: range)
        })
    else { return nil }
    let checked = TypeChecker.check(
      parsed.tests, nodeCount: parsed.nodeCount, input: type, in: RuleEnvironment(lowering))
    lowering.diagnostics += checked.diagnostics
    guard checked.diagnostics.allSatisfy({ $0.severity != .error }) else { return nil }
    var tests: [PlanTest] = []
    for test in parsed.tests {
      guard let test = lowering.lowerTest(test, of: type) else { return nil }
      tests.append(test)
    }
    return tests.count == 1 ? tests[0] : .oneOf(tests)
  }

  private mutating func constantTest(
    _ op: ComparisonOperator, _ value: Value, _ cell: Cell
  ) -> PlanTest {
    .compare(op, lowering.add(.constant(value), value.planType, cell.range))
  }

  /// Bare dates, which FEEL would take for a subtraction.
  private mutating func dateTest(_ cell: Cell) -> PlanTest? {
    switch DateTest(cell.text) {
    case .compare(let sign, let date)?: return constantTest(sign, .date(date), cell)
    case .range(let low, let lowIncluded, let high, let highIncluded)?:
      return .range(
        low: lowering.add(.constant(.date(low)), .date, cell.range), lowIncluded: lowIncluded,
        high: lowering.add(.constant(.date(high)), .date, cell.range),
        highIncluded: highIncluded)
    case nil: return nil
    }
  }

  /// `市级` or `市级, 省级`, without quotation marks.
  private mutating func enumerationTest(_ cell: Cell, _ id: String) -> PlanTest? {
    let values = vocabulary.enumerationValues(id) ?? []
    var tests: [PlanTest] = []
    for part in cell.text.split(whereSeparator: { $0 == "," || $0 == "、" }) {
      let name = String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      guard let value = values.first(where: { $0.id == name || $0.name.zh == name }) else {
        return nil
      }
      tests.append(constantTest(.equal, .string(value.id), cell))
      if cell.text == name {
        lowering.nameUses.append(NameUse(range: cell.range, zh: value.name.zh, en: value.id))
      }
    }
    return tests.count == 1 ? tests[0] : .oneOf(tests)
  }
}

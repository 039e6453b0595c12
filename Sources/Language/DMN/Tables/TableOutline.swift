import Core
package import FEEL

/// A decision table of a model as whoever analyses it needs it: cells as tests of plain values.
package struct TableOutline: Sendable {
  /// As `Logic.HitPolicy` without the aggregator's kind.
  package enum Policy: Sendable { case unique, any, priority, first, several }

  package indirect enum Test: Sendable {
    case any
    case compare(ComparisonOperator, Value)
    /// A value, a range or a list of them.
    case option(Value)
    case not([Test])
    /// A test that only a case decides.
    case opaque
  }

  package struct Column: Sendable {
    /// The input expression as written.
    package let text: String
    /// The FEEL type of the input, where the model says.
    package let type: FEELType
    /// The legal values, where the model lists them.
    package let allowed: [Test]?
    /// The names and paths that the expression reads.
    package let reads: Set<String>
  }

  package struct Row: Sendable {
    package let tests: [[Test]]
    /// `nil` for a value that a case decides.
    package let values: [Value?]
  }

  /// The node that holds the table.
  package let node: String
  package let policy: Policy
  package let columns: [Column]
  package let rows: [Row]
  package let hasDefault: Bool
  /// Of each output the values by priority, the greatest first.
  package let priorities: [[Value]]
}

extension DecisionProgram {
  /// The decision tables of the asked model, in the order of its file.
  package var tables: [TableOutline] {
    guard let model = models.first else { return [] }
    return model.nodes.flatMap { node -> [TableOutline] in
      guard let logic = logic[node.key] else { return [] }
      return logic.tables.map { TableOutline($0, node: node.element.name, types(for: node)) }
    }
  }

  /// The types of the names that a node's logic uses.
  private func types(for node: Node) -> [String: ModelType] {
    let required: [DecisionModel.Reference]
    switch node.kind {
    case .decision(let decision): required = decision.requirements
    case .knowledge(let knowledge): required = knowledge.requirements
    default: required = []
    }
    let names =
      required.compactMap { self.node($0, from: node.model) }.map { ($0.element.name, $0.type) }
      + node.parameters.map { ($0.name, $0.type) }
    return Dictionary(names, uniquingKeysWith: { first, _ in first })
  }
}

extension Logic {
  /// The decision tables within.
  fileprivate var tables: [Table] {
    if case .table(let table) = kind { return [table] + kind.children.flatMap(\.tables) }
    return kind.children.flatMap(\.tables)
  }
}

extension TableOutline {
  fileprivate init(_ table: Logic.Table, node: String, _ types: [String: ModelType]) {
    self.init(
      node: node, policy: Policy(table.hitPolicy),
      columns: table.inputs.map { Column($0, types) },
      rows: table.rules.map { rule in
        Row(tests: rule.tests.map([Test].init), values: rule.values.map(\.plain))
      }, hasDefault: table.outputs.contains { $0.defaultValue != nil },
      priorities: table.outputs.map { $0.priorities.compactMap(\.plain) })
  }
}

extension TableOutline.Policy {
  fileprivate init(_ policy: Logic.HitPolicy) {
    switch policy {
    case .unique: self = .unique
    case .any: self = .any
    case .priority: self = .priority
    case .first: self = .first
    case .ruleOrder, .outputOrder, .collect: self = .several
    }
  }
}

extension TableOutline.Column {
  fileprivate init(_ input: Logic.Table.Input, _ types: [String: ModelType]) {
    var type = input.value.type
    var reads: Set<String> = []
    if case .expression(let expression) = input.value.kind {
      expression.gatherPaths(into: &reads)
      if let known = expression.type(types), type.allowedValues == nil { type = known }
    }
    let allowed = input.allowed ?? type.allowedValues
    self.init(
      text: input.text, type: type.plain, allowed: allowed.map([TableOutline.Test].init),
      reads: reads)
  }
}

extension Expression {
  /// The names used, with all that stands behind their dots.
  fileprivate func gatherPaths(into paths: inout Set<String>) {
    if let path = path {
      paths.insert(path)
    } else {
      for child in children { child.gatherPaths(into: &paths) }
    }
  }

  private var path: String? {
    switch kind {
    case .name(let name): name
    case .path(let base, let member, _): base.path.map { $0 + "." + member }
    default: nil
    }
  }

  /// The type of a name or path.
  fileprivate func type(_ types: [String: ModelType]) -> ModelType? {
    switch kind {
    case .name(let name): types[name]
    case .path(let base, let member, _): base.type(types)?.member(member)
    default: nil
    }
  }
}

extension [TableOutline.Test] {
  fileprivate init(_ cell: Logic.Table.Cell) {
    switch cell {
    case .fixed(let tests): self = tests.map(TableOutline.Test.init)
    case .tests(let tests): self.init(tests)
    case .unreadable: self = [.opaque]
    }
  }

  fileprivate init(_ tests: [UnaryTest]) { self = tests.map(TableOutline.Test.init) }
}

extension TableOutline.Test {
  fileprivate init(_ test: FixedTest) {
    switch test {
    case .any: self = .any
    case .compare(let sign, let value): self = .compare(sign, value)
    case .option(let value): self = .option(value)
    case .not(let tests): self = .not(tests.map(TableOutline.Test.init))
    }
  }

  fileprivate init(_ test: UnaryTest) {
    switch test.kind {
    case .any: self = .any
    case .compare(let sign, let operand):
      self = operand.plain.map { .compare(sign, $0) } ?? .opaque
    case .expression(let expression): self = expression.plain.map { .option($0) } ?? .opaque
    case .not(let tests): self = .not(tests.map(TableOutline.Test.init))
    }
  }
}

extension Logic {
  /// The value of a literal; `nil` for what a case decides.
  fileprivate var plain: Value? {
    if case .expression(let expression) = kind { expression.plain } else { nil }
  }
}

extension Expression {
  /// Functions that make a value of a literal: a date has no literal that all tools write.
  private static let constructors: Set<String> = [
    "date", "duration", "years and months duration", "date and time", "time",
  ]

  fileprivate var plain: Value? { isPlain ? Interpreter().evaluate(self) : nil }

  private var isPlain: Bool {
    switch kind {
    case .literal, .negate, .list, .range: children.allSatisfy(\.isPlain)
    case .call(let callee, let arguments):
      if case .name(let name) = callee.kind, Expression.constructors.contains(name) {
        arguments.allSatisfy { $0.name == nil && $0.value.isPlain }
      } else {
        false
      }
    default: false
    }
  }
}

import FEEL

/// A boxed expression made ready to run: its FEEL parsed with the names in scope, its types
/// resolved. Shared, since evaluations hand it around.
final class Logic: Sendable {
  let kind: Kind
  let type: ModelType
  private let simpleType: SimpleType
  /// Levels of evaluation that are needed at most, without those of what is invoked.
  let height: Int
  /// What the logic comes to where nothing has to be computed, as in most cells of a table.
  let shortcut: Shortcut?

  /// A name to look up, or a literal.
  enum Shortcut: Sendable {
    case name(String)
    case literal(Value)
  }

  init(kind: Kind, type: ModelType) {
    self.kind = kind
    self.type = type
    simpleType = SimpleType(type)
    height = kind.height
    shortcut =
      if case .expression(let expression) = kind { Shortcut(expression) } else { nil }
  }

  indirect enum Kind: Sendable {
    case expression(Expression)
    case table(Table)
    case context([(name: String, value: Logic, type: ModelType)], result: Logic?)
    case list([Logic])
    case relation(columns: [Parameter], rows: [[Logic]])
    case invocation(Logic, [(name: String, value: Logic)])
    case function([Parameter], Logic)
    case conditional(Logic, then: Logic, otherwise: Logic)
    case filter(Logic, match: Logic)
    /// `needsPartial` when the body may speak of the results so far.
    case iteration(variable: String, Logic, body: Logic, needsPartial: Bool)
    case quantified(isEvery: Bool, variable: String, Logic, body: Logic)
    /// Null, for a recorded reason: FEEL that could not be read, a language nobody runs.
    case null(NullReason)
  }

  struct Parameter: Sendable {
    let name: String
    let type: ModelType
  }

  /// A decision table; shared, since it is handed around at every evaluation.
  final class Table: Sendable {
    let hitPolicy: HitPolicy
    let inputs: [Input]
    let outputs: [Output]
    let rules: [(tests: [Cell], values: [Logic])]
    let index: TableIndex

    init(
      hitPolicy: HitPolicy, inputs: [Input], outputs: [Output],
      rules: [(tests: [Cell], values: [Logic])]
    ) {
      self.hitPolicy = hitPolicy
      self.inputs = inputs
      self.outputs = outputs
      self.rules = rules
      index = TableIndex(rows: rules.map(\.tests), columnCount: inputs.count)
    }

    struct Input: Sendable {
      /// The input expression as written.
      let text: String
      let value: Logic
      let allowed: [UnaryTest]?
    }

    struct Output: Sendable {
      let name: String?
      let type: ModelType
      let simpleType: SimpleType
      /// Values in the order of priority, for the policies that need one.
      let priorities: [Logic]
      let allowed: [UnaryTest]?
      let defaultValue: Logic?
    }

    /// The unary tests of an input cell, or why they could not be read.
    indirect enum Cell: Sendable {
      case fixed([FixedTest])
      case tests([UnaryTest])
      case unreadable(NullReason)
    }
  }

  /// DMN 1.5, 8.2.10.
  enum HitPolicy: Sendable {
    case unique, any, priority, first, ruleOrder, outputOrder
    case collect(Aggregator?)
  }

  /// DMN 1.5, 8.2.11.
  enum Aggregator: String, Sendable {
    case sum = "SUM"
    case minimum = "MIN"
    case maximum = "MAX"
    case count = "COUNT"
  }
}

extension Logic {
  /// The value as one of the logic's type, or null with the reason.
  func checked(_ value: Value, _ runner: LogicRunner, _ name: String) -> Value {
    simpleType.takes(value) ? value : runner.checked(value, type, name)
  }
}

extension Logic.Shortcut {
  fileprivate init?(_ expression: Expression) {
    switch expression.kind {
    case .name(let name): self = .name(name)
    case .literal(let value): self = .literal(value)
    default: return nil
    }
  }
}

import FEEL

/// A boxed expression made ready to run: its FEEL parsed with the names in scope, its types
/// resolved.
struct Logic: Sendable {
  let kind: Kind
  let type: ModelType
  /// Levels of evaluation that are needed at most, without those of what is invoked.
  let height: Int

  init(kind: Kind, type: ModelType) {
    self.kind = kind
    self.type = type
    height = kind.height
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

  struct Table: Sendable {
    let hitPolicy: HitPolicy
    let inputs: [Input]
    let outputs: [Output]
    let rules: [(tests: [Cell], values: [Logic])]

    struct Input: Sendable {
      /// The input expression as written.
      let text: String
      let value: Logic
      let allowed: [UnaryTest]?
    }

    struct Output: Sendable {
      let name: String?
      let type: ModelType
      /// Values in the order of priority, for the policies that need one.
      let priorities: [Logic]
      let allowed: [UnaryTest]?
      let defaultValue: Logic?
    }

    /// The unary tests of an input cell, or why they could not be read.
    enum Cell: Sendable {
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

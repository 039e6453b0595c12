/// A DMN model as its file says it (DMN 1.2–1.5): the decision requirement graph and the logic of
/// its nodes, nothing resolved yet.
public struct DecisionModel: Sendable {
  public let name: String
  public let namespace: String
  let imports: [Import]
  let itemDefinitions: [ItemDefinition]
  /// Input data by id, in the order of the file.
  let inputs: [Element]
  public let decisions: [Decision]
  let knowledgeModels: [KnowledgeModel]
  let services: [DecisionService]

  /// Another model whose elements this one may use under a name of its own.
  struct Import: Sendable {
    let name: String
    let namespace: String
    /// Whether it is a DMN model; a schema (XSD) or PMML is not followed.
    let isModel: Bool
  }

  /// A node of the graph: its id, the name of its variable, and the variable's type.
  public struct Element: Sendable {
    public let id: String
    public let name: String
    public let typeName: String?
  }

  /// A decision with its requirements; `logic` is `nil` where the file gives none.
  public struct Decision: Sendable {
    public let element: Element
    let requirements: [Reference]
    let logic: BoxedExpression?
  }

  /// A business knowledge model: a named function.
  struct KnowledgeModel: Sendable {
    let element: Element
    let requirements: [Reference]
    let parameters: [Parameter]
    let logic: BoxedExpression?
    let isFEEL: Bool
  }

  struct DecisionService: Sendable {
    let element: Element
    let outputs: [Reference]
    let encapsulated: [Reference]
    let inputDecisions: [Reference]
    let inputData: [Reference]
  }

  /// A node of this model or, with a namespace, of another: the `href` of a requirement.
  struct Reference: Sendable, Hashable {
    let namespace: String?
    let id: String
  }

  struct Parameter: Sendable {
    let name: String
    let typeName: String?
  }
}

/// A type that a model defines (DMN 1.5, 7.3.2).
struct ItemDefinition: Sendable {
  let name: String
  /// The type it rests on, where it has no components.
  let typeName: String?
  let isCollection: Bool
  let components: [ItemDefinition]
  /// Unary tests as written, of the allowed values and of the type constraint.
  let allowedValues: String?
  let typeConstraint: String?
  /// Set for a function type: its parameters and result.
  let function: (parameters: [DecisionModel.Parameter], result: String?)?
}

/// The logic of a node (DMN 1.5, chapters 8 and 10.2).
struct BoxedExpression: Sendable {
  let kind: Kind
  let typeName: String?

  indirect enum Kind: Sendable {
    case literal(String)
    case decisionTable(BoxedTable)
    case context([Entry], result: BoxedExpression?)
    case list([BoxedExpression])
    case relation(columns: [DecisionModel.Parameter], rows: [[BoxedExpression]])
    case invocation(BoxedExpression, [(name: String, value: BoxedExpression)])
    case function([DecisionModel.Parameter], BoxedExpression?, isFEEL: Bool)
    case conditional(BoxedExpression, then: BoxedExpression, otherwise: BoxedExpression)
    case filter(BoxedExpression, match: BoxedExpression)
    case iteration(variable: String, BoxedExpression, body: BoxedExpression)
    case quantified(isEvery: Bool, variable: String, BoxedExpression, body: BoxedExpression)
    /// A language that is not run: null, with the reason.
    case unsupported(String)
    /// A part that should hold an expression and does not: null, with the reason.
    case missing(String)
  }

  struct Entry: Sendable {
    let name: String
    let typeName: String?
    let value: BoxedExpression
  }
}

/// A decision table as written (DMN 1.5, chapter 8).
struct BoxedTable: Sendable {
  /// `UNIQUE`, `ANY`, `PRIORITY`, `FIRST`, `RULE ORDER`, `OUTPUT ORDER`, `COLLECT`.
  let hitPolicy: String
  /// `SUM`, `MIN`, `MAX`, `COUNT`, or `nil`.
  let aggregation: String?
  let inputs: [Input]
  let outputs: [Output]
  /// Cells row by row: input entries as unary tests, output entries as expressions.
  let rules: [(tests: [String], values: [String])]

  struct Input: Sendable {
    let expression: String
    let typeName: String?
    let allowedValues: String?
  }

  struct Output: Sendable {
    let name: String?
    let typeName: String?
    let allowedValues: String?
    let defaultValue: String?
  }
}

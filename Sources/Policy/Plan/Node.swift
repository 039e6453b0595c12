package import Core
package import FEEL

/// Position of a node in `Plan.nodes`.
package typealias NodeID = Int

/// One operation of a plan and the type of what it gives.
package struct Node: Sendable {
  package let operation: Operation
  package let type: FEELType
  /// Where the expression stands in the document.
  package let range: SourceRange
}

/// What a node does. The profile of FEEL that rules may use compiles to these and nothing else;
/// each has a columnar form.
package indirect enum Operation: Sendable {
  case constant(Value)
  /// The day the determination is made.
  case determinationDate
  /// The month under test in `counts` and `rate`, as its first day.
  case month
  /// The record that gives rise to the benefit.
  case subject
  /// The party the subject belongs to.
  case party
  /// The element an enclosing loop is at; loops are numbered from the outside in.
  case element(depth: Int)
  /// The party's records of a type.
  case records(type: Int)
  /// The records of a type of another party, whom a reference names.
  case recordsOf(type: Int, party: NodeID)
  case field(Int, of: NodeID)
  /// The id of a record or party.
  case identifier(of: NodeID)
  /// The party or record that a reference field names.
  case follow(field: Int, of: NodeID)
  /// A named definition of the benefit, evaluated once per subject.
  case definition(String, NodeID)
  case negate(NodeID)
  case arithmetic(ArithmeticOperator, NodeID, NodeID)
  case comparison(ComparisonOperator, NodeID, NodeID)
  case and(NodeID, NodeID)
  case or(NodeID, NodeID)
  case not(NodeID)
  case conditional(NodeID, then: NodeID, otherwise: NodeID)
  case membership(NodeID, [PlanTest])
  case dateMember(DateMember, NodeID)
  /// The elements of a record list for which `body` holds.
  case filter(NodeID, Loop)
  case quantified(Quantifier, NodeID, Loop)
  /// One value per element of a record list.
  case map(NodeID, Loop)
  case aggregate(Aggregate, NodeID)
  /// A FEEL built-in on scalar values, by its FEEL name.
  case builtIn(String, [NodeID])
  case policyFunction(PolicyFunction, [NodeID])
  case table(Int)
  /// A table that is about one record of a kind, applied to a record.
  case tableOf(Int, record: NodeID)
  case parameter(Int, on: NodeID)
  case assumption(Int)
}

/// The body of a loop over records.
package struct Loop: Sendable {
  package let body: NodeID
  package let depth: Int
  /// Whether the body reads the field by which the element type is open (`insurance.scheme`):
  /// if so, a scheme without records is unknown, else one record of any scheme is enough.
  package let testsOpenField: Bool
}

package enum Aggregate: String, Sendable {
  case count, sum, min, max
}

package enum DateMember: String, Sendable, CaseIterable {
  case year, month, day
}

/// A test of a value: an item of `in (…)` or a decision table's input cell.
package indirect enum PlanTest: Sendable {
  case any
  case compare(ComparisonOperator, NodeID)
  case range(low: NodeID?, lowIncluded: Bool, high: NodeID?, highIncluded: Bool)
  case not([PlanTest])
  /// Several tests of which one must hold.
  case oneOf([PlanTest])
}

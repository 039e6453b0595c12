import Core
import FEEL
import PolicyPlan
import Vocabulary

/// What of a worked example decides the value of an expression: what to change to move it.
enum BoundaryTarget {
  /// The day of the determination.
  case day
  /// A field that a column of its own holds.
  case field(column: String, Field)
  /// The year of a date.
  case yearOf(column: String)
  /// How many months spells cover in all; the column that holds them.
  case months(column: String)
  /// The kind of the organisation that an employment names.
  case employerKind(Field)
}

extension BoundaryBase {
  /// What decides an expression: one target, or those of both branches of an `if`.
  ///
  /// - Parameters:
  ///   - node: an expression of the benefit's rules.
  ///   - lists: the lists that the loops around it go through, outermost first.
  /// - Returns: empty where no single column decides it.
  func targets(of node: NodeID, in lists: [NodeID]) -> [BoundaryTarget] {
    switch plan.nodes[node].operation {
    case .conditional(_, let then, let otherwise):
      targets(of: then, in: lists) + targets(of: otherwise, in: lists)
    case .definition(_, let inner): targets(of: inner, in: [])
    default: [target(of: node, in: lists)].compactMap { $0 }
    }
  }

  /// - Parameters:
  ///   - node: an expression of the benefit's rules.
  ///   - lists: the lists that the loops around it go through, outermost first.
  /// - Returns: `nil` where no single column decides it.
  func target(of node: NodeID, in lists: [NodeID]) -> BoundaryTarget? {
    switch plan.nodes[node].operation {
    case .determinationDate: return .day
    case .definition(_, let inner): return target(of: inner, in: [])
    case .field(let field, let base): return target(field, of: base, in: lists)
    case .dateMember(.year, let date):
      switch target(of: date, in: lists) {
      case .field(let column, _): return .yearOf(column: column)
      case .day: return .yearOf(column: dayColumn)
      default: return nil
      }
    case .aggregate(let aggregate, let list) where aggregate == .min || aggregate == .max:
      guard case .map(let records, let loop) = plan.nodes[list].operation else { return nil }
      return target(of: loop.body, in: lists + [records])
    case .policyFunction(.coveredMonths, let arguments):
      return spells(of: arguments[0]).map(BoundaryTarget.months)
    default: return nil
    }
  }

  private func target(_ field: Int, of base: NodeID, in lists: [NodeID]) -> BoundaryTarget? {
    guard case .record(let name) = plan.nodes[base].type,
      let type = plan.vocabulary.typeIndex(name)
    else { return nil }
    let declared = plan.vocabulary.types[type].fields[field]
    switch plan.nodes[base].operation {
    case .subject, .party: return .field(column: column(type, field), declared)
    case .element(let depth):
      // Only of records that the example states one by one.
      let column = column(type, field)
      guard lists.indices.contains(depth), type == benefit.subject || text(of: column) != nil
      else { return nil }
      return .field(column: column, declared)
    case .follow where name == "organisation" && declared.id == "kind":
      return .employerKind(declared)
    default: return nil
    }
  }

  /// The column of the example that holds the spells of a list.
  func spells(of list: NodeID) -> String? {
    guard case .list(.record(let name)) = plan.nodes[list].type,
      let type = plan.vocabulary.type(name), type.spell != nil
    else { return nil }
    return facts.inputs.map(\.column).first { column in
      let parts = column.split(separator: ".", maxSplits: 1).map(String.init)
      guard plan.vocabulary.type(parts[0])?.id == type.id else { return false }
      return parts.count == 1 || type.fieldIndex(parts[1]) == nil
    }
  }
}

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
  /// The kind of the organisation that an employment names, where no column of its own says it.
  case employerKind(Field)
  /// A field of child records, which one column holds as `区县 5；市 6`: that of the last of them.
  case child(column: String, word: Int, Field)

  /// What sets it apart from the other inputs of a table.
  var id: String {
    switch self {
    case .day: "day"
    case .field(let column, _), .yearOf(let column), .months(let column): column
    case .employerKind: "employer"
    case .child(let column, let word, _): "\(column) \(word)"
    }
  }

  /// What makes changes of it around a figure the same edge in every example.
  func key(_ changes: [FactsCase.Input], around value: Value?) -> String {
    switch self {
    case .months, .employerKind: "\(id) \(value?.literalText ?? "")"
    default: "\(id) \(changes.map { stated($0.text) }.joined(separator: "|"))"
    }
  }

  /// What a column's text says about it.
  func stated(_ text: String) -> String {
    guard case .child(_, let word, _) = self else { return text }
    let words = text.lastRecord.split(separator: " ").map(String.init)
    return words.indices.contains(word) ? words[word] : ""
  }

  /// Puts what one text says about it into another; the first where the column holds nothing else.
  func merging(_ text: String, into other: String) -> String {
    guard case .child(_, let word, _) = self else { return text }
    return other.replacingWord(word, by: stated(text))
  }
}

extension String {
  /// `市 6` of `区县 5；市 6`.
  fileprivate var lastRecord: Substring {
    split(whereSeparator: { "；;".contains($0) }).last ?? ""
  }

  /// With another word in its last record.
  func replacingWord(_ place: Int, by word: String) -> String {
    var words = lastRecord.split(separator: " ").map(String.init)
    guard words.indices.contains(place) else { return self }
    words[place] = word
    return dropLast(lastRecord.count) + words.joined(separator: " ")
  }
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
    guard case .record(let name) = plan.nodes[base].type else { return nil }
    if let view = view(field, of: base, name, in: lists) { return view }
    guard let type = plan.vocabulary.typeIndex(name) else { return nil }
    let declared = plan.vocabulary.types[type].fields[field]
    switch plan.nodes[base].operation {
    case .subject, .party: return .field(column: column(type, field), declared)
    case .element(let depth):
      // Only of records that the example states one by one.
      let column = column(type, field)
      guard lists.indices.contains(depth), type == benefit.subject || text(of: column) != nil
      else { return nil }
      return .field(column: column, declared)
    case .follow(_, let holder) where name == "organisation" && declared.id == "kind":
      // Spells of employment say the kind of the employer; of any other organisation a column does.
      let column = column(type, field)
      guard plan.nodes[holder].type == .record("employment"), text(of: column) == nil else {
        return .field(column: column, declared)
      }
      return .employerKind(declared)
    default: return nil
    }
  }

  /// A field of the year's records, or of their child records.
  private func view(
    _ field: Int, of base: NodeID, _ name: String, in lists: [NodeID]
  ) -> BoundaryTarget? {
    if let column = yearlyColumn(field, of: name),
      let declared = plan.vocabulary.type(name)?.fields[field]
    {
      return .field(column: column, declared)
    }
    guard name.contains("@"), case .element(let depth) = plan.nodes[base].operation,
      lists.indices.contains(depth), let column = childColumn(of: lists[depth]),
      let declared = plan.vocabulary.type(name)?.fields[field]
    else { return nil }
    return .child(column: column, word: field, declared)
  }

  /// The column of what a record of the year says under a name; `nil` for any other type.
  private func yearlyColumn(_ field: Int, of view: String) -> String? {
    let owner = Vocabulary.owner(of: view)
    guard let index = plan.vocabulary.typeIndex(owner),
      plan.vocabulary.yearlyView(ofType: index) == view,
      let declared = plan.vocabulary.type(view)?.fields[field]
    else { return nil }
    return isEnglish
      ? owner + "." + declared.id
      : plan.vocabulary.types[index].name.zh + "." + declared.name.zh
  }

  /// The column that holds a list of child records.
  private func childColumn(of list: NodeID) -> String? {
    switch plan.nodes[list].operation {
    case .filter(let inner, _): return childColumn(of: inner)
    case .definition(_, let inner): return childColumn(of: inner)
    case .field(let field, let base):
      guard case .record(let name) = plan.nodes[base].type else { return nil }
      return yearlyColumn(field, of: name)
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

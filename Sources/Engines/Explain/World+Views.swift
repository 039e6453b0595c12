import Core
import FEEL
import Facts
import Vocabulary

/// The records of a year by their names, and child records.
extension World {
  func isView(_ reference: RecordReference) -> Bool {
    switch reference {
    case .ofYear, .child: true
    case .record, .party, .absent, .supposed: false
    }
  }

  /// The type or view that says which fields a reference has.
  func entity(of reference: RecordReference) -> EntityType {
    let base = vocabulary.types[type(of: reference)]
    let view: String? =
      switch reference {
      case .ofYear(let type, _, _): vocabulary.yearlyView(ofType: type)
      case .child(let position, let field, _):
        vocabulary.childView(ofField: member(position, field) ?? base.fields[field].id, in: base.id)
      case .record, .party, .absent, .supposed: nil
      }
    return view.flatMap { vocabulary.type($0) } ?? base
  }

  /// A field of a view; `nil` when unknown.
  func readView(_ field: Int, of reference: RecordReference) -> Value? {
    switch reference {
    case .child(let position, let list, let place):
      guard case .known(.list(let items)) = facts.records[position].values[list],
        items.indices.contains(place), case .context(let child) = items[place]
      else { return nil }
      let declared = entity(of: reference).fields[field]
      if let value = child[declared.id] { return value }
      return declared.absence == .unknown ? nil : .null
    case .ofYear:
      let values = named(field, of: reference).map(\.value)
      guard let first = values.first, let first else { return nil }
      return values.allSatisfy { $0.map { World.isSame($0, first) } ?? false } ? first : nil
    case .record, .party, .absent, .supposed: return nil
    }
  }

  /// The records that give a field of a view of a year, and what each says; `nil` where it says
  /// nothing.
  func named(
    _ field: Int, of reference: RecordReference
  ) -> [(position: Int, list: Int, value: Value?)] {
    guard case .ofYear(let type, let party, let year) = reference, year <= on.year else {
      return []
    }
    let declared = vocabulary.types[type]
    guard let event = declared.eventField, let value = declared.varyingField,
      case .varying(let by, _) = declared.fields[value].type, let name = declared.fieldIndex(by)
    else { return [] }
    let wanted = entity(of: reference).fields[field].id
    return facts.positions(of: type, party: party).compactMap { position in
      let values = facts.records[position].values
      guard values[event].isValue(.number(Decimal128(year))),
        case .known(.string(wanted)) = values[name]
      else { return nil }
      switch values[value] {
      case .known(let known): return (position, value, known)
      case .none: return (position, value, .null)
      case .missing: return (position, value, nil)
      }
    }
  }

  /// Whether several records of one name and year contradict each other.
  func isContradicted(_ field: Int, of reference: RecordReference) -> Bool {
    let values = named(field, of: reference).compactMap(\.value)
    guard let first = values.first else { return false }
    return !values.allSatisfy { World.isSame($0, first) }
  }

  /// The child records in a field of a record or view; `nil` when the list is unknown.
  func children(_ field: Int, of reference: RecordReference) -> [RecordReference]? {
    switch reference {
    case .record(let position):
      guard case .list(let items)? = read(field, of: reference) else { return nil }
      return items.indices.map { .child(of: position, field: field, place: $0) }
    case .ofYear:
      guard case .list(let items)? = read(field, of: reference),
        let found = named(field, of: reference).first
      else { return nil }
      return items.indices.map { .child(of: found.position, field: found.list, place: $0) }
    case .party, .absent, .supposed, .child: return nil
    }
  }

  /// The name under which a record's varying field stands.
  private func member(_ position: Int, _ field: Int) -> String? {
    let record = facts.records[position]
    let declared = vocabulary.types[record.type]
    guard case .varying(let by, _) = declared.fields[field].type,
      let name = declared.fieldIndex(by),
      case .known(.string(let text)) = record.values[name]
    else { return nil }
    return text
  }

  /// Lists have no order: the same children in another order are the same.
  private static func isSame(_ left: Value, _ right: Value) -> Bool {
    guard case .list(let some) = left, case .list(let others) = right else {
      return left.equals(right)
    }
    return some.map(\.text).sorted() == others.map(\.text).sorted()
  }
}

extension EntityType {
  /// Position of the field whose type depends on another.
  fileprivate var varyingField: Int? {
    fields.firstIndex { if case .varying = $0.type { true } else { false } }
  }
}

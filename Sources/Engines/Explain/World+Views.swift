import Core
import FEEL
import Facts
import Vocabulary

/// The records of a year by their names, and child records.
extension World {
  /// What a reference shows of records that are declared otherwise.
  func view(of reference: RecordReference) -> EntityType? {
    switch reference {
    case .ofYear(let records): records.view
    case .child(let child): child.view
    case .record, .party, .absent, .supposed: nil
    }
  }

  /// The type or view that says which fields a reference has.
  func entity(of reference: RecordReference) -> EntityType {
    view(of: reference) ?? vocabulary.types[type(of: reference)]
  }

  /// Whether a field of a record or view is a list of child records.
  func holdsChildren(_ field: Int, of reference: RecordReference) -> Bool {
    let declared =
      switch reference {
      case .ofYear, .child: entity(of: reference).fields[field].type
      case .record, .party, .absent, .supposed:
        vocabulary.types[type(of: reference)].fields[field].type
      }
    if case .children = declared { return true }
    return false
  }

  /// The child records in a field of a record or view; `nil` when the list is unknown.
  func children(_ field: Int, of reference: RecordReference) -> [RecordReference]? {
    guard let value = read(field, of: reference) else { return nil }
    guard case .list(let items) = value else { return [] }
    let entity = entity(of: reference)
    guard
      let view = vocabulary.childView(ofField: entity.fields[field].id, in: entity.id)
        .flatMap({ vocabulary.type($0) }),
      let source = source(field, of: reference)
    else { return [] }
    return items.enumerated().map { place, item in
      let context: Context? = if case .context(let context) = item { context } else { nil }
      let values = view.fields.map { declared -> Value? in
        context?[declared.id] ?? (declared.absence == .unknown ? nil : .null)
      }
      return .child(
        ChildRecord(
          position: source.position, field: source.field, place: place, view: view,
          values: values))
    }
  }

  /// The record and its field that hold a list.
  private func source(
    _ field: Int, of reference: RecordReference
  ) -> (position: Int, field: Int)? {
    switch reference {
    case .record(let position): (position, field)
    case .ofYear(let records): records[field].map { ($0.position, $0.field) }
    case .party, .absent, .supposed, .child: nil
    }
  }
}

import Vocabulary

/// Tables of what no file declares: the records of a year by their names, a row for each party and
/// year, and child records, each with the day from which its year runs.
extension ColumnStore {
  /// Position of a type or view in `types`.
  func typeIndex(_ id: String) -> Int? {
    vocabulary.typeIndex(id)
      ?? types[vocabulary.types.count...].firstIndex { $0.id == id }
  }

  /// Position of the view that shows a year of a type's records by their names.
  func yearlyView(ofType type: Int) -> Int? {
    vocabulary.yearlyView(ofType: type).flatMap(typeIndex)
  }

  /// Position of the view of the child records that a field of a type or view holds.
  func childView(ofField field: Int, in type: Int) -> Int? {
    guard case .children = types[type].fields[field].type else { return nil }
    return vocabulary.childView(ofField: types[type].fields[field].id, in: types[type].id)
      .flatMap(typeIndex)
  }
}

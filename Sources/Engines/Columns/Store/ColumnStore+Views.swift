import Vocabulary

/// Tables of what no file declares: the records of a year by their names, a row for each party and
/// year, and child records, each with the day from which its year runs.
extension ColumnStore {
  /// Position of a type or view in `types`.
  func typeIndex(_ id: String) -> Int? { vocabulary.columnTypeIndex(id) }

  /// Position of the view that shows a year of a type's records by their names.
  func yearlyView(ofType type: Int) -> Int? { vocabulary.yearlyViewIndex(ofType: type) }

  /// Position of the view of the child records that a field of a type or view holds.
  func childView(ofField field: Int, in type: Int) -> Int? {
    guard case .children = types[type].fields[field].type else { return nil }
    return vocabulary.childView(ofField: types[type].fields[field].id, in: types[type].id)
      .flatMap(typeIndex)
  }
}

extension Vocabulary {
  /// The types, and behind them the views.
  var columnTypes: [EntityType] { types + viewTypes }

  /// Position of a type or view among these.
  func columnTypeIndex(_ id: String) -> Int? {
    typeIndex(id) ?? viewTypes.firstIndex { $0.id == id }.map { types.count + $0 }
  }

  /// Position of the view that shows a year of a type's records by their names.
  func yearlyViewIndex(ofType type: Int) -> Int? {
    yearlyView(ofType: type).flatMap(columnTypeIndex)
  }

  /// Positions of the views of child records that the year of a type shows.
  func childViewIndices(ofType type: Int) -> [Int] {
    guard let view = yearlyViewIndex(ofType: type) else { return [] }
    let shown = columnTypes[view]
    return shown.fields.compactMap { field in
      guard case .children = field.type else { return nil }
      return childView(ofField: field.id, in: shown.id).flatMap(columnTypeIndex)
    }
  }

  /// How a field of a type or view lies; `nil` where it has no column.
  func columnForm(_ field: Int, ofType type: Int) -> ColumnForm? {
    let declared = columnTypes[type]
    let given = declared.fields[field].type
    if type < types.count { return ColumnForm(given, self) }
    if Vocabulary.isYearly(declared.id) {
      // Whether there may be others than those listed: nobody knows until the list is told.
      if case .children = given { return .truth }
      return ColumnForm(given, self)
    }
    // Whom one names is told by the id, also where nobody describes that party.
    if case .reference = given { return .text }
    return ColumnForm(given, self)
  }
}

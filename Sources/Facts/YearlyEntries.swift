import Core
package import FEEL
package import Vocabulary

/// What a party's records of a type say for a year, by the names they say it under.
package struct YearlyEntries: Sendable {
  /// What is said under one name.
  package struct Entry: Sendable {
    /// `nil` where nobody has told it, or records disagree.
    package let value: Value?
    package let isContradicted: Bool
    /// The record that says it, and the field that holds it.
    package let position: Int
    package let field: Int
  }

  /// The type whose fields are the names.
  package let view: EntityType
  private let entries: [Entry?]

  /// Looks up what is said; `nil` for a type whose records are not read by name and year.
  ///
  /// - Parameters:
  ///   - type: of the records, an index into the vocabulary's types.
  ///   - party: whose records.
  ///   - year: which of them.
  ///   - facts: in which they stand.
  package init?(_ type: Int, of party: String, in year: Int, _ facts: FactBase) {
    guard let columns = YearlyFields(type, facts.vocabulary) else { return nil }
    var entries = [Entry?](repeating: nil, count: columns.view.fields.count)
    for position in facts.positions(of: type, party: party) {
      let values = facts.records[position].values
      guard columns.year(of: values) == year, case .known(.string(let text)) = values[columns.name],
        let member = columns.view.fieldIndex(text)
      else { continue }
      entries[member] = Entry(
        entries[member], values[columns.value].told, position, columns.value)
    }
    view = columns.view
    self.entries = entries
  }

  /// - Parameter field: of the view.
  /// - Returns: what is said under its name; `nil` where no record has the name.
  package subscript(field: Int) -> Entry? { entries[field] }
}

/// The fields of a type whose records are read by name and year.
package struct YearlyFields: Sendable {
  package let view: EntityType
  fileprivate let year: Int
  fileprivate let name: Int
  /// Position of the field that holds what is said.
  package let value: Int

  /// `nil` for a type whose records are not read so.
  ///
  /// - Parameters:
  ///   - type: an index into the vocabulary's types.
  ///   - vocabulary: of the type.
  package init?(_ type: Int, _ vocabulary: Vocabulary) {
    let declared = vocabulary.types[type]
    guard let id = vocabulary.yearlyView(ofType: type), let view = vocabulary.type(id),
      let year = declared.eventField,
      let value = declared.fields.firstIndex(where: { $0.type.isVarying }),
      case .varying(let by, _) = declared.fields[value].type, let name = declared.fieldIndex(by)
    else { return nil }
    (self.view, self.year, self.name, self.value) = (view, year, name, value)
  }

  /// What a record says that tells one name of a year.
  ///
  /// - Parameters:
  ///   - value: what is told.
  ///   - member: position of the name among the view's fields.
  ///   - number: the year.
  ///   - count: how many fields the type has.
  /// - Returns: the values of the record, in the order of the type's fields.
  package func values(
    telling value: FactValue, of member: Int, in number: Int, count: Int
  ) -> [FactValue] {
    var values = [FactValue](repeating: .missing, count: count)
    values[year] = .known(.number(Decimal128(number)))
    values[name] = .known(.string(view.fields[member].id))
    values[self.value] = value
    return values
  }

  /// The year that a record is of; `nil` where nobody has told it.
  package func year(of values: [FactValue]) -> Int? {
    if case .known(.number(let number)) = values[year] { number.integer } else { nil }
  }
}

extension YearlyEntries.Entry {
  /// Another record beside those before it: they may say the same.
  fileprivate init(_ before: Self?, _ value: Value?, _ position: Int, _ field: Int) {
    guard let before, !before.isContradicted, let known = before.value ?? value else {
      self.init(
        value: before == nil ? value : nil, isContradicted: before?.isContradicted ?? false,
        position: before?.position ?? position, field: field)
      return
    }
    let agrees = value.map { Self.isSame(known, $0) } ?? true
    self.init(
      value: agrees ? known : nil, isContradicted: !agrees,
      position: before.value == nil ? position : before.position, field: field)
  }

  /// Lists have no order: the same children in another order are the same.
  private static func isSame(_ left: Value, _ right: Value) -> Bool {
    guard case .list(let some) = left, case .list(let others) = right else {
      return left.equals(right)
    }
    return some.map(\.text).sorted() == others.map(\.text).sorted()
  }
}

extension FieldType {
  fileprivate var isVarying: Bool { if case .varying = self { true } else { false } }
}

extension FactValue {
  /// What was said, none included; `nil` for nothing.
  package var told: Value? {
    switch self {
    case .known(let value): value
    case .none: .null
    case .missing: nil
    }
  }
}

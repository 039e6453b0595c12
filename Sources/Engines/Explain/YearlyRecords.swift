import Core
import FEEL
import Facts
import Vocabulary

/// What a party's records of a type say for a year, each by its name: `年度(指标, 2025)`. Looked up
/// once for all its fields.
final class YearlyRecords: Hashable, Sendable {
  /// What is said under one name.
  struct Entry: Sendable {
    /// `nil` where nobody has told it, or records disagree.
    let value: Value?
    let isContradicted: Bool
    /// The record that says it, and the field that holds it.
    let position: Int
    let field: Int
  }

  let type: Int
  let party: String
  let year: Int
  let view: EntityType
  private let entries: [Entry?]

  /// - Returns: `nil` for a type whose records are not read by name and year.
  init?(_ type: Int, of party: String, in year: Int, _ world: World) {
    let declared = world.vocabulary.types[type]
    guard let id = world.vocabulary.yearlyView(ofType: type), let view = world.vocabulary.type(id),
      let event = declared.eventField,
      let field = declared.fields.firstIndex(where: { $0.type.isVarying }),
      case .varying(let by, _) = declared.fields[field].type, let name = declared.fieldIndex(by)
    else { return nil }
    (self.type, self.party, self.year, self.view) = (type, party, year, view)
    var entries = [Entry?](repeating: nil, count: view.fields.count)
    let wanted = Value.number(Decimal128(year))
    // Records of a later year do not exist yet.
    for position in year <= world.on.year ? world.facts.positions(of: type, party: party) : [] {
      let values = world.facts.records[position].values
      guard values[event].isValue(wanted), case .known(.string(let text)) = values[name],
        let member = view.fieldIndex(text)
      else { continue }
      entries[member] = Entry(entries[member], values[field].told, position, field)
    }
    self.entries = entries
  }

  subscript(field: Int) -> Entry? { entries[field] }

  static func == (left: YearlyRecords, right: YearlyRecords) -> Bool {
    left.type == right.type && left.party == right.party && left.year == right.year
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(type)
    hasher.combine(party)
    hasher.combine(year)
  }
}

extension YearlyRecords.Entry {
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

/// A record in a list of another: an honour among the honours of a year.
struct ChildRecord: Hashable {
  /// Position of the record that lists it, the field that does, and its place there.
  let position: Int
  let field: Int
  let place: Int
  let view: EntityType
  /// By the view's fields; `nil` where nobody has told it.
  let values: [Value?]

  static func == (left: ChildRecord, right: ChildRecord) -> Bool {
    left.position == right.position && left.field == right.field && left.place == right.place
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(position)
    hasher.combine(field)
    hasher.combine(place)
  }
}

extension FieldType {
  fileprivate var isVarying: Bool { if case .varying = self { true } else { false } }
}

extension FactValue {
  /// What was said, none included; `nil` for nothing.
  fileprivate var told: Value? {
    switch self {
    case .known(let value): value
    case .none: .null
    case .missing: nil
    }
  }
}

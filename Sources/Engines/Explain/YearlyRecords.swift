import Core
import FEEL
import Facts
import Vocabulary

/// What a party's records of a type say for a year, each by its name: `年度(指标, 2025)`. Looked up
/// once for all its fields.
final class YearlyRecords: Hashable, Sendable {
  let type: Int
  let party: String
  let year: Int
  private let entries: YearlyEntries?
  let view: EntityType

  /// - Returns: `nil` for a type whose records are not read by name and year.
  init?(_ type: Int, of party: String, in year: Int, _ world: World) {
    guard let fields = YearlyFields(type, world.vocabulary) else { return nil }
    (self.type, self.party, self.year, view) = (type, party, year, fields.view)
    // Records of a later year do not exist yet.
    entries =
      year <= world.on.year ? YearlyEntries(type, of: party, in: year, world.facts) : nil
  }

  subscript(field: Int) -> YearlyEntries.Entry? { entries?[field] }

  static func == (left: YearlyRecords, right: YearlyRecords) -> Bool {
    left.type == right.type && left.party == right.party && left.year == right.year
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(type)
    hasher.combine(party)
    hasher.combine(year)
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

import Core
import Facts
import HTTP
import Pages
import Registry
import Vocabulary

/// Reads what is to stand side by side from the address.
struct CompareReader {
  let served: ServedRegistry
  let today: CivilDate
  /// Whether the reader may see another party; a look that is written down.
  let mayLook: (_ id: String) throws -> Bool

  /// What was wrong with fields, in their order.
  private(set) var errors: [(field: String, problem: CompareProblem)] = []

  typealias Name = CompareFields.Name
  private static let right = [Name.andOn, Name.andKnown, Name.andParty, Name.andTexts]
  private static let mostYears = 100

  init(
    _ served: ServedRegistry, today: CivilDate, mayLook: @escaping (_ id: String) throws -> Bool
  ) {
    self.served = served
    self.today = today
    self.mayLook = mayLook
  }

  /// What was typed and chosen.
  static func fields(_ query: FormFields) -> CompareFields {
    var fields = CompareFields()
    func text(_ name: String) -> String { query[name]?.trimmed ?? "" }
    fields.on = text(Name.on)
    fields.known = text(Name.known)
    fields.texts = text(Name.texts)
    fields.andOn = text(Name.andOn)
    fields.andKnown = text(Name.andKnown)
    fields.andTexts = text(Name.andTexts)
    fields.andParty = text(Name.andParty)
    return fields
  }

  /// Whether anything was asked for: of the right side something is in the address, if only empty.
  static func isAsked(_ query: FormFields) -> Bool { right.contains { query[$0] != nil } }

  /// Both sides; what cannot be read of them is in `errors`.
  ///
  /// - Parameters:
  ///   - fields: what was typed and chosen.
  ///   - id: the party of the left side.
  ///   - name: what it is called.
  /// - Returns: the sides.
  /// - Throws: `StoreError`, `RegistryProblem`.
  mutating func sides(
    _ fields: CompareFields, of id: String, name: String
  ) throws -> (left: ComparedSide, right: ComparedSide) {
    let left = ComparedSide(
      party: id, name: name, on: day(fields.on, Name.on) ?? today,
      change: try change(fields.known, Name.known), isAmended: fields.texts != CompareFields.issued)
    var right = left
    right.on = day(fields.andOn, Name.andOn) ?? left.on
    switch fields.andKnown {
    case "": break
    case CompareFields.now: right.change = nil
    case let number: right.change = try change(number, Name.andKnown)
    }
    if !fields.andTexts.isEmpty { right.isAmended = fields.andTexts != CompareFields.issued }
    if !fields.andParty.isEmpty, fields.andParty != id {
      (right.party, right.name) = try other(fields.andParty, beside: id)
    }
    if errors.isEmpty, left.isSame(as: right) { note(Name.andOn, .nothingToCompare) }
    return (left, right)
  }

  mutating func note(_ field: String, _ problem: CompareProblem) {
    errors.append((field, problem))
  }

  private mutating func day(_ text: String, _ field: String) -> CivilDate? {
    if text.isEmpty { return nil }
    guard let day = CivilDate(text) else {
      note(field, .noDay(text))
      return nil
    }
    guard abs(day.year - today.year) <= Self.mostYears else {
      note(field, .farDay(day))
      return nil
    }
    return day
  }

  private mutating func change(_ text: String, _ field: String) throws -> Change? {
    if text.isEmpty { return nil }
    guard let change = try Int64(text).flatMap({ try served.registry.change($0) }) else {
      note(field, .unknownChange(text))
      return nil
    }
    return change
  }

  private mutating func other(
    _ id: String, beside first: String
  ) throws -> (party: String, name: String) {
    let facts = try served.registry.files(of: [id, first], types: [], on: today)
    guard try mayLook(id), let party = facts.party(id) else {
      note(Name.andParty, .unknownParty(id))
      return (id, id)
    }
    if let one = facts.party(first), one.type != party.type {
      let types = served.vocabulary.types
      note(
        Name.andParty,
        .otherType(left: types[one.type].name, right: types[party.type].name))
    }
    return (id, served.name(of: id, in: facts))
  }
}

import Core
import FEEL
import Facts
import HTTP
import Pages
import Registry
import Vocabulary

/// What the registry has of an enterprise's score sheet for a year: its indicators, what it said of
/// itself, and what the review gave.
struct RecordedSheet {
  let id: String
  let party: PartyLink
  /// The indicators, self scores and evidence as the form has them.
  fileprivate(set) var pairs: [(name: String, value: String)]
  /// Points of the review by item.
  fileprivate(set) var review: [String: Decimal128] = [:]
}

extension ServedRegistry {
  /// Reads what there is for a sheet.
  ///
  /// - Parameters:
  ///   - id: of the enterprise.
  ///   - year: that the sheet is of.
  ///   - on: the day the facts are for.
  /// - Returns: `nil` when the registry does not know the party.
  /// - Throws: `StoreError`, `RegistryProblem.unreadable`.
  func sheet(of id: String, year: Int, on: CivilDate) throws -> RecordedSheet? {
    guard let facts = try registry.file(of: id, types: ["indicator", "selection"], on: on) else {
      return nil
    }
    let party = link(to: id, in: facts)
    var sheet = RecordedSheet(
      id: id, party: party,
      pairs: [("party", id), ("year", String(year)), ("name", party.name)])
    for record in facts.records where record.party == id && record.isOf(year, vocabulary) {
      let type = vocabulary.types[record.type]
      switch type.id {
      case "indicator": sheet.add(indicator: record, type)
      case "selection": sheet.add(selection: record, type)
      default: continue
      }
    }
    return sheet
  }
}

extension RecordedSheet {
  fileprivate mutating func add(indicator record: Record, _ type: EntityType) {
    guard let name = type.fieldIndex("name").flatMap({ record.text($0) }),
      let field = type.fieldIndex("value"), let value = record.values[field].told
    else { return }
    // Of two records of one indicator the later one is shown, as of any correction.
    pairs.removeAll { $0.name == "f.\(name)" || $0.name.hasPrefix("f.\(name).") }
    guard case .list(let items) = value else {
      pairs.append(("f." + name, value.entered))
      return
    }
    if items.isEmpty { pairs.append(("f." + name, ScoreSheetForm.none)) }
    pairs.append(("r." + name, String(items.count)))
    for (row, item) in items.enumerated() {
      guard case .context(let columns) = item else { continue }
      for column in columns.keys {
        guard let cell = columns[column] else { continue }
        pairs.append(("f.\(name).\(row).\(column)", cell.entered))
      }
    }
  }

  /// Items as the children of a selection tell of them.
  fileprivate mutating func add(selection record: Record, _ type: EntityType) {
    guard let field = type.fieldIndex("scores"),
      case .known(.list(let items)) = record.values[field]
    else { return }
    for case .context(let columns) in items {
      guard case .string(let item)? = columns["item"] else { continue }
      for (prefix, column) in [("s.", "self"), ("n.", "evidence")] {
        // Points and evidence are there or not.
        guard let cell = columns[column], cell.entered != ScoreSheetForm.none else { continue }
        pairs.append((prefix + item, cell.entered))
      }
      if case .number(let points)? = columns["review"] { review[item] = points }
    }
  }
}

extension Record {
  fileprivate func isOf(_ year: Int, _ vocabulary: Vocabulary) -> Bool {
    guard let event = vocabulary.types[type].eventField else { return false }
    return number(event)?.integer == year
  }
}

extension Value {
  /// As somebody enters it in the form.
  fileprivate var entered: String {
    switch self {
    case .null: ScoreSheetForm.none
    case .boolean(let truth): truth ? "yes" : "no"
    case .string(let text): text
    default: text
    }
  }
}

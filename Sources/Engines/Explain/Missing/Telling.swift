import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// One thing that may be told about a missing fact.
enum Telling {
  /// Of a field; a party that is named need not be described.
  case value(FactValue)
  /// Of a field that names a party: one whom nobody else names.
  case stranger(type: Int)
  /// That there are no more records.
  case noRecord
  /// That there is one, with so much known of it.
  case record([Int: FactValue])
  /// Of an edition: what it says of what is looked up, `nil` where that does not stand in it.
  case entry([String: FactValue]?)
}

extension Telling {
  /// Different for what is told differently of one fact.
  var words: String {
    switch self {
    case .value(let value): value.words
    case .stranger(let type): "stranger \(type)"
    case .noRecord: "no record"
    case .record(let known):
      "record" + known.sorted { $0.key < $1.key }.map { " \($0.key) \($0.value.words)" }.joined()
    case .entry(nil): "no entry"
    case .entry(let said?):
      "entry" + said.sorted { $0.key < $1.key }.map { " \($0.key) \($0.value.words)" }.joined()
    }
  }
}

/// One fact told.
struct Told {
  let need: Need
  var telling: Telling
}

/// Facts with things told that nobody knows.
struct SupposedFacts {
  private(set) var facts: FactBase
  /// Of records and parties that are supposed, the missing fact that they were told for.
  private(set) var roots: [RecordReference: Need] = [:]
  /// The same of lists of child records.
  private var lists: [List: Need] = [:]

  /// Where a list of child records stands.
  private struct List: Hashable {
    /// Position of the record, and its field.
    let record: Int
    let field: Int
  }

  init(_ facts: FactBase) { self.facts = facts }

  /// The missing fact that another one belongs to: what is missing of a record or party that is only
  /// supposed belongs to the question whether there is one.
  func root(_ need: Need) -> Need {
    switch need {
    case .field(_, .child(let child), _):
      lists[List(record: child.position, field: child.field)] ?? need
    case .field(_, let reference, _): roots[reference] ?? need
    case .records(_, let party?), .value(_, _, _, let party):
      facts.partyPosition(party).flatMap { roots[.party($0)] } ?? need
    case .records, .record, .edition: need
    }
  }

  /// The id of a party or a record that is supposed, by its position.
  static func party(_ position: Int) -> String { "?p\(position)" }
  static func record(_ position: Int) -> String { "?r\(position)" }

  /// Tells something about a missing fact.
  mutating func tell(_ telling: Telling, _ need: Need) {
    switch (need, telling) {
    case (.field(let field, let reference, let type), .value(let value)):
      if let list = set(value, field, reference, type), case .known(.list) = value {
        lists[list] = root(need)
      }
    case (.field(let field, let reference, let type), .stranger(let target)):
      let id = SupposedFacts.party(facts.parties.count)
      let party = RecordReference.party(facts.parties.count)
      facts.add(party: empty(target, id: id, party: nil))
      roots[party] = root(need)
      _ = set(.known(.string(id)), field, reference, type)
    case (.records(let type, let party?), .noRecord),
      (.value(let type, _, _, let party), .noRecord):
      facts.declareComplete(type: type, party: party)
    case (.records(let type, let party?), .record(let known)),
      (.value(let type, _, _, let party), .record(let known)):
      add(type, party, known, need)
      facts.declareComplete(type: type, party: party)
    case (.edition(let index, let region, let entry), .entry(let said)):
      publish(facts.vocabulary.catalogues[index], region, entry, said)
    default: break
    }
  }

  private mutating func add(
    _ type: Int, _ party: String, _ known: [Int: FactValue], _ need: Need
  ) {
    let reference = RecordReference.record(facts.records.count)
    var record = empty(type, id: SupposedFacts.record(facts.records.count), party: party)
    for (field, value) in known { record.values[field] = value }
    if case .value(_, let field, let text, _) = need {
      record.values[field] = .known(.string(text))
    }
    facts.add(record: record)
    roots[reference] = root(need)
  }

  private func empty(_ type: Int, id: String, party: String?) -> Record {
    let count = facts.vocabulary.types[type].fields.count
    return Record(
      type: type, id: id, party: party, values: Array(repeating: .missing, count: count))
  }

  /// - Returns: where it is said, of what a record says.
  private mutating func set(
    _ value: FactValue, _ field: Int, _ reference: RecordReference, _ type: Int
  ) -> List? {
    switch reference {
    case .record(let position):
      guard facts.records.indices.contains(position) else { return nil }
      facts.set(value, field: field, ofRecord: position)
      return List(record: position, field: field)
    case .party(let position):
      guard facts.parties.indices.contains(position) else { return nil }
      facts.set(value, field: field, ofParty: position)
    case .absent(let type, let id):
      var record = empty(type, id: id, party: nil)
      record.values[field] = value
      facts.add(party: record)
    case .ofYear(let records):
      guard let fields = YearlyFields(type, facts.vocabulary) else { return nil }
      facts.add(
        record: Record(
          type: type, id: SupposedFacts.record(facts.records.count), party: records.party,
          values: fields.values(
            telling: value, of: field, in: records.year,
            count: facts.vocabulary.types[type].fields.count)))
      return List(record: facts.records.count - 1, field: fields.value)
    case .child(let child): set(value, field, child)
    case .supposed: break
    }
    return nil
  }

  private mutating func set(_ value: FactValue, _ field: Int, _ child: ChildRecord) {
    guard facts.records.indices.contains(child.position),
      case .known(.list(var items)) = facts.records[child.position].values[child.field],
      items.indices.contains(child.place), case .context(var context) = items[child.place]
    else { return }
    context[child.view.fields[field].id] =
      if case .known(let told) = value { told } else { .null }
    items[child.place] = .context(context)
    facts.set(.known(.list(items)), field: child.field, ofRecord: child.position)
  }

  private mutating func publish(
    _ catalogue: CatalogueType, _ region: String, _ entry: Need.Entry,
    _ said: [String: FactValue]?
  ) {
    let row = catalogue.fields.map { field -> FactValue in
      switch field.id {
      case "region": return .known(.string(region))
      case "year" where entry.year != nil:
        return .known(.number(Decimal128(entry.year ?? 0)))
      default:
        if let said, let value = said[field.id] { return value }
        guard said != nil, let text = entry.keys[field.id],
          let value = field.type.value(canonical: text)
        else { return .none }
        return .known(value)
      }
    }
    facts.catalogues[catalogue.id, default: []].append(row)
    facts.tell(
      CatalogueEntry(
        catalogue: catalogue.id, region: region, year: entry.year, keys: entry.keys))
  }
}

extension FactValue {
  fileprivate var words: String {
    switch self {
    case .missing: "missing"
    case .none: "none"
    case .known(let value): value.literalText
    }
  }

  /// Whether both say the same.
  func `is`(_ other: FactValue) -> Bool {
    switch (self, other) {
    case (.known(let one), .known(let other)): one.equals(other)
    case (.none, .none), (.missing, .missing): true
    default: false
    }
  }
}

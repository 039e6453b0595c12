import Core
import FEEL
import JSONText
import Vocabulary

/// Goes through a facts file once, collects the facts and every problem, and then checks what
/// needs the whole file: parties and references.
struct FactsReader {
  let schema: FactsSchema
  var facts: FactBase
  var problems = Problems()
  /// Sorts what is right from what is wrong; `nil` while one problem is against the whole file.
  var sorter: FactsSorter?
  /// Names and indexes from the top to the place being read.
  var path: [Step] = []
  var references: [PendingReference] = []
  var memberships: [PendingMembership] = []
  /// How the file calls the section of records.
  private(set) var recordsKey = "records"
  /// The caller's day, which wins over that of the file.
  private let givenDay: CivilDate?
  private var mentionsDay = false
  private var ids: Set<IDKey> = []
  /// What records without an id say, and where each stands.
  var nameless = NamelessRecords()
  /// How often something was complained about.
  private(set) var complaintCount = 0

  enum Step {
    case key(String)
    case index(Int)
  }

  private struct IDKey: Hashable {
    let type: Int
    let party: String?
    let id: String
  }

  /// The text of a structural item: how its key is written, and where the text stands.
  struct Word {
    let key: String
    let text: String
    let range: SourceRange
  }

  /// A reference whose target may come later in the file.
  struct PendingReference {
    let id: String
    let targets: [String]
    let range: SourceRange
    let path: [Step]
  }

  /// A record whose party may come later in the file.
  struct PendingMembership {
    let party: Word
    let type: Int
    /// Position in the section of records.
    let index: Int
  }

  init(_ schema: FactsSchema, on: CivilDate?) {
    self.schema = schema
    givenDay = on
    facts = FactBase(vocabulary: schema.vocabulary, on: on ?? CivilDate(dayNumber: 0))
  }

  mutating func read(_ json: JSON) {
    guard let members = json.members else {
      complain(.shape(.object), json.range)
      return
    }
    for member in members {
      inside(.key(member.key)) { $0.section(member) }
    }
    if givenDay == nil && !mentionsDay {
      complain(.missing(["on"]), SourceRange(json.range.start, json.range.start + 1))
    }
    checkMemberships()
    checkReferences()
  }

  private mutating func section(_ member: JSON.Member) {
    let value = member.value
    switch member.key {
    case "on", "认定日":
      mentionsDay = true
      let day = self.value(value, .plain(.date), format: nil)
      if givenDay == nil, case .known(.date(let day)) = day { facts.on = day }
      if case .none = day { complain(.kind(.date, found: value), value.range) }
    case "region", "地区": facts.region = region(value)
    case "parties", "当事人": eachItem(value) { $0.party($1) }
    case "records", "记录":
      recordsKey = member.key
      eachItem(value) { $0.record($1) }
    case "catalogues", "目录": catalogues(value)
    default:
      complain(
        .unknownKey(member.key, FactsReader.sections), member.keyRange)
    }
  }

  private static let sections = [
    Choice("on", "认定日"), Choice("region", "地区"), Choice("parties", "当事人"), Choice("records", "记录"),
    Choice("catalogues", "目录"),
  ]

  private mutating func region(_ value: JSON) -> String? {
    guard case .known(.string(let code)) = self.value(value, .plain(.region), format: nil) else {
      return nil
    }
    return code
  }

  /// Checks that the id is new among the party's records of the type, or among all parties
  /// (type −1).
  mutating func enter(_ id: Word?, type: Int, party: String?) {
    guard let id, !ids.insert(IDKey(type: type, party: party, id: id.text)).inserted else { return }
    inside(.key(id.key)) { $0.complain(.duplicateID(id.text), id.range) }
  }
}

extension FactsReader {
  mutating func complain(_ complaint: Complaint, _ range: SourceRange) {
    complain(complaint, range, at: path)
  }

  /// Complains about a place that was read before.
  mutating func complain(_ complaint: Complaint, _ range: SourceRange, at path: [Step]) {
    complaintCount += 1
    if sorter?.refuse(complaint, range, at: path) == true { return }
    problems.add(complaint, at: range, path: path.written)
  }

  mutating func inside<Result>(_ step: Step, _ body: (inout FactsReader) -> Result) -> Result {
    path.append(step)
    defer { path.removeLast() }
    return body(&self)
  }

  mutating func eachItem(_ value: JSON, _ body: (inout FactsReader, JSON) -> Void) {
    guard let items = value.items else {
      complain(.shape(.list), value.range)
      return
    }
    for (index, item) in items.enumerated() {
      inside(.index(index)) { reader in
        if reader.sorter?.isPassedOver(reader.path) != true { body(&reader, item) }
      }
    }
  }
}

extension [FactsReader.Step] {
  /// `records[3].issuedOn`.
  var written: String {
    var text = ""
    for step in self {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key): text += (text.isEmpty ? "" : ".") + key
      }
    }
    return text
  }
}

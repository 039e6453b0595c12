import Core
import Facts
import Registry
import Store
import Testing
import Vocabulary

/// Records without an id: known by the key of their type, else by all that they say.
@Suite("Records without an id") struct NamelessRecordTests {
  private let town: Town
  private let registry: Registry
  private let day = CivilDate(dayNumber: 18_443)

  init() throws {
    town = try Town()
    registry = try town.open()
  }

  /// Facts of one person with some records, each without the braces, type and party.
  private func facts(_ type: String, _ records: [String]) throws -> FactBase {
    let list = records.map { #"{"type": "\#(type)", "party": "p1", \#($0)}"# }
    return try town.facts(
      #""parties": [{"type": "person", "id": "p1"}], "records": [\#(list.joined(separator: ","))]"#)
  }

  private func put(_ type: String, _ records: String...) throws -> Tally {
    try registry.put(facts(type, records), source: "a").result
  }

  private func known(_ known: KnownAt = .latest) throws -> [String] {
    try (registry.facts(of: "p1", on: day, known: known)?.outline ?? []).filter {
      !$0.hasPrefix("person")
    }
  }

  @Test(
    "the same key with other content is a correction; another key, another record",
    arguments: [
      ("wage", [#""employer": "o1", "year": 2019, "amount": 8"#], 1),
      ("wage", [#""employer": "o1", "year": 2018, "amount": 8"#], 2),
      ("wage", [#""employer": "o2", "year": 2019, "amount": 8"#], 2),
      // What one leaves out of the key and the other does not tells them apart.
      ("wage", [#""year": 2019, "amount": 8"#], 2),
    ]) func corrected(_ type: String, _ records: [String], _ count: Int) throws
  {
    let first = #""employer": "o1", "year": 2019, "amount": 7"#
    let before = try #require(registry.put(facts(type, [first]), source: "a").change)
    let was = try known()
    let tally = try registry.put(facts(type, records), source: "b").result
    #expect((tally.added, tally.corrected) == (count - 1, 2 - count))
    #expect(try known().count == count)
    #expect(try known(.change(before.number)) == was)
    // Again, and the facts of another party in between.
    #expect(try registry.put(facts(type, records), source: "c").change == nil)
    #expect(try registry.touched(after: before.number).parties == ["p1"])
  }

  @Test("what is left out of the key is left out by both, or said to be none") func partialKey()
    throws
  {
    _ = try put("insurance", #""scheme": "pension", "from": "2019-01""#)
    let tally = try put(
      "insurance", #""scheme": "pension", "from": "2019-01", "region": null, "to": "2020-05""#)
    #expect(tally.corrected == 1)
    #expect(
      try known() == [
        #"insurance - of p1 scheme="pension" from=2019-01-01 to=2020-05-01 region=none"#
      ])
  }

  @Test("a record that says nothing of its key is all that it says") func noKey() throws {
    _ = try put("wage", #""amount": 7"#)
    _ = try put("wage", #""amount": 8"#)
    #expect(try put("wage", #""amount": 7"#).unchanged == 2)
    #expect(try known().count == 2)
  }

  @Test("records with ids that say the same are two; one without comes once") func twins() throws {
    let senior = #""grade": "senior""#
    let tally = try put("title", #""id": "t1", \#(senior)"#, #""id": "t2", \#(senior)"#, senior)
    #expect((tally.added, tally.unchanged) == (4, 0))
    #expect(try put("title", senior).unchanged == 2)
  }

  @Test(
    "twice at once is refused: nobody knows whether two are meant",
    arguments: [
      ("title", #""grade": "senior""#, #""grade": "senior""#, "FACT019"),
      ("wage", #""year": 2019, "amount": 7"#, #""year": 2019, "amount": 7"#, "FACT019"),
      ("wage", #""year": 2019, "amount": 7"#, #""year": 2019, "amount": 8"#, "FACT020"),
    ]) func twice(_ type: String, _ one: String, _ other: String, _ code: String) throws
  {
    // A facts file is refused as it is read; what comes row by row, when the second one comes.
    let error = #expect(throws: DiagnosticsError.self) { try facts(type, [one, other]) }
    #expect(error?.diagnostics.map(\.code) == [code])
    let index = try #require(town.vocabulary.typeIndex(type))
    let problem: RegistryProblem =
      code == "FACT019"
      ? .sameTwice(type: type) : .keyTwice(type: type, fields: ["employer", "year"])
    let records = try [one, other].map { try #require(facts(type, [$0]).records.first) }
    for isKnown in [false, true] {
      if isKnown { _ = try put(type, one) }
      #expect(throws: problem) {
        try registry.change(source: "b") { recorder in
          if !isKnown {
            _ = try recorder.put(
              party: Record(
                type: 0, id: "p1", party: nil,
                values: town.vocabulary.types[0].fields.map { _ in .missing }))
          }
          for record in records { _ = try recorder.put(record: record) }
        }
      }
    }
    #expect(records.allSatisfy { $0.type == index })
  }

  @Test("what an older registry knows twice under one key is corrected together") func older()
    throws
  {
    let plain = try smallVocabulary(
      "name: { zh: 名, en: name, type: string }",
      """
      year: { zh: 年, en: year, type: number, range: [1, 9], digits: 0 }
      text: { zh: 文, en: text, type: string }
      """)
    let keyed = try smallVocabulary(
      "name: { zh: 名, en: name, type: string }",
      """
      year: { zh: 年, en: year, type: number, range: [1, 9], digits: 0 }
      text: { zh: 文, en: text, type: string }
      """, key: "year")
    let old = try Town(plain)
    let note = { (text: String) in
      """
      "parties": [{"type": "person", "id": "p1"}],
      "records": [{"type": "note", "party": "p1", "year": 1, "text": "\(text)"}]
      """
    }
    let registry = try old.open()
    _ = try registry.put(old.facts(note("a")), source: "a")
    _ = try registry.put(old.facts(note("b")), source: "b")
    let opened = try old.open(keyed)
    let same = try opened.put(old.facts(note("b")), source: "c")
    #expect(same.result.corrected == 1)
    #expect(try opened.facts(of: "p1", on: day)?.records.count == 1)
    #expect(try opened.put(old.facts(note("c")), source: "d").result.corrected == 1)
    #expect(
      try opened.facts(of: "p1", on: day)?.outline.first == #"note - of p1 year=1 text="c""#)
    #expect(try opened.facts(of: "p1", on: day, known: .change(2))?.records.count == 2)
  }

  @Test("withdrawn by its key, or by all that it says, which must be so") func withdrawn() throws {
    let whole = #""employer": "o1", "year": 2019, "amount": 7"#
    let key = #""employer": "o1", "year": 2019"#
    for words in [whole, key] {
      _ = try put("wage", whole)
      let record = try #require(facts("wage", [words]).records.first)
      _ = try registry.change(source: "b") { try $0.withdraw(nameless: record) }
      #expect(try known() == [])
    }
    _ = try put("wage", whole)
    for words in [#"\#(key), "amount": 8"#, #""year": 2019"#] {
      let record = try #require(facts("wage", [words]).records.first)
      #expect(throws: RegistryProblem.unknownRecord(type: "wage", id: nil)) {
        try registry.change(source: "b") { try $0.withdraw(nameless: record) }
      }
    }
  }
}

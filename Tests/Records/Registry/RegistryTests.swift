import Core
import Facts
import Foundation
import Registry
import Store
import Testing
import Vocabulary

@Suite struct RegistryTests {
  private let town: Town
  private let registry: Registry
  private let day = CivilDate(dayNumber: 18_443)

  init() throws {
    town = try Town()
    registry = try town.open()
  }

  /// A worker with facts of every kind of storage, and the employer they refer to.
  private let worker = """
    "parties": [
      {"type": "person", "id": "p1", "name": "张三", "idNumber": "330302199001010013",
       "phone": "13800000000", "birthDate": "1990-01-01", "fullTimeEducation": true},
      {"type": "organisation", "id": "o1", "name": "甲厂", "kind": "enterprise"}],
    "records": [
      {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01", "level": 3,
       "issuedOn": "2019-05-03", "issuer": null},
      {"type": "employment", "party": "p1", "id": "e1", "employer": "o1", "from": "2015-01-01"},
      {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01",
       "to": "2018-12"},
      {"type": "wage", "party": "p1", "year": 2019, "amount": "80000.50"},
      {"type": "relocation", "party": "p1", "id": "r1", "talentClass": "none"},
      {"type": "account", "party": "p1", "id": "a1", "number": "6222020000001234567"}],
    "catalogues": {"shortage-occupations": [
      {"region": "330300", "year": 2019, "occupation": "6-18-01-01"}]}
    """

  @Test("what is put in is read again") func roundTrip() throws {
    let facts = try town.facts(worker)
    let outcome = try registry.put(facts, source: "facts.json")
    #expect(outcome.result.added == 9)
    #expect(try registry.facts(of: "p1", on: day)?.outline == facts.outline)
    #expect(try town.open().facts(of: "p1", on: day)?.outline == facts.outline)
  }

  @Test("indicators keep the type that their name gives them, lists too") func varying() throws {
    let facts = try town.facts(
      """
      "parties": [{"type": "organisation", "id": "o1"}],
      "records": [
        {"type": "indicator", "party": "o1", "year": 2023, "name": "hrUnit", "value": false},
        {"type": "indicator", "party": "o1", "year": 2023, "name": "trainedShare",
         "value": "0.357"},
        {"type": "indicator", "party": "o1", "year": 2023, "name": "trainingFunds",
         "value": "none"},
        {"type": "indicator", "party": "o1", "year": 2023, "name": "studios", "value": []},
        {"type": "indicator", "party": "o1", "year": 2023, "name": "prizes", "value": [
          {"level": "city", "prize": 1}, {"level": null}, {}]}]
      """)
    try #require(registry.put(facts, source: "a").result.added == 6)
    #expect(try registry.facts(of: "o1", on: day)?.outline == facts.outline)
  }

  @Test("the same facts again change nothing, and make no change") func again() throws {
    let facts = try town.facts(worker)
    _ = try registry.put(facts, source: "first")
    let outcome = try registry.put(facts, source: "second")
    #expect(outcome.change == nil)
    #expect(outcome.result.unchanged == 9)
    #expect(try registry.changes().map(\.source) == ["first"])
  }

  @Test("a correction closes what it corrects; every past state can be asked for")
  func correction() throws {
    let first = try town.facts(worker)
    let before = try #require(registry.put(first, source: "first").change)
    let corrected = try town.facts(worker.replacing("\"level\": 3", with: "\"level\": 2"))
    let outcome = try registry.put(corrected, source: "second")
    #expect((outcome.result.added, outcome.result.corrected) == (0, 1))
    let after = try #require(outcome.change)
    #expect(after.moment > before.moment)

    #expect(try registry.facts(of: "p1", on: day)?.outline == corrected.outline)
    for known in [KnownAt.change(before.number), .moment(after.moment - 1), .moment(before.moment)]
    {
      #expect(try registry.facts(of: "p1", on: day, known: known)?.outline == first.outline)
    }
    #expect(
      try registry.facts(of: "p1", on: day, known: .moment(after.moment))?.outline
        == corrected.outline)
    #expect(try registry.facts(of: "p1", on: day, known: .moment(before.moment - 1)) == nil)
    #expect(try registry.facts(of: "p2", on: day) == nil)
  }

  @Test("a record withdrawn is gone from now on, and still there in the past") func withdrawn()
    throws
  {
    let before = try #require(registry.put(town.facts(worker), source: "first").change)
    let type = try #require(town.vocabulary.typeIndex("certificate"))
    _ = try registry.change(source: "clerk") { try $0.withdraw(type: type, id: "c1", of: "p1") }
    let has = { (facts: FactBase?) in facts?.positions(withID: "c1").isEmpty == false }
    #expect(!has(try registry.facts(of: "p1", on: day)))
    #expect(has(try registry.facts(of: "p1", on: day, known: .change(before.number))))
    #expect(throws: RegistryProblem.unknownRecord(type: "certificate", id: "c1")) {
      try registry.change(source: "clerk") { try $0.withdraw(type: type, id: "c1", of: "p1") }
    }
  }

  @Test("a record without an id, and a row of a catalogue, are withdrawn by what they say")
  func withdrawnByContent() throws {
    let facts = try town.facts(worker)
    let before = try #require(registry.put(facts, source: "first").change)
    let insurance = try #require(town.vocabulary.typeIndex("insurance"))
    let record = try #require(facts.records.first { $0.type == insurance })
    let index = try #require(
      town.vocabulary.catalogues.firstIndex { $0.id == "shortage-occupations" })
    let row = try #require(facts.catalogues["shortage-occupations"]?.first)
    let withdraw = {
      try registry.change(source: "clerk") { recorder in
        try recorder.withdraw(nameless: record)
        try recorder.withdraw(row: row, ofCatalogue: index)
      }
    }
    _ = try withdraw()
    let latest = try registry.facts(of: "p1", on: day)
    let now = try #require(latest)
    #expect(now.positions(of: insurance, party: "p1").isEmpty)
    #expect(now.catalogues.isEmpty)
    #expect(
      try registry.facts(of: "p1", on: day, known: .change(before.number))?.outline
        == facts.outline)
    #expect(try registry.touched(after: before.number).catalogues == ["shortage-occupations"])
    #expect(throws: RegistryProblem.unknownRecord(type: "insurance", id: nil)) { try withdraw() }
    #expect(try registry.put(facts, source: "again").result.added == 2)
  }

  @Test("a trial gives the verdicts of the real run, and leaves nothing") func trial() throws {
    let facts = try town.facts(worker)
    let trial = try registry.put(facts, source: "a", isTrial: true)
    #expect(trial.change == nil)
    #expect(try registry.facts(of: "p1", on: day) == nil)
    #expect(try registry.put(facts, source: "a").result == trial.result)
  }

  @Test("what changed since is told by party and catalogue") func touched() throws {
    _ = try registry.put(town.facts(worker), source: "first")
    let all = try registry.touched(after: 0)
    #expect(all.parties == ["p1", "o1"])
    #expect(all.catalogues == ["shortage-occupations"])
    #expect(try registry.touched(after: all.upTo).parties == [])
    let corrected = worker.replacing("\"level\": 3", with: "\"level\": 2")
    _ = try registry.put(town.facts(corrected), source: "second")
    let since = try registry.touched(after: all.upTo)
    #expect(since.parties == ["p1"])
    #expect(since.catalogues == [])
  }

  @Test("an id is that of one party's record; others may use it") func idsPerParty() throws {
    let parties = #""parties": [{"type": "person", "id": "p1"}, {"type": "person", "id": "p2"}]"#
    let record = { (owner: String) in
      #"\#(parties), "records": [{"type": "title", "party": "\#(owner)", "id": "t1"}]"#
    }
    for owner in ["p1", "p2"] {
      #expect(try registry.put(town.facts(record(owner)), source: owner).result.corrected == 0)
    }
    for owner in ["p1", "p2"] {
      #expect(try registry.facts(of: owner, on: day)?.records.map(\.id) == ["t1"])
    }
  }

  @Test("attributes of a party that are not mentioned keep what was known") func merged() throws {
    let person = { (rest: String) in
      try town.facts(#""parties": [{"type": "person", "id": "p1", \#(rest)}]"#)
    }
    _ = try registry.put(person(#""name": "张三", "phone": "13800000000""#), source: "a")
    #expect(try registry.put(person(#""name": "张三""#), source: "b").change == nil)
    #expect(
      try registry.put(person(#""region": "330300", "phone": null"#), source: "c").result.corrected
        == 1)
    #expect(
      try registry.facts(of: "p1", on: day)?.outline
        == [#"person p1 name="张三" region="330300" phone=none"#])
  }

  @Test("the region that a file gives its parties is theirs") func region() throws {
    let facts = try town.facts(
      #""region": "330300", "parties": [{"type": "person", "id": "p1"}]"#)
    _ = try registry.put(facts, source: "a")
    #expect(try registry.facts(of: "p1", on: day)?.outline == [#"person p1 region="330300""#])
  }

  @Test("that a party has no more records of a type is kept, from then on") func complete() throws {
    var facts = try town.facts(#""parties": [{"type": "person", "id": "p1"}]"#)
    let before = try #require(registry.put(facts, source: "a").change)
    let type = try #require(town.vocabulary.typeIndex("insurance"))
    facts.declareComplete(type: type, party: "p1")
    #expect(try registry.put(facts, source: "b").result.added == 1)
    #expect(try registry.put(facts, source: "c").change == nil)
    #expect(try registry.facts(of: "p1", on: day)?.isComplete(type: type, party: "p1") == true)
    let past = try registry.facts(of: "p1", on: day, known: .change(before.number))
    #expect(past?.isComplete(type: type, party: "p1") == false)

    let declared = try registry.lastChange()
    _ = try registry.change(source: "d") { try $0.retractComplete(type: type, party: "p1") }
    let isComplete = { (known: KnownAt) in
      try registry.facts(of: "p1", on: day, known: known)?.isComplete(type: type, party: "p1")
    }
    #expect(try isComplete(.latest) == false)
    #expect(try isComplete(.change(declared)) == true)
    #expect(try registry.touched(after: declared).parties == ["p1"])
    #expect(throws: RegistryProblem.unknownRecord(type: "insurance", id: nil)) {
      try registry.change(source: "e") { try $0.retractComplete(type: type, party: "p1") }
    }
    #expect(try registry.put(facts, source: "f").result.added == 1)
    #expect(try isComplete(.latest) == true)
  }

  @Test("all parties are met once, in batches of any size", arguments: [1, 2, 3, 1000])
  func batches(_ size: Int) throws {
    let people = (1...5).map { #"{"type": "person", "id": "p\#($0)"}"# }.joined(separator: ", ")
    let jobs = (1...5).map {
      #"{"type": "employment", "party": "p\#($0)", "id": "e\#($0)", "employer": "o1"}"#
    }.joined(separator: ", ")
    _ = try registry.put(
      town.facts(
        #""parties": [\#(people), {"type": "organisation", "id": "o1"}], "records": [\#(jobs)]"#),
      source: "a")
    var met: [String] = []
    try registry.eachBatch(of: size, on: day) { batch in
      met += batch.parties
      for id in batch.parties where id != "o1" {
        #expect(batch.facts.party("o1") != nil)
        #expect(batch.facts.records.contains { $0.party == id })
      }
    }
    #expect(met == ["p1", "p2", "p3", "p4", "p5", "o1"])
  }

  @Test("a registry opens, and can be read, while another process writes to it") func busy() throws
  {
    _ = try registry.put(town.facts(worker), source: "first")
    let other = try Database.sqlite(town.database)
    try other.write { connection in
      try connection.transaction { connection in
        try connection.run("UPDATE \"person\" SET \"name\" = NULL")
        let opened = try town.open()
        #expect(try opened.facts(of: "p1", on: day)?.outline == town.facts(worker).outline)
      }
    }
  }

  @Test("who works for an employer, those of today first; and what changed about whom")
  func references() throws {
    let jobs = [
      ("p1", "2016-01-01", "\"2018-01-01\""), ("p2", "2017-01-01", "null"),
      ("p3", "2010-01-01", "\"2019-01-01\""),
    ]
    let people = jobs.map { #"{"type": "person", "id": "\#($0.0)"}"# }
    let records = jobs.enumerated().map { number, job in
      """
      {"type": "employment", "party": "\(job.0)", "id": "e\(number)", "employer": "o1",
       "from": "\(job.1)", "to": \(job.2)}
      """
    }
    let facts = { (parts: [String]) in
      """
      "parties": [\(people.joined(separator: ",")), {"type": "organisation", "id": "o1"}],
      "records": [\(parts.joined(separator: ","))]
      """
    }
    let first = try #require(registry.put(town.facts(facts([records[0]])), source: "a").change)
    let second = try #require(registry.put(town.facts(facts(records)), source: "b").change)
    let type = try #require(town.vocabulary.typeIndex("employment"))
    let field = try #require(town.vocabulary.types[type].fieldIndex("employer"))
    let reference = Registry.Reference(type: type, field: field)
    let now = try registry.parties(referringTo: "o1", by: reference)
    #expect((now.parties, now.count) == (["p2", "p3", "p1"], 3))
    let page = try registry.parties(referringTo: "o1", by: reference, offset: 1, limit: 1)
    #expect((page.parties, page.count) == (["p3"], 3))
    let before = try registry.parties(
      referringTo: "o1", by: reference, known: .change(first.number))
    #expect(before.parties == ["p1"])
    #expect(try registry.history(of: "p2") == [second, first])
    #expect(try registry.history(of: "p1") == [first])
    #expect(try registry.history(of: "nobody") == [])
    #expect(try registry.latestChange() == second)
    let files = try registry.files(of: ["p1", "nobody", "p2"], types: ["employment"], on: day)
    #expect(files.parties.compactMap(\.id) == ["p1", "p2", "o1"])
  }
}

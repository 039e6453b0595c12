import Core
import FEEL
import Facts
import Registry
import Store
import Testing
import Vocabulary

/// The vocabulary grows; the registry follows.
@Suite struct SchemaTests {
  private let day = CivilDate(dayNumber: 18_443)
  private static let name = "name: { zh: 姓名, en: name, type: string }"
  private static let cost =
    "cost: { zh: 费用, en: cost, type: number, range: [0, 1000], digits: 2 }"

  /// A registry made with the first vocabulary, with one person and one note.
  private func town(_ noteFields: String = cost, _ note: String = #""cost": "12.34""#) throws
    -> Town
  {
    let town = try Town(smallVocabulary(Self.name, noteFields))
    _ = try town.open().put(
      town.facts(
        """
        "parties": [{"type": "person", "id": "p1", "name": "张三"}],
        "records": [{"type": "note", "party": "p1", "id": "n1", \(note)}]
        """), source: "a")
    return town
  }

  private func outline(_ town: Town, _ vocabulary: Vocabulary) throws -> [String]? {
    try town.open(vocabulary).facts(of: "p1", on: day)?.outline
  }

  @Test("a new field is a new column, in which nothing is known yet") func newField() throws {
    let town = try town()
    let grown = try smallVocabulary(
      "age: { zh: 年龄, en: age, type: number, range: [0, 150], digits: 0 }\n" + Self.name,
      Self.cost + "\ndone: { zh: 完成, en: done, type: boolean }")
    let before = [#"note n1 of p1 cost=12.34"#, #"person p1 name="张三""#]
    #expect(try outline(town, grown) == before)
    #expect(try outline(town, grown) == before)
  }

  @Test("a new secret field is found by its index, before and after a large load")
  func newSecretField() throws {
    let town = try Town(smallVocabulary(Self.name, Self.cost))
    _ = try town.open()
    let grown = try smallVocabulary(
      Self.name + "\nphone: { zh: 电话, en: telephone, type: string, sensitivity: identity }",
      Self.cost + "\nsecret: { zh: 密, en: secret, type: string, sensitivity: identity }")
    let registry = try town.open(grown)
    let person = try #require(grown.typeIndex("person"))
    _ = try registry.change(source: "b") { recorder in
      for number in 0..<20_100 {
        let values: [FactValue] = [.missing, .known(.string("\(10_000_000_000 + number)"))]
        _ = try recorder.put(
          party: Record(type: person, id: "q\(number)", party: nil, values: values))
      }
    }
    #expect(
      try registry.parties(with: "10000020099", inType: person, field: 1) == ["q20099"])
    let indexes = try Database.sqlite(town.database).read { connection in
      try connection.all(
        "SELECT \"name\" FROM sqlite_schema WHERE \"type\" = 'index'"
      ) { $0.text(0) }
    }
    for name in ["person_known", "person_party", "person_phone", "note_secret"] {
      #expect(indexes.contains(name))
    }
  }

  @Test("a note put again after a field was added is the same note") func sameDigest() throws {
    let town = try town()
    let grown = try smallVocabulary(
      Self.name, "done: { zh: 完成, en: done, type: boolean }\n" + Self.cost)
    let facts = try FactsFile.read(
      SourceText(
        name: "facts.json",
        text: """
          {"on": "2020-06-30", "parties": [{"type": "person", "id": "p1", "name": "张三"}],
           "records": [{"type": "note", "party": "p1", "id": "n1", "cost": "12.34"}]}
          """), FactsSchema(grown))
    #expect(try town.open(grown).put(facts, source: "b").result.unchanged == 2)
  }

  @Test("more digits after the point: what is there keeps its value") func widened() throws {
    let town = try town()
    let grown = try smallVocabulary(
      Self.name, Self.cost.replacing("digits: 2", with: "digits: 4"))
    #expect(try outline(town, grown)?.first == "note n1 of p1 cost=12.34")
    #expect(try outline(town, grown)?.first == "note n1 of p1 cost=12.34")
  }

  @Test("a field that is gone stays in the table") func droppedField() throws {
    let town = try town(Self.cost + "\ndone: { zh: 完成, en: done, type: boolean }")
    #expect(
      try outline(town, try smallVocabulary(Self.name, "done: { zh: 完成, en: done, type: boolean }"))
        == ["note n1 of p1", #"person p1 name="张三""#])
    #expect(try outline(town, town.vocabulary)?.first == "note n1 of p1 cost=12.34")
  }

  @Test("a number too wide for 64 bits is kept digit for digit") func wide() throws {
    let digits = "123456789012345678901234567890.1234"
    let town = try town(
      "cost: { zh: 费用, en: cost, type: number, range: [0, 1\(String(repeating: "0", count: 30))], digits: 4 }",
      #""cost": "\#(digits)""#)
    #expect(try outline(town, town.vocabulary)?.first == "note n1 of p1 cost=\(digits)")
  }

  @Test("another type under the same name is refused, and nothing is changed") func changed() throws
  {
    let town = try town()
    for (fields, storage) in [
      ("cost: { zh: 费用, en: cost, type: string }", "text"),
      (Self.cost.replacing("digits: 2", with: "digits: 1"), "scaled 1"),
    ] {
      let problem = RegistryProblem.fieldChanged(field: "note.cost", from: "scaled 2", to: storage)
      #expect(throws: problem) { try outline(town, smallVocabulary(Self.name, fields)) }
    }
    #expect(try outline(town, town.vocabulary)?.first == "note n1 of p1 cost=12.34")
  }

  @Test("an earlier vocabulary reads what has grown since, and may lack what is new")
  func earlier() throws {
    let town = try town()
    let first = town.vocabulary
    let grown = try smallVocabulary(
      "age: { zh: 年龄, en: age, type: number, range: [0, 150], digits: 0 }\n" + Self.name,
      "done: { zh: 完成, en: done, type: boolean }\n"
        + Self.cost.replacing("digits: 2", with: "digits: 4"))
    let registry = try town.open(grown)
    let facts = try FactsFile.read(
      SourceText(
        name: "facts.json",
        text: """
          {"on": "2020-06-30", "parties": [{"type": "person", "id": "p1", "age": 40}], "records": [
            {"type": "note", "party": "p1", "id": "n2", "cost": "1.2345", "done": true}]}
          """), FactsSchema(grown))
    _ = try registry.put(facts, source: "b")
    let before = try registry.read(by: first)
    #expect(
      try before.facts(of: "p1", on: day, known: .change(1))?.outline
        == ["note n1 of p1 cost=12.34", #"person p1 name="张三""#])
    #expect(
      try before.facts(of: "p1", on: day)?.outline
        == ["note n1 of p1 cost=12.34", "note n2 of p1 cost=1.2345", #"person p1 name="张三""#])
    let other = try smallVocabulary(Self.name, "cost: { zh: 费用, en: cost, type: string }")
    #expect(
      throws: RegistryProblem.fieldChanged(field: "note.cost", from: "scaled 4", to: "text")
    ) { try registry.read(by: other) }
  }

  @Test("child records in child records are refused") func nested() throws {
    let fields = """
      list:
        zh: 列表
        en: list
        type: children
        fields:
          inner:
            zh: 内层
            en: inner
            type: children
            fields: { x: { zh: 甲, en: x, type: boolean } }
      """
    let town = try Town(smallVocabulary(Self.name, fields))
    #expect(throws: RegistryProblem.nestedChildren(field: "note.list.inner")) { try town.open() }
  }

  @Test("a field that is searched from now on is searched in what is there already")
  func searchedLater() throws {
    let town = try town()
    let find = { (vocabulary: Vocabulary) in
      try town.open(vocabulary).search(SearchText("三"), type: 0).parties
    }
    #expect(try find(town.vocabulary) == [])
    for depth in [1, 2, 8, 2] {
      let name = Self.name.replacing("string", with: "string, search: \(depth)")
      let grown = try smallVocabulary(name, Self.cost)
      #expect(try find(grown) == (depth == 1 ? [] : ["p1"]))
    }
  }
}

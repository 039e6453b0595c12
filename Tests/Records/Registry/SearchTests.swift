import Core
import Facts
import Registry
import Testing
import Vocabulary

@Suite struct SearchTests {
  private let town: Town
  private let registry: Registry

  init() throws {
    town = try Town()
    registry = try town.open()
    let facts = try town.facts(
      """
      "parties": [
        {"type": "person", "id": "p1", "name": "张三", "idNumber": "330302199001010013",
         "phone": "13800000000"},
        {"type": "person", "id": "p2", "name": "张三丰"},
        {"type": "person", "id": "p3", "name": "李张三"},
        {"type": "person", "id": "p4", "name": "阿不都·张三"},
        {"type": "person", "id": "p5", "name": "Zhang San"}, {"type": "person", "id": "W6"},
        {"type": "organisation", "id": "o1", "name": "示例市甲乙精工机械有限公司",
         "uscc": "91330300000000000K"},
        {"type": "organisation", "id": "o2", "name": "ABC 张三 Works"}],
      "records": [
        {"type": "certificate", "party": "p2", "id": "c1", "number": "S000033120190001"},
        {"type": "certificate", "party": "p2", "id": "c2", "number": "S000033120190002"},
        {"type": "certificate", "party": "p3", "id": "c3", "number": "s000033129999"},
        {"type": "account", "party": "p2", "id": "a1", "number": "6222020000001234567",
         "bank": "12345678"},
        {"type": "account", "party": "p3", "id": "a1", "number": "6222 0200 0000 7654 321"},
        {"type": "account", "party": "o1", "id": "a1", "number": "33001620000050000001"}]
      """)
    _ = try registry.put(facts, source: "facts.json")
  }

  private func find(_ text: String, _ type: String = "person", offset: Int = 0, limit: Int = 25)
    throws -> [String]
  {
    let index = try #require(town.vocabulary.typeIndex(type))
    return try registry.search(SearchText(text), type: index, offset: offset, limit: limit).parties
  }

  @Test(
    "the name itself comes first, then what begins with it, then what has it further on",
    arguments: [
      ("张三", ["p1", "p2", "p3", "p4"]), ("张", ["p1", "p2", "p3", "p4"]),
      ("三", ["p1", "p2", "p3", "p4"]),
      ("丰", ["p2"]), ("三丰", ["p2"]), ("张三丰", ["p2"]), ("李", ["p3"]), ("王", []), ("", []),
      ("  ", []),
      ("张 三", ["p1", "p2", "p3", "p4"]), ("都·张", ["p4"]), ("zhang", ["p5"]), ("ＳＡＮ", ["p5"]),
      ("Zhang　San", ["p5"]), ("p4", ["p4"]), ("W6", ["W6"]), ("%", []), ("_", []), ("'", []),
      ("三\u{0}", []),
    ])
  func names(_ text: String, _ found: [String]) throws { #expect(try find(text) == found) }

  @Test(
    "numbers are found by their beginning, secret ones only as a whole",
    arguments: [
      ("S000033120190002", ["p2"]), ("s0000331", ["p2", "p3"]), ("S00", []), ("00331", []),
      ("330302199001010013", ["p1"]), ("330302 19900101 0013", ["p1"]), ("33030219900101001", []),
      ("13800000000", ["p1"]), ("138-0000-0000", ["p1"]), ("330302199001010014", []),
      ("6222020000001234567", ["p2"]), ("6222 0200 0000 1234 567", ["p2"]),
      ("6222 0200 0000 7654 321", ["p3"]), ("622202000000123456", []),
      ("33001620000050000001", []),
    ])
  func numbers(_ text: String, _ found: [String]) throws { #expect(try find(text) == found) }

  @Test(
    "organisations",
    arguments: [
      ("精工机械有限公司", ["o1"]), ("司", ["o1"]), ("示例", ["o1"]), ("91330300", ["o1"]),
      ("91330300000000000k", ["o1"]), ("abc", ["o2"]), ("张三", ["o2"]), ("works", ["o2"]),
    ])
  func organisations(_ text: String, _ found: [String]) throws {
    #expect(try find(text, "organisation") == found)
  }

  @Test("a page at a time, and the count of all") func pages() throws {
    let index = try #require(town.vocabulary.typeIndex("person"))
    let found = try registry.search(SearchText("张"), type: index, offset: 1, limit: 2)
    #expect(found.parties == ["p2", "p3"])
    #expect((found.count, found.hasMore) == (4, false))
  }

  @Test("of very many the first are counted") func many() throws {
    let people = (1...600).map { #"{"type": "person", "id": "m\#($0)", "name": "赵\#($0)"}"# }
    _ = try registry.put(
      town.facts(#""parties": [\#(people.joined(separator: ","))], "records": []"#), source: "b")
    let index = try #require(town.vocabulary.typeIndex("person"))
    let found = try registry.search(SearchText("赵"), type: index, offset: 495, limit: 25)
    #expect((found.parties.count, found.count, found.hasMore) == (5, 500, true))
  }

  @Test("who has another name now is found by that; a withdrawn certificate finds nobody")
  func changes() throws {
    _ = try registry.put(
      town.facts(
        #""parties": [{"type": "person", "id": "p1", "name": "赵四"}], "records": []"#), source: "b")
    #expect(try find("张三") == ["p2", "p3", "p4"])
    #expect(try find("四") == ["p1"])
    let type = try #require(town.vocabulary.typeIndex("certificate"))
    _ = try registry.change(source: "clerk") { try $0.withdraw(type: type, id: "c2", of: "p2") }
    #expect(try find("S000033120190002") == [])
  }
}

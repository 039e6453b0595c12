import Core
import JSONText
import Testing

@Suite("JSON trees")
struct JSONTreeTests {
  private func read(_ text: String) throws -> JSON {
    try JSON.parse(SourceText(name: "a.json", text: text))
  }

  @Test(
    "what is read is written again",
    arguments: [
      "null", "true", "12", "-12.50", "1e400", "0.1000000000000000000000000000000000000001",
      "\"文\"", "[]", "{}", "[1,[2,{\"b\":3,\"a\":[]}],null]", "{\"on\":\"2020-06-30\",\"编号\":1}",
      "\"\\\"\\\\\\n\\t\\u0001\\u001f😀\"",
    ])
  func roundTrip(_ text: String) throws {
    var writer = JSONWriter()
    writer.value(try read(text))
    #expect(writer.text == text)
  }

  @Test(
    "blanks, escapes and a byte order mark do not matter",
    arguments: [
      (" [ 1 ,\n\t2 ] \r\n", "[1,2]"), ("\"\\u4e2d\\/\\ud83d\\ude00\"", "\"中/😀\""),
      ("\u{FEFF}{\"a\": 1}", "{\"a\":1}"),
    ])
  func normalised(_ text: String, _ expected: String) throws {
    var writer = JSONWriter()
    writer.value(try read(text))
    #expect(writer.text == expected)
  }

  @Test(
    "ranges cover what was written",
    arguments: [
      ("{\"甲\": \"失\\n业\" , \"b\": 1}", "\"失\\n业\""), ("\u{FEFF}{\"甲\":[1, 2]}", "[1, 2]"),
      ("{\"甲\":\n-1.5e3}", "-1.5e3"), ("{\"甲\" :true}", "true"),
    ])
  func ranges(_ text: String, _ expected: String) throws {
    let source = SourceText(name: "a.json", text: text)
    let member = try #require(try JSON.parse(source).members?.first)
    #expect(source.slice(member.value.range) == expected)
    #expect(source.slice(member.keyRange) == "\"甲\"")
  }

  @Test("indented output") func indented() throws {
    var writer = JSONWriter(.indented)
    writer.value(try read("{\"a\":[1,{}],\"b\":{\"c\":[]}}"))
    let expected = """
      {
        "a": [
          1,
          {}
        ],
        "b": {
          "c": []
        }
      }
      """
    #expect(writer.text == expected)
  }

  @Test("members of every kind") func writing() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("benefit", "w/a")
      writer.member("subject", nil)
      writer.key("score")
      writer.number(Decimal128(units: 1250, scale: 2))
      writer.key("months")
      writer.array { writer in
        writer.integer(-3)
        writer.boolean(false)
        writer.null()
      }
    }
    let expected = #"{"benefit":"w/a","subject":null,"score":12.5,"months":[-3,false,null]}"#
    #expect(writer.text == expected)
  }

  @Test("nesting up to the limit is read") func depth() throws {
    let deepest = JSON.deepestNesting
    let text = String(repeating: "[", count: deepest) + String(repeating: "]", count: deepest)
    _ = try read(text)
  }

  @Test("many members are still unique, and in order") func manyMembers() throws {
    let text = "{" + (0..<100).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
    let members = try #require(try read(text).members)
    #expect(members.map(\.key) == (0..<100).map { "k\($0)" })
  }

  @Test("every single character changed reads or is refused") func mutations() {
    let characters = Array(
      "{\"a\": [1, -2.5e3, \"x\\u4e2d\\n\"], \"文\": {\"b\": null, \"c\": true}}")
    let strays: [Character] = ["\"", "{", "]", ",", ":", "\\", "-", "\u{0}", "文"]
    for index in characters.indices {
      var cut = characters
      cut.remove(at: index)
      _ = try? read(String(cut))
      for stray in strays {
        var grown = characters
        grown.insert(stray, at: index)
        _ = try? read(String(grown))
      }
    }
  }
}

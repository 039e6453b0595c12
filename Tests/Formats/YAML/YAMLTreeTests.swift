import Core
import Testing
import YAMLText

@Suite("YAML trees")
struct YAMLTreeTests {
  private func read(_ text: String) -> YAML.Reading {
    YAML.parse(SourceText(name: "a.yaml", text: text))
  }

  @Test(
    "text becomes a tree",
    arguments: [
      ("a: 1", "{a: 1}"),
      ("a:\n  - x\n  - \"y\"\n", "{a: [x, 'y']}"),
      ("on: yes", "{on: yes}"),
      ("题: { zh: 失业, en: \"un\" }", "{题: {zh: 失业, en: 'un'}}"),
      ("a:\nb: ~\nc: 'null'", "{a: ∅, b: ∅, c: 'null'}"),
      ("a: |\n  one\n  two\n", "{a: 'one\ntwo\n'}"),
      ("- { id: once, per: [人, 证书.职业] }", "[{id: once, per: [人, 证书.职业]}]"),
      ("\u{FEFF}a: 1", "{a: 1}"),
      ("[]", "[]"),
    ])
  func trees(_ text: String, _ expected: String) throws {
    let reading = read(text)
    #expect(reading.diagnostics.isEmpty)
    #expect(try #require(reading.root).drawn == expected)
  }

  @Test("nothing but comments is no document", arguments: ["", "# nothing\n", "\n\n"])
  func empty(_ text: String) {
    let reading = read(text)
    #expect(reading.root == nil)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(
    "ranges cover what was written",
    arguments: [
      ("甲: 失业  # 注\n", ["甲"], "失业"), ("甲: \"失业\"\n", ["甲"], "\"失业\""),
      ("甲: [一, 二]\n乙: 丙", ["甲"], "[一, 二]"), ("甲:\n  乙: 丙\n\n# 注\n丁: 戊", ["甲"], "乙: 丙"),
      ("甲: {乙: 丙}\r\n丁: 戊", ["丁"], "戊"), ("甲:\r\n  乙: 😀\r\n丁: 戊", ["丁"], "戊"),
    ])
  func ranges(_ text: String, _ path: [String], _ expected: String) throws {
    let source = SourceText(name: "a.yaml", text: text)
    var node = try #require(YAML.parse(source).root)
    for key in path { node = try #require(node[key]) }
    #expect(source.slice(node.range) == expected)
  }

  @Test("a part of a file keeps the offsets of the file") func part() throws {
    let source = SourceText(name: "a.md", text: "---\n号: 温\n---\n# 题\n")
    let reading = YAML.parse(source, within: SourceRange(4, 12))
    let entry = try #require(reading.root?.entries?.first)
    #expect(source.slice(entry.keyRange) == "号")
    #expect(source.slice(entry.value.range) == "温")
  }

  @Test(
    "only true and false are boolean",
    arguments: [("true", true), ("false", false), ("yes", nil), ("on", nil), ("'true'", nil)])
  func booleans(_ text: String, _ expected: Bool?) {
    #expect(read(text).root?.boolean == expected)
  }

  @Test("every single character changed reads without a crash") func mutations() {
    let text = "# 注\nid: a\nname: { zh: 甲, en: \"A\" }\nlist:\n  - [1, 'x']\n  - |\n    长\n"
    let characters = Array(text)
    let strays: [Character] = [":", "-", "[", "}", "\"", "\t", "&", "*", "!", "|", "\u{1}", "："]
    for index in characters.indices {
      var cut = characters
      cut.remove(at: index)
      _ = read(String(cut))
      for stray in strays {
        var grown = characters
        grown.insert(stray, at: index)
        _ = read(String(grown))
      }
    }
  }
}

extension YAML {
  /// The tree in flow form: quoted scalars in single quotes, null as ∅.
  fileprivate var drawn: String {
    switch content {
    case .scalar(let text, isPlain: true): isNull ? "∅" : text
    case .scalar(let text, isPlain: false): "'\(text)'"
    case .sequence(let items): "[" + items.map(\.drawn).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value.drawn)" }.joined(separator: ", ") + "}"
    }
  }
}

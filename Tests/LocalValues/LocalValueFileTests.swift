import Core
import LocalValues
import Testing
import TestSupport

@Suite("Files of local values")
struct LocalValueFileTests {
  private static func read(_ text: String) throws(DiagnosticsError) -> [LocalValue] {
    try LocalValueFile(SourceText(name: "local.yaml", text: text)).values
  }

  @Test("Every key is read, and what is left out is open")
  func keys() throws {
    let values = try Self.read(
      """
      - document: a
        name: 课时
        region: "330302"
        from: "2020-01-01"
        to: "2020-12-31"
        value: 32
        reason: { zh: 短训, en: short courses }
        by: 区人社局
        cites: 1号
      - { document: a, name: 口径, region: "330300", value: "申请日", reason: 统一, by: 市人社局 }
      """)
    #expect(values.map(\.text) == ["32", "申请日"])
    #expect(values.map(\.from) == [CivilDate(year: 2020, month: 1, day: 1), nil])
    #expect(values.map(\.to) == [CivilDate(year: 2020, month: 12, day: 31), nil])
    #expect(values.map(\.reason.en) == ["short courses", "统一"])
    #expect(values.map(\.cites) == ["1号", nil])
  }

  private static let item = "document: a, name: x, region: \"330302\", value: 1, reason: r, by: b"

  @Test(
    "What is wrong with the form, in full",
    arguments: [
      (
        "# nothing\n",
        "local.yaml:1:1: 错误 LOC001: 文件里没有地方取值\n  | # nothing\n  | ^\n"
          + "  每项以“- document: …”开头，写明 name、region、value、reason 和 by。\n",
        "local.yaml:1:1: error LOC001: the file holds no local value\n  | # nothing\n  | ^\n"
          + "  Begin each item with “- document: …” and give name, region, value, reason and by.\n"
      ),
      (
        "- { \(item), too: 1 }\n",
        "local.yaml:1:73: 错误 LOC002: 地方取值没有“too”这一项\n  | - { \(item), too: 1 }\n"
          + "  | " + String(repeating: " ", count: 72) + "^^^\n  是不是想写 to？\n",
        "local.yaml:1:73: error LOC002: a local value has no key “too”\n  | - { \(item), too: 1 }\n"
          + "  | " + String(repeating: " ", count: 72) + "^^^\n  Did you mean to?\n"
      ),
      (
        "- { name: x, value: 1 }\n",
        "local.yaml:1:3: 错误 LOC003: 缺少 document、region、reason、by\n"
          + "  | - { name: x, value: 1 }\n  |   ^^^^^^^^^^^^^^^^^^^^^\n  请在这一项里补上。\n",
        "local.yaml:1:3: error LOC003: document, region, reason, by missing\n"
          + "  | - { name: x, value: 1 }\n  |   ^^^^^^^^^^^^^^^^^^^^^\n  Add it to this item.\n"
      ),
    ])
  func form(_ text: String, _ zh: String, _ en: String) {
    #expect(Self.said(of: text) == zh + "\n" + en)
  }

  @Test(
    "What is wrong with a value, in words",
    arguments: [
      ("- [1]\n", "LOC001 this item should be pairs of key and value"),
      ("document: a\n", "LOC001 a file of local values is a list"),
      (
        "- { document: a, name: [x], region: \"330302\", value: 1, reason: r, by: b }\n",
        "LOC004 name takes a single value that is not empty"
      ),
      (
        "- { document: a, name: x, region: \"330302\", value: 1, reason: [r], by: b }\n",
        "LOC004 reason takes a single value that is not empty"
      ),
      ("- { \(item), from: 2020-13-01 }\n", "LOC005 “2020-13-01” of from is no date"),
      (
        "- { \(item), from: 2020-02-01, to: 2020-01-31 }\n", "LOC005 to is before from"
      ),
      (
        "- { document: a, name: x, region: 3303, value: 1, reason: r, by: b }\n",
        "LOC006 “3303” is no six-digit code of a region"
      ),
    ])
  func values(_ text: String, _ expected: String) throws {
    let error = try #require(Self.failure(of: text))
    #expect(error.diagnostics.map { "\($0.code) \($0.message.en)" } == [expected])
    #expect(error.diagnostics.allSatisfy { !$0.advice.zh.isEmpty && !$0.advice.en.isEmpty })
  }

  private static func failure(of text: String) -> DiagnosticsError? {
    do throws(DiagnosticsError) {
      _ = try read(text)
      return nil
    } catch {
      return error
    }
  }

  private static func said(of text: String) -> String {
    failure(of: text).map { $0.diagnostics.rendered(in: $0.source) } ?? "nothing"
  }
}

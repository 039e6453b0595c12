import Core
import FEEL
import Testing

@Suite("FEEL: nothing written crashes or hangs")
struct RobustnessTests {
  static let corpus = [
    #"if 放宽口径 = "申请日" then 认定日 else 证书.发证日期"#,
    #"some 工作 in 就业 satisfies 覆盖(工作, 认定日) and 工作.单位.类型 = "企业""#,
    #"标准 * (if 紧缺(证书.职业, 证书.发证日期.year) then 1 + 上浮(认定日) else 1)"#,
    #"for i in 1..3, j in [a, b] return {k: i ** -j, "l m": [1..2[, f: function(x: list<number>) x[item > 1]}"#,
    #"x in (< 1, [2..3], not(4), "五", @"2019-01-01T10:00:00@Asia/Shanghai") or y between 1 and 2.5e3"#,
    #"date and time("2019-01-01") instance of days and time duration // end"#,
    #"substring(string: "a\u4F01\"", start position: 1) + /* c */ string join(["a"], ",")"#,
    "a.time offset + (>= 5).start included - ]1..2].end",
  ]

  @Test("one character deleted, doubled or replaced", arguments: corpus)
  func mutations(_ text: String) {
    let characters = Array(text)
    for place in characters.indices {
      var deleted = characters
      deleted.remove(at: place)
      var doubled = characters
      doubled.insert(characters[place], at: place)
      process(String(deleted))
      process(String(doubled))
      var replaced = characters
      replaced[place] = Self.signs[place % Self.signs.count]
      process(String(replaced))
    }
  }

  static let signs: [Character] = ["(", "]", "\"", "．", "-", " ", "}", "\\", "1", "\u{0}"]

  @Test("any part of a text, cut at any byte", arguments: corpus)
  func parts(_ text: String) {
    let source = SourceText(name: "", text: text)
    for start in stride(from: 0, to: source.bytes.count, by: 3) {
      for end in stride(from: start, through: source.bytes.count, by: 7) {
        _ = try? Parser.expression(source, within: SourceRange(start, end))
        _ = try? Parser.unaryTests(source, within: SourceRange(start, end))
      }
    }
  }

  @Test("ranges of nodes and diagnostics lie in the fragment")
  func ranges() throws {
    let text = "前文 | `a + 1` | `b 2` |"
    let source = SourceText(name: "", text: text)
    let first = try #require(text.utf8.firstIndex(of: UInt8(ascii: "a")))
    let start = text.utf8.distance(from: text.startIndex, to: first)
    let parsed = try Parser.expression(source, within: SourceRange(start, start + 5))
    #expect(source.slice(parsed.root.range) == "a + 1")
    #expect(parsed.root.children.map { source.slice($0.range) } == ["a", "1"])
    #expect(Set([parsed.root.id] + parsed.root.children.map(\.id)) == [0, 1, 2])
    #expect(parsed.nodeCount == 3)
  }

  @Test(
    "what would grow without end gives null",
    arguments: [
      "(function(f) f(f))(function(f) f(f))",
      "(function(f, n) f(f, n + 1))(function(f, n) 1 + f(f, n + 1), 0)",
      "for i in 1..2000000 return i",
      "(function(f) sort([1, 2], function(a, b) f(f)))(function(f) sort([1, 2], function(a, b) f(f)))",
      #"for i in 1..100 return if i = 1 then "ab" else partial[-1] + partial[-1]"#,
      "for i in 1..100 return if i = 1 then [1, 1] else concatenate(partial[-1], partial[-1])",
      "for i in 1..100000 return if i = 1 then 1 else [partial[-1]]",
      "for i in 1..100000 return if i = 1 then 1 else {a: partial[-1]}",
      "for i in 1..1000 return function() partial[-1]",
      #"matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "(a|aa)+$")"#,
    ])
  func bounded(_ text: String) throws {
    let value = try evaluated(text).get()
    switch value {
    case .null(let reason): #expect(reason != nil)
    case .list(let items): #expect(items.contains { $0.isNull })
    default: Issue.record("a value")
    }
  }

  @Test(
    "recursion ends, through whatever it goes",
    arguments: [
      "(function(f) for i in [1], j in [2] return f(f))", "(function(f) [1][f(f: f)])",
      "(function(f) if f(f) then {a: 1 in (f(f))} else 2)", "(function(f) {a: f(f)}.a)",
      "(function(f) some x in [1] satisfies f(f))", "(function(f) -f(f) + 1)",
    ])
  func recursion(_ function: String) throws {
    _ = try evaluated("\(function)(\(function))").get().text
  }

  @Test("a value exponentially larger than its text is compared and printed within bounds")
  func exponential() throws {
    let doubling = (1...60).map { "a\($0): [a\($0 - 1), a\($0 - 1)]" }.joined(separator: ", ")
    let context = "{a0: [1], \(doubling)}"
    #expect(try evaluated("\(context).a60 = \(context).a60").get().isNull == false)
  }

  @Test("an expression as high as the limit is parsed, checked and evaluated")
  func highest() throws {
    let sum = String(repeating: "1 + ", count: 480) + "1"
    #expect(result(of: sum) == "481")
    let nested = String(repeating: "[", count: 180) + "1" + String(repeating: "]", count: 180)
    let parsed = try Parser.expression(SourceText(name: "", text: nested))
    _ = TypeChecker.check(parsed.root, nodeCount: parsed.nodeCount, in: NamedTypes())
    #expect(Interpreter().evaluate(parsed.root).text == nested)
  }

  private func process(_ text: String) {
    let source = SourceText(name: "", text: text)
    do throws(DiagnosticsError) {
      let parsed = try Parser.expression(source)
      let check = TypeChecker.check(parsed.root, nodeCount: parsed.nodeCount, in: PolicyNames())
      for problem in check.diagnostics { #expect(problem.range != nil) }
      _ = Interpreter().evaluate(parsed.root).text
    } catch {
      for problem in error.diagnostics { _ = problem.rendered(in: source, .zh) }
    }
  }
}

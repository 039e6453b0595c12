import Core
import JSONText
import Testing

@Suite("JSON errors")
struct JSONErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let expected: String
    var testDescription: String { text.debugDescription }
  }

  static let cases: [Case] = [
    Case(
      text: "",
      expected: #"""
        a.json: 错误 JSON006: 文件是空的
          写入一个 JSON 值，如 {}。
        a.json: error JSON006: there is nothing in it
          Write a JSON value, such as {}.
        """#),
    Case(
      text: " \n",
      expected: #"""
        a.json: 错误 JSON006: 文件是空的
          写入一个 JSON 值，如 {}。
        a.json: error JSON006: there is nothing in it
          Write a JSON value, such as {}.
        """#),
    Case(
      text: "{\"a\": 1",
      expected: #"""
        a.json:1:7: 错误 JSON001: 文件在此中断
          a
          | {"a": 1
          |       ^
          补上缺少的引号或括号；若是传来的文件，请重新传一次。
        a.json:1:7: error JSON001: the file breaks off here
          a
          | {"a": 1
          |       ^
          Add the missing quote or bracket; if the file was sent, have it sent again.
        """#),
    Case(
      text: "{\"a\": \"b",
      expected: #"""
        a.json:1:7: 错误 JSON001: 文件在此中断
          a
          | {"a": "b
          |       ^
          补上缺少的引号或括号；若是传来的文件，请重新传一次。
        a.json:1:7: error JSON001: the file breaks off here
          a
          | {"a": "b
          |       ^
          Add the missing quote or bracket; if the file was sent, have it sent again.
        """#),
    Case(
      text: "{} {}",
      expected: #"""
        a.json:1:4: 错误 JSON004: JSON 值到此已经结束，后面还有内容
          | {} {}
          |    ^
          删去后面的内容，或检查前面是否多了一个括号。
        a.json:1:4: error JSON004: the JSON value has ended before this
          | {} {}
          |    ^
          Remove what follows, or look for a bracket too many before it.
        """#),
    Case(
      text: "{\"a\" 1}",
      expected: #"""
        a.json:1:6: 错误 JSON001: 名称后面缺少“:”
          a
          | {"a" 1}
          |      ^
          写成 "名称": 值，冒号用半角。
        a.json:1:6: error JSON001: a colon is missing behind the name
          a
          | {"a" 1}
          |      ^
          Write "name": value.
        """#),
    Case(
      text: "{\"a\": 1 \"b\": 2}",
      expected: #"""
        a.json:1:9: 错误 JSON001: 此处应是逗号或“}”
          a
          | {"a": 1 "b": 2}
          |         ^
          各项之间用半角逗号分开，最后写上“}”。
        a.json:1:9: error JSON001: a comma or } belongs here
          a
          | {"a": 1 "b": 2}
          |         ^
          Separate members by commas and close the object.
        """#),
    Case(
      text: "[1 2]",
      expected: #"""
        a.json:1:4: 错误 JSON001: 此处应是逗号或“]”
          [1]
          | [1 2]
          |    ^
          各项之间用半角逗号分开，最后写上“]”。
        a.json:1:4: error JSON001: a comma or ] belongs here
          [1]
          | [1 2]
          |    ^
          Separate items by commas and close the array.
        """#),
    Case(
      text: "[1, , 2]",
      expected: #"""
        a.json:1:5: 错误 JSON001: 此处应是一个值
          [1]
          | [1, , 2]
          |     ^
          补上值，或删去多余的逗号。
        a.json:1:5: error JSON001: a value belongs here
          [1]
          | [1, , 2]
          |     ^
          Add the value, or remove the comma too many.
        """#),
    Case(
      text: "[1, 2,]",
      expected: #"""
        a.json:1:7: 错误 JSON001: 此处应是一个值
          [2]
          | [1, 2,]
          |       ^
          补上值，或删去多余的逗号。
        a.json:1:7: error JSON001: a value belongs here
          [2]
          | [1, 2,]
          |       ^
          Add the value, or remove the comma too many.
        """#),
    Case(
      text: "{\"a\": 1,}",
      expected: #"""
        a.json:1:9: 错误 JSON001: 名称必须是双引号里的文字
          a
          | {"a": 1,}
          |         ^
          给名称加双引号；最后一项后面不要逗号。
        a.json:1:9: error JSON001: a name must be text in double quotes
          a
          | {"a": 1,}
          |         ^
          Put the name in double quotes; no comma follows the last member.
        """#),
    Case(
      text: "{a: 1}",
      expected: #"""
        a.json:1:2: 错误 JSON001: 此处不能有这个字符
          | {a: 1}
          |  ^
          文字加半角双引号；引号、逗号、冒号都用半角。
        a.json:1:2: error JSON001: this character cannot stand here
          | {a: 1}
          |  ^
          Put text in double quotes; use half-width quotes, commas and colons.
        """#),
    Case(
      text: "[-]",
      expected: #"""
        a.json:1:2: 错误 JSON001: 数没有写完整
          [0]
          | [-]
          |  ^
          写成 12、-3 或 0.5 这样的数。
        a.json:1:2: error JSON001: the number is not complete
          [0]
          | [-]
          |  ^
          Write a number such as 12, -3 or 0.5.
        """#),
    Case(
      text: "[1.]",
      expected: #"""
        a.json:1:2: 错误 JSON001: 数没有写完整
          [0]
          | [1.]
          |  ^
          写成 12、-3 或 0.5 这样的数。
        a.json:1:2: error JSON001: the number is not complete
          [0]
          | [1.]
          |  ^
          Write a number such as 12, -3 or 0.5.
        """#),
    Case(
      text: "[01]",
      expected: #"""
        a.json:1:3: 错误 JSON001: 此处应是逗号或“]”
          [1]
          | [01]
          |   ^
          各项之间用半角逗号分开，最后写上“]”。
        a.json:1:3: error JSON001: a comma or ] belongs here
          [1]
          | [01]
          |   ^
          Separate items by commas and close the array.
        """#),
    Case(
      text: "[NaN]",
      expected: #"""
        a.json:1:2: 错误 JSON001: 此处不能有这个字符
          [0]
          | [NaN]
          |  ^
          文字加半角双引号；引号、逗号、冒号都用半角。
        a.json:1:2: error JSON001: this character cannot stand here
          [0]
          | [NaN]
          |  ^
          Put text in double quotes; use half-width quotes, commas and colons.
        """#),
    Case(
      text: "[\"a\\qb\"]",
      expected: #"""
        a.json:1:2: 错误 JSON001: “\”后面不能是这个字符
          [0]
          | ["a\qb"]
          |  ^^^
          把“\”写成“\\”。
        a.json:1:2: error JSON001: \ cannot be followed by this
          [0]
          | ["a\qb"]
          |  ^^^
          Write \\ for a backslash.
        """#),
    Case(
      text: "[\"\\u12x4\"]",
      expected: #"""
        a.json:1:2: 错误 JSON001: “\u”后面应是四位十六进制数
          [0]
          | ["\u12x4"]
          |  ^^^^^
          写成如 \u4e2d，或直接写汉字。
        a.json:1:2: error JSON001: four hexadecimal digits belong behind \u
          [0]
          | ["\u12x4"]
          |  ^^^^^
          Write \u4e2d, or the character itself.
        """#),
    Case(
      text: "[\"a\nb\"]",
      expected: #"""
        a.json:1:2: 错误 JSON001: 文字里有换行或控制字符
          [0]
          | ["a
          |  ^^
          换行写成 \n；若是引号没有闭合，请补上。
        a.json:1:2: error JSON001: a line break or control character stands in the text
          [0]
          | ["a
          |  ^^
          Write \n for a line break, and check that the text has both quotes.
        """#),
    Case(
      text: "[1] // x",
      expected: #"""
        a.json:1:4: 错误 JSON004: JSON 值到此已经结束，后面还有内容
          | [1] // x
          |    ^
          删去后面的内容，或检查前面是否多了一个括号。
        a.json:1:4: error JSON004: the JSON value has ended before this
          | [1] // x
          |    ^
          Remove what follows, or look for a bracket too many before it.
        """#),
    Case(
      text: "{\"records\": [{}, {\"on\"：1}]}",
      expected: #"""
        a.json:1:23: 错误 JSON001: 此处不能有这个字符
          records[1].on
          | {"records": [{}, {"on"：1}]}
          |                       ^
          文字加半角双引号；引号、逗号、冒号都用半角。
        a.json:1:23: error JSON001: this character cannot stand here
          records[1].on
          | {"records": [{}, {"on"：1}]}
          |                       ^
          Put text in double quotes; use half-width quotes, commas and colons.
        """#),
    Case(
      text: "{“a”: 1}",
      expected: #"""
        a.json:1:2: 错误 JSON001: 此处不能有这个字符
          | {“a”: 1}
          |  ^
          文字加半角双引号；引号、逗号、冒号都用半角。
        a.json:1:2: error JSON001: this character cannot stand here
          | {“a”: 1}
          |  ^
          Put text in double quotes; use half-width quotes, commas and colons.
        """#),
    Case(
      text: "{\"r\": [{\"a\": 1, \"b\": 2, \"a\": 3}], \"r\": 0}",
      expected: #"""
        a.json:1:25: 错误 JSON003: 名称“a”写了两次
          r[0].a
          | {"r": [{"a": 1, "b": 2, "a": 3}], "r": 0}
          |                         ^^^
          删去一处，或改成另一个名称。
        a.json:1:35: 错误 JSON003: 名称“r”写了两次
          r
          | {"r": [{"a": 1, "b": 2, "a": 3}], "r": 0}
          |                                   ^^^
          删去一处，或改成另一个名称。
        a.json:1:25: error JSON003: the name "a" stands twice
          r[0].a
          | {"r": [{"a": 1, "b": 2, "a": 3}], "r": 0}
          |                         ^^^
          Remove one of the two, or give it another name.
        a.json:1:35: error JSON003: the name "r" stands twice
          r
          | {"r": [{"a": 1, "b": 2, "a": 3}], "r": 0}
          |                                   ^^^
          Remove one of the two, or give it another name.
        """#),
    Case(
      text: #"["\ud83d\ude00", "a\\ud83d", "\ud83d"]"#,
      expected: #"""
        a.json:1:31: 错误 JSON008: 这个转义只是半个字符
          | ["\ud83d\ude00", "a\\ud83d", "\ud83d"]
          |                               ^^^^^^
          写上成对的两个 \u 转义，或直接写这个字符。
        a.json:1:31: error JSON008: this escape is half of a character only
          | ["\ud83d\ude00", "a\\ud83d", "\ud83d"]
          |                               ^^^^^^
          Write both \u escapes of the pair, or the character itself.
        """#),
    Case(
      text: #"["\ude00\ud83d"]"#,
      expected: #"""
        a.json:1:3: 错误 JSON008: 这个转义只是半个字符
          | ["\ude00\ud83d"]
          |   ^^^^^^
          写上成对的两个 \u 转义，或直接写这个字符。
        a.json:1:3: error JSON008: this escape is half of a character only
          | ["\ude00\ud83d"]
          |   ^^^^^^
          Write both \u escapes of the pair, or the character itself.
        """#),
  ]

  @Test("errors say where, what is wrong and what to do", arguments: cases)
  func errors(_ one: Case) {
    let rendered = Self.rendered { try JSON.parse(SourceText(name: "a.json", text: one.text)) }
    #expect(rendered == one.expected)
  }

  @Test("deep nesting is refused once") func depth() {
    let text = String(repeating: "{\"a\":", count: 100_000)
    let rendered = Self.rendered { try JSON.parse(SourceText(name: "a.json", text: text)) }
    #expect(rendered.contains("a.json:1:1001: error JSON005: nested more than 200 levels deep"))
  }

  @Test("a file that is not UTF-8 is refused where it goes wrong") func encoding() {
    let rendered = Self.rendered {
      try JSON.source(name: "a.json", bytes: [0x5B, 0x0A, 0x31, 0xFF])
    }
    #expect(
      rendered == #"""
        a.json:2:2: 错误 JSON002: 从这里起不是 UTF-8 文字
          | 1�
          |  ^
          请以 UTF-8 编码另存后再试。
        a.json:2:2: error JSON002: from here on the bytes are not UTF-8 text
          | 1�
          |  ^
          Save the file in the encoding UTF-8 and try again.
        """#)
  }

  /// All that is said, in Chinese and in English.
  static func rendered(_ body: () throws -> some Any) -> String {
    do {
      _ = try body()
      return ""
    } catch let error as DiagnosticsError {
      return Language.allCases.flatMap { language in
        error.diagnostics.map { $0.rendered(in: error.source, language) }
      }.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }
}

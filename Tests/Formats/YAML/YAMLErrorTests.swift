import Core
import Testing
import YAMLText

@Suite("YAML errors")
struct YAMLErrorTests {
  /// A text and everything that is said about it, in Chinese and in English.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let expected: String
    var testDescription: String { text.prefix(20).debugDescription }
  }

  static let cases: [Case] = [
    Case(
      text: "a: 1\na: 2",
      expected: #"""
        a.yaml:2:1: 错误 YAML002: 键“a”写了两次
          | a: 2
          | ^
          删去一处，或改成另一个键。
        a.yaml:2:1: error YAML002: the key "a" stands twice
          | a: 2
          | ^
          Remove one of the two, or give it another name.
        """#),
    Case(
      text: "a: &b 1\nc: *b",
      expected: #"""
        a.yaml:1:4: 错误 YAML003: 不支持锚点和引用“&b”
          | a: &b 1
          |    ^^^^
          把内容完整写出；若本意是文字，请加引号。
        a.yaml:2:4: 错误 YAML003: 不支持锚点和引用“*b”
          | c: *b
          |    ^^
          把内容完整写出；若本意是文字，请加引号。
        a.yaml:1:4: error YAML003: anchors and aliases (&b) are not read
          | a: &b 1
          |    ^^^^
          Write the content out in full; if it is meant as text, put it in quotes.
        a.yaml:2:4: error YAML003: anchors and aliases (*b) are not read
          | c: *b
          |    ^^
          Write the content out in full; if it is meant as text, put it in quotes.
        """#),
    Case(
      text: "a: !!int 1",
      expected: #"""
        a.yaml:1:4: 错误 YAML004: 不支持类型标记“!!int”
          | a: !!int 1
          |    ^^^^^^^
          删去标记；若本意是文字，请加引号。
        a.yaml:1:4: error YAML004: the tag !!int is not read
          | a: !!int 1
          |    ^^^^^^^
          Remove the tag; if it is meant as text, put it in quotes.
        """#),
    Case(
      text: "? [a]\n: 1",
      expected: #"""
        a.yaml:1:3: 错误 YAML006: 键不是文字
          | ? [a]
          |   ^^^
          在冒号前写一个名称；名称为 null 或 ~ 时请加引号。
        a.yaml:1:3: error YAML006: the key is not text
          | ? [a]
          |   ^^^
          Write a name in front of the colon; put null or ~ in quotes where it is a name.
        """#),
    Case(
      text: "~: 1",
      expected: #"""
        a.yaml:1:1: 错误 YAML006: 键不是文字
          | ~: 1
          | ^
          在冒号前写一个名称；名称为 null 或 ~ 时请加引号。
        a.yaml:1:1: error YAML006: the key is not text
          | ~: 1
          | ^
          Write a name in front of the colon; put null or ~ in quotes where it is a name.
        """#),
    Case(
      text: "a: 1\n---\nb: 2",
      expected: #"""
        a.yaml:2:1: 错误 YAML007: “---”后又开始了一个文档
          | ---
          | ^^^
          只写一个文档：删去这一行，或分成两个文件。
        a.yaml:2:1: error YAML007: a second document begins at ---
          | ---
          | ^^^
          Write one document: remove this line, or make two files.
        """#),
    Case(
      text: "a: b: c",
      expected: #"""
        a.yaml:1:5: 错误 YAML001: 此处不能再有“键: 值”
          | a: b: c
          |     ^
          缩进与上一个键对齐；若冒号属于文字，请给整段文字加引号。
        a.yaml:1:5: error YAML001: a second "key: value" cannot stand here
          | a: b: c
          |     ^
          Align it with the key above; if the colon belongs to a text, put the text in quotes.
        """#),
    Case(
      text: "号：温\nid: a",
      expected: #"""
        a.yaml:2:3: 错误 YAML001: 此处不能再有“键: 值”
          | id: a
          |   ^
          冒号请用半角“:”，后面加一个空格。
        a.yaml:2:3: error YAML001: a second "key: value" cannot stand here
          | id: a
          |   ^
          Write the colon as ":" (half width) and a blank.
        """#),
    Case(
      text: "a: 1\n  b: 2",
      expected: #"""
        a.yaml:2:4: 错误 YAML001: 此处不能再有“键: 值”
          |   b: 2
          |    ^
          缩进与上一个键对齐；若冒号属于文字，请给整段文字加引号。
        a.yaml:2:4: error YAML001: a second "key: value" cannot stand here
          |   b: 2
          |    ^
          Align it with the key above; if the colon belongs to a text, put the text in quotes.
        """#),
    Case(
      text: "a: 1\nb",
      expected: #"""
        a.yaml:2:2: 错误 YAML001: 这一行缺少“: ”
          | b
          |  ^
          写成“键: 值”，冒号后加一个空格。
        a.yaml:2:2: error YAML001: this line has no ": "
          | b
          |  ^
          Write "key: value", with a blank behind the colon.
        """#),
    Case(
      text: "a:\n  - 1\n  b: 2",
      expected: #"""
        a.yaml:3:3: 错误 YAML001: 列表中的这一行缺少“- ”
          |   b: 2
          |   ^
          在行首加“- ”，并与上面各项对齐。
        a.yaml:3:3: error YAML001: this line of a list has no "- "
          |   b: 2
          |   ^
          Begin it with "- ", aligned with the items above.
        """#),
    Case(
      text: "a: [1, 2\nb: 3",
      expected: #"""
        a.yaml:2:2: 错误 YAML001: 括号里的各项之间缺逗号，或括号没有闭合
          | b: 3
          |  ^
          各项用半角逗号分开，并写上闭合的括号。
        a.yaml:2:2: error YAML001: a comma or the closing bracket is missing
          | b: 3
          |  ^
          Separate the items by commas (half width) and close the bracket.
        """#),
    Case(
      text: "a: - 1",
      expected: #"""
        a.yaml:1:4: 错误 YAML001: “- ”不能写在键的同一行
          | a: - 1
          |    ^
          把列表各项写到下面各行。
        a.yaml:1:4: error YAML001: "- " cannot stand on the line of its key
          | a: - 1
          |    ^
          Put the items on the lines below.
        """#),
    Case(
      text: "a: @x",
      expected: #"""
        a.yaml:1:4: 错误 YAML001: 值不能以这个字符开头
          | a: @x
          |    ^
          给值加引号；缩进用空格，不用制表符；FEEL 表达式写在规则表里。
        a.yaml:1:4: error YAML001: a value cannot begin with this character
          | a: @x
          |    ^
          Put the value in quotes; indent with blanks, not tabs; FEEL belongs in the rule table.
        """#),
    Case(
      text: "a: >= 3",
      expected: #"""
        a.yaml:1:5: 错误 YAML001: “>”或“|”之后应当换行
          | a: >= 3
          |     ^
          给值加引号；FEEL 表达式写在规则表里，不写在 YAML 里。
        a.yaml:1:5: error YAML001: a line break must follow ">" or "|"
          | a: >= 3
          |     ^
          Put the value in quotes; FEEL belongs in the rule table, not in YAML.
        """#),
    Case(
      text: "a: \"b",
      expected: #"""
        a.yaml:1:4: 错误 YAML001: 引号没有闭合
          | a: "b
          |    ^
          在文字末尾补上同样的引号。
        a.yaml:1:4: error YAML001: a quote is not closed
          | a: "b
          |    ^
          Close the text with the same quote.
        """#),
    Case(
      text: "a: \"\\q\"",
      expected: #"""
        a.yaml:1:5: 错误 YAML001: 双引号里的“\”后面不能是这个字符
          | a: "\q"
          |     ^
          改用单引号，或把“\”写成“\\”。
        a.yaml:1:5: error YAML001: "\" cannot be followed by this character
          | a: "\q"
          |     ^
          Use single quotes, or write "\\" for "\".
        """#),
    Case(
      text: "甲: \u{1}",
      expected: #"""
        a.yaml:1:4: 错误 YAML001: 有不可见的控制字符
          | 甲: \#u{1}
          |     ^
          删去它；从别处粘贴的文字请重新输入。
        a.yaml:1:4: error YAML001: there is an invisible control character
          | 甲: \#u{1}
          |     ^
          Delete it; type pasted text anew.
        """#),
    Case(
      text: "a:\n\t- b",
      expected: #"""
        a.yaml:2:1: 错误 YAML001: 值不能以这个字符开头
          | 	- b
          | ^
          给值加引号；缩进用空格，不用制表符；FEEL 表达式写在规则表里。
        a.yaml:2:1: error YAML001: a value cannot begin with this character
          | 	- b
          | ^
          Put the value in quotes; indent with blanks, not tabs; FEEL belongs in the rule table.
        """#),
    Case(
      text: "{a: 1}\nb: 2",
      expected: #"""
        a.yaml:2:1: 错误 YAML001: 文档到此已经结束，后面不能再有内容
          | b: 2
          | ^
          检查这一行的缩进和上一行是否完整。
        a.yaml:2:1: error YAML001: the document has ended before this
          | b: 2
          | ^
          Check the indentation of this line, and that the line before is complete.
        """#),
    Case(
      text: "%X\na: 2",
      expected: #"""
        a.yaml:1:3: 错误 YAML001: 此处不符合 YAML 语法（found unknown directive name）
          | %X
          |   ^
          检查这一行和上一行的缩进、引号和冒号。
        a.yaml:1:3: error YAML001: this is not YAML (found unknown directive name)
          | %X
          |   ^
          Check indentation, quotes and colons of this line and the one before.
        """#),
    Case(
      text: "a: [1 2\n b]]",
      expected: #"""
        a.yaml:2:4: 错误 YAML001: 这里应是一个与上文对齐的键
          |  b]]
          |    ^
          检查缩进，或给上一行的文字加完整的引号。
        a.yaml:2:4: error YAML001: a key aligned with those above belongs here
          |  b]]
          |    ^
          Check the indentation, and that the text above has both of its quotes.
        """#),
  ]

  @Test("errors say what is wrong and what to do", arguments: cases)
  func errors(_ one: Case) {
    let source = SourceText(name: "a.yaml", text: one.text)
    let diagnostics = YAML.parse(source).diagnostics
    let rendered = Language.allCases.flatMap { language in
      diagnostics.map { $0.rendered(in: source, language) }
    }
    #expect(rendered.joined(separator: "\n") == one.expected)
  }

  @Test("deep nesting is refused once, at the level too many") func depth() {
    let text = String(repeating: "[", count: 100_000)
    let source = SourceText(name: "a.yaml", text: text)
    let diagnostics = YAML.parse(source).diagnostics
    #expect(diagnostics.map(\.code) == ["YAML005"])
    #expect(diagnostics.first?.range == SourceRange(64, 65))
    #expect(diagnostics.first?.message.en == "nested more than 64 levels deep")
    #expect(diagnostics.first?.message.zh == "嵌套超过 64 层")
  }
}

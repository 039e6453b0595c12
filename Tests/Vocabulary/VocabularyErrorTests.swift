import Core
import Testing
import Vocabulary

@Suite("Vocabulary errors")
struct VocabularyErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Fields of a record type `r` of the party `p`.
    let fields: String
    let expected: String
  }

  static let cases: [Case] = [
    Case(
      testDescription: "missing keys", fields: "a: { zh: 甲, type: string }",
      expected: #"""
        v.yaml:11:10: 错误 VOC001: 缺少 en
          r › a
          |       a: { zh: 甲, type: string }
          |          ^^^^^^^^^^^^^^^^^^^^^^^^
          在这里补上 en。
        v.yaml:11:10: error VOC001: en is missing
          r › a
          |       a: { zh: 甲, type: string }
          |          ^^^^^^^^^^^^^^^^^^^^^^^^
          Add en here.
        """#),
    Case(
      testDescription: "misspelt key",
      fields: "a: { zh: 甲, en: a, type: string, sensitivty: public }",
      expected: #"""
        v.yaml:11:40: 错误 VOC002: 此处没有“sensitivty”这个键
          r › a
          |       a: { zh: 甲, en: a, type: string, sensitivty: public }
          |                                         ^^^^^^^^^^
          是不是想写“sensitivity”？
        v.yaml:11:40: error VOC002: there is no key "sensitivty" here
          r › a
          |       a: { zh: 甲, en: a, type: string, sensitivty: public }
          |                                         ^^^^^^^^^^
          Did you mean "sensitivity"?
        """#),
    Case(
      testDescription: "key of another kind",
      fields: "a: { zh: 甲, en: a, type: string, digits: 2 }",
      expected: #"""
        v.yaml:11:40: 错误 VOC002: 此处没有“digits”这个键
          r › a
          |       a: { zh: 甲, en: a, type: string, digits: 2 }
          |                                         ^^^^^^
          可以写：zh, en, type, unit, absent, sensitivity, ask, format, search。
        v.yaml:11:40: error VOC002: there is no key "digits" here
          r › a
          |       a: { zh: 甲, en: a, type: string, digits: 2 }
          |                                         ^^^^^^
          You can write: zh, en, type, unit, absent, sensitivity, ask, format, search.
        """#),
    Case(
      testDescription: "no field", fields: "{}",
      expected: #"""
        v.yaml:11:7: 错误 VOC003: 此处的内容不合要求
          r
          |       {}
          |       ^^
          请写“键: 值”的映射，且不为空。
        v.yaml:11:7: error VOC003: this is not what belongs here
          r
          |       {}
          |       ^^
          Write a mapping of keys to values, not empty.
        """#),
    Case(
      testDescription: "misspelt type", fields: "a: { zh: 甲, en: a, type: dat }",
      expected: #"""
        v.yaml:11:32: 错误 VOC004: 此处不能写“dat”
          r › a
          |       a: { zh: 甲, en: a, type: dat }
          |                                 ^^^
          是不是想写“date”？
        v.yaml:11:32: error VOC004: "dat" cannot stand here
          r › a
          |       a: { zh: 甲, en: a, type: dat }
          |                                 ^^^
          Did you mean "date"?
        """#),
    Case(
      testDescription: "unknown type", fields: "a: { zh: 甲, en: a, type: float }",
      expected: #"""
        v.yaml:11:32: 错误 VOC004: 此处不能写“float”
          r › a
          |       a: { zh: 甲, en: a, type: float }
          |                                 ^^^^^
          可以写：boolean, children, date, enumeration, month, number, occupation, reference, region, string, varying。
        v.yaml:11:32: error VOC004: "float" cannot stand here
          r › a
          |       a: { zh: 甲, en: a, type: float }
          |                                 ^^^^^
          You can write: boolean, children, date, enumeration, month, number, occupation, reference, region, string, varying.
        """#),
    Case(
      testDescription: "badly made names",
      fields: "a b: { zh: 甲 乙, en: a, type: string }",
      expected: #"""
        v.yaml:11:7: 错误 VOC005: “a b”或中文名“甲 乙”不合规则
          r › a b
          |       a b: { zh: 甲 乙, en: a, type: string }
          |       ^^^
          英文名只用英文字母、数字和连字符；中文名只用文字和数字，不含空格和标点。
        v.yaml:11:7: error VOC005: "a b" or its Chinese name "甲 乙" is not well made
          r › a b
          |       a b: { zh: 甲 乙, en: a, type: string }
          |       ^^^
          Ids hold letters, digits and hyphens; Chinese names letters and digits, no blanks.
        """#),
    Case(
      testDescription: "structural name", fields: "a: { zh: 编号, en: a, type: string }",
      expected: #"""
        v.yaml:11:7: 错误 VOC006: 名称“编号”在此范围内已被占用
          r › a
          |       a: { zh: 编号, en: a, type: string }
          |       ^
          换一个名称。
        v.yaml:11:7: error VOC006: the name "编号" is taken in this scope
          r › a
          |       a: { zh: 编号, en: a, type: string }
          |       ^
          Choose another name.
        """#),
    Case(
      testDescription: "same Chinese name twice",
      fields: "a: { zh: 甲, en: a, type: string }\n      b: { zh: 甲, en: b, type: string }",
      expected: #"""
        v.yaml:12:7: 错误 VOC006: 名称“甲”在此范围内已被占用
          r › b
          |       b: { zh: 甲, en: b, type: string }
          |       ^
          换一个名称。
        v.yaml:12:7: error VOC006: the name "甲" is taken in this scope
          r › b
          |       b: { zh: 甲, en: b, type: string }
          |       ^
          Choose another name.
        """#),
    Case(
      testDescription: "reference to nothing",
      fields: "a: { zh: 甲, en: a, type: reference, to: [q] }",
      expected: #"""
        v.yaml:11:48: 错误 VOC007: 没有名为“q”的类型
          r › a
          |       a: { zh: 甲, en: a, type: reference, to: [q] }
          |                                                 ^
          可以写：p, r。
        v.yaml:11:48: error VOC007: there is no type "q"
          r › a
          |       a: { zh: 甲, en: a, type: reference, to: [q] }
          |                                                 ^
          You can write: p, r.
        """#),
    Case(
      testDescription: "range upside down",
      fields: "a: { zh: 甲, en: a, type: number, range: [9, 1], digits: 0 }",
      expected: #"""
        v.yaml:11:47: 错误 VOC003: 此处的内容不合要求
          r › a
          |       a: { zh: 甲, en: a, type: number, range: [9, 1], digits: 0 }
          |                                                ^^^^^^
          请写两个数，小的在前，如 [0, 100]。
        v.yaml:11:47: error VOC003: this is not what belongs here
          r › a
          |       a: { zh: 甲, en: a, type: number, range: [9, 1], digits: 0 }
          |                                                ^^^^^^
          Write two numbers, the smaller first, such as [0, 100].
        """#),
    Case(
      testDescription: "digits that are no number",
      fields: "a: { zh: 甲, en: a, type: number, range: [1, 9], digits: two }",
      expected: #"""
        v.yaml:11:63: 错误 VOC003: 此处的内容不合要求
          r › a
          |       a: { zh: 甲, en: a, type: number, range: [1, 9], digits: two }
          |                                                                ^^^
          请写0 到 18 的整数。
        v.yaml:11:63: error VOC003: this is not what belongs here
          r › a
          |       a: { zh: 甲, en: a, type: number, range: [1, 9], digits: two }
          |                                                                ^^^
          Write a whole number from 0 to 18.
        """#),
    Case(
      testDescription: "search further than a name is long",
      fields: "a: { zh: 甲, en: a, type: string, search: 33 }",
      expected: #"""
        v.yaml:11:48: 错误 VOC003: 此处的内容不合要求
          r › a
          |       a: { zh: 甲, en: a, type: string, search: 33 }
          |                                                 ^^
          请写1 到 32 的整数。
        v.yaml:11:48: error VOC003: this is not what belongs here
          r › a
          |       a: { zh: 甲, en: a, type: string, search: 33 }
          |                                                 ^^
          Write a whole number from 1 to 32.
        """#),
    Case(
      testDescription: "label out of range",
      fields:
        "a: { zh: 甲, en: a, type: number, range: [1, 9], digits: 0, labels: { 0: { zh: 零, en: z } } }",
      expected: #"""
        v.yaml:11:74: 错误 VOC003: 此处的内容不合要求
          r › a
          |       a: { zh: 甲, en: a, type: number, range: [1, 9], digits: 0, labels: { 0: { zh: 零, en: z } } }
          |                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^
          请写范围之内的数及其名称。
        v.yaml:11:74: error VOC003: this is not what belongs here
          r › a
          |       a: { zh: 甲, en: a, type: number, range: [1, 9], digits: 0, labels: { 0: { zh: 零, en: z } } }
          |                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^
          Write names of numbers that lie in the range.
        """#),
    Case(
      testDescription: "enumeration without values",
      fields: "a: { zh: 甲, en: a, type: enumeration }",
      expected: #"""
        v.yaml:11:10: 错误 VOC001: 缺少 values
          r › a
          |       a: { zh: 甲, en: a, type: enumeration }
          |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          在这里补上 values。
        v.yaml:11:10: error VOC001: values is missing
          r › a
          |       a: { zh: 甲, en: a, type: enumeration }
          |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          Add values here.
        """#),
    Case(
      testDescription: "varying by no enumeration",
      fields:
        "a: { zh: 甲, en: a, type: varying, by: b, cases: { c: { zh: 丙, en: c, type: date } } }",
      expected: #"""
        v.yaml:11:45: 错误 VOC004: 此处不能写“b”
          r › a
          |       a: { zh: 甲, en: a, type: varying, by: b, cases: { c: { zh: 丙, en: c, type: date } } }
          |                                              ^
          这里还没有可选的名称：请先声明，或删去此处。
        v.yaml:11:45: error VOC004: "b" cannot stand here
          r › a
          |       a: { zh: 甲, en: a, type: varying, by: b, cases: { c: { zh: 丙, en: c, type: date } } }
          |                                              ^
          There is nothing to choose from here: declare it first, or remove this.
        """#),
    Case(
      testDescription: "all at once",
      fields:
        "a: { zh: 甲, en: a, type: strng }\n      b: { zh: 乙, en: b, type: date, absent: never }",
      expected: #"""
        v.yaml:11:32: 错误 VOC004: 此处不能写“strng”
          r › a
          |       a: { zh: 甲, en: a, type: strng }
          |                                 ^^^^^
          是不是想写“string”？
        v.yaml:12:46: 错误 VOC004: 此处不能写“never”
          r › b
          |       b: { zh: 乙, en: b, type: date, absent: never }
          |                                               ^^^^^
          可以写：unknown, open-ended, none。
        v.yaml:11:32: error VOC004: "strng" cannot stand here
          r › a
          |       a: { zh: 甲, en: a, type: strng }
          |                                 ^^^^^
          Did you mean "string"?
        v.yaml:12:46: error VOC004: "never" cannot stand here
          r › b
          |       b: { zh: 乙, en: b, type: date, absent: never }
          |                                               ^^^^^
          You can write: unknown, open-ended, none.
        """#),
  ]

  @Test("wrong fields are explained", arguments: cases)
  func fields(_ one: Case) {
    let text = """
      parties:
        p: { zh: 人, en: p, sensitivity: public, fields: { n: { zh: 名, en: n, type: string } } }
      records:
        r:
          zh: 录
          en: r
          of: p
          source: complete
          sensitivity: public
          fields:
            \(one.fields)
      """
    let rendered = Self.rendered(text)
    #expect(rendered == one.expected)
  }

  static let typeCases: [Case] = [
    Case(
      testDescription: "event is no date", fields: "event: n",
      expected: #"""
        v.yaml:10:12: 错误 VOC004: 此处不能写“n”
          r
          |     event: n
          |            ^
          可以写：d。
        v.yaml:10:12: error VOC004: "n" cannot stand here
          r
          |     event: n
          |            ^
          You can write: d.
        """#),
    Case(
      testDescription: "spell of one end", fields: "spell: [d]",
      expected: #"""
        v.yaml:10:12: 错误 VOC003: 此处的内容不合要求
          r
          |     spell: [d]
          |            ^^^
          请写两个日期字段，如 [from, to]。
        v.yaml:10:12: error VOC003: this is not what belongs here
          r
          |     spell: [d]
          |            ^^^
          Write two dated fields such as [from, to].
        """#),
    Case(
      testDescription: "spell of no date", fields: "spell: [d, n]",
      expected: #"""
        v.yaml:10:16: 错误 VOC004: 此处不能写“n”
          r
          |     spell: [d, n]
          |                ^
          可以写：d。
        v.yaml:10:16: error VOC004: "n" cannot stand here
          r
          |     spell: [d, n]
          |                ^
          You can write: d.
        """#),
    Case(
      testDescription: "key of no field", fields: "key: [d, q]",
      expected: #"""
        v.yaml:10:14: 错误 VOC004: 此处不能写“q”
          r
          |     key: [d, q]
          |              ^
          可以写：n, d。
        v.yaml:10:14: error VOC004: "q" cannot stand here
          r
          |     key: [d, q]
          |              ^
          You can write: n, d.
        """#),
    Case(
      testDescription: "open per no enumeration", fields: "open-per: n",
      expected: #"""
        v.yaml:10:15: 错误 VOC004: 此处不能写“n”
          r
          |     open-per: n
          |               ^
          这里还没有可选的名称：请先声明，或删去此处。
        v.yaml:10:15: error VOC004: "n" cannot stand here
          r
          |     open-per: n
          |               ^
          There is nothing to choose from here: declare it first, or remove this.
        """#),
    Case(
      testDescription: "no such party", fields: "of: [q]",
      expected: #"""
        v.yaml:9:10: 错误 VOC007: 没有名为“q”的当事人类型
          r
          |     of: [q]
          |          ^
          可以写：p。
        v.yaml:9:10: error VOC007: there is no type of party "q"
          r
          |     of: [q]
          |          ^
          You can write: p.
        """#),
    Case(
      testDescription: "source neither", fields: "source: half",
      expected: #"""
        v.yaml:9:13: 错误 VOC004: 此处不能写“half”
          r
          |     source: half
          |             ^^^^
          可以写：complete, open。
        v.yaml:9:13: error VOC004: "half" cannot stand here
          r
          |     source: half
          |             ^^^^
          You can write: complete, open.
        """#),
  ]

  @Test("wrong types are explained", arguments: typeCases)
  func types(_ one: Case) {
    let key = one.fields.prefix { $0 != ":" }
    let usual = ["of: p", "source: open"].filter { !$0.hasPrefix(key) }.joined(separator: "\n    ")
    let text = """
      parties:
        p: { zh: 人, en: p, sensitivity: public, fields: { n: { zh: 名, en: n, type: string } } }
      records:
        r:
          zh: 录
          en: r
          sensitivity: public
          \(usual)
          \(one.fields)
          fields:
            n: { zh: 名, en: n, type: string }
            d: { zh: 日, en: d, type: date }
      """
    let rendered = Self.rendered(text)
    #expect(rendered == one.expected)
  }

  @Test("the same type in two files is refused in the second") func twoFiles() {
    let party =
      "parties: { p: { zh: 人, en: p, sensitivity: public, fields: { n: { zh: 名, en: n, type: date } } } }"
    let reading = Vocabulary.read([
      SourceText(name: "a.yaml", text: party), SourceText(name: "b.yaml", text: party),
    ])
    #expect(reading.vocabulary == nil)
    #expect(reading.problems.map(\.source.name) == ["b.yaml"])
    #expect(reading.problems.flatMap { $0.diagnostics.map(\.code) } == ["VOC006"])
  }

  /// All that is said, in Chinese and in English.
  static func rendered(_ text: String) -> String {
    let reading = Vocabulary.read([SourceText(name: "v.yaml", text: text)])
    return Language.allCases.flatMap { language in
      reading.problems.flatMap { problem in
        problem.diagnostics.map { $0.rendered(in: problem.source, language) }
      }
    }.joined(separator: "\n")
  }
}

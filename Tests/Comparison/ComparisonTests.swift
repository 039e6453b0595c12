import Comparison
import Core
import Determination
import FEEL
import JSONText
import Testing

/// What differs between two explanations, and which rule is named for it.
@Suite("Comparison")
struct ComparisonTests {
  private static let label = Bilingual(zh: "补贴", en: "grant")

  private static func citation(_ article: Int) -> Citation {
    Citation(
      document: "test", number: "测试〔2020〕1号",
      article: Bilingual(zh: "第\(article)条", en: "Article \(article)"), anchor: "a\(article)",
      line: article)
  }

  private static func shown(_ text: String) -> Shown { Shown(.string(text), Bilingual(text)) }

  static func fact(_ record: String, _ field: String, _ value: String) -> FactUse {
    FactUse(
      type: "certificate", typeLabel: Bilingual(zh: "证书", en: "certificate"), record: record,
      field: field, fieldLabel: Bilingual(zh: field, en: field), value: shown(value),
      isKnown: true)
  }

  static func reason(
    _ id: String, _ verdict: Reason.Verdict = .holds, _ kind: Reason.Kind = .condition,
    value: String? = nil, needed: String? = nil, note: String? = nil, facts: [FactUse] = [],
    parts: [Reason] = [], article: Int = 1
  ) -> Reason {
    Reason(
      kind: kind, id: id, label: Bilingual(id), value: value.map(shown),
      needed: needed.map { Bilingual($0) }, verdict: verdict, note: note.map { Bilingual($0) },
      facts: facts, parts: parts, citation: citation(article))
  }

  static func one(
    _ outcome: Outcome, _ amount: Int64? = nil, _ because: [Reason], subject: String? = "c1",
    party: String = "p1"
  ) -> Determination {
    Determination(
      benefit: "test/grant", label: label, party: party, subject: subject, outcome: outcome,
      amount: amount.map { Money(fen: $0 * 100) }, gross: amount.map { Money(fen: $0 * 100) },
      because: because)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let left: Determination
    let right: Determination
    /// Of `gongjiang compare`, in both languages.
    let zh: String
    let en: String
  }

  static let cases = [
    Case(
      testDescription: "nothing differs",
      left: one(.entitled, 10, [reason("level")]), right: one(.entitled, 10, [reason("level")]),
      zh: "", en: ""),
    Case(
      testDescription: "the rule that fails is named, not an earlier one whose value is another",
      left: one(
        .notEntitled, nil,
        [
          reason("level", value: "3", facts: [fact("c1", "level", "3")]),
          reason("insured", .fails, value: "11", needed: "≥ 12", article: 4),
        ]),
      right: one(
        .entitled, 10,
        [
          reason("level", value: "4", facts: [fact("c1", "level", "4")]),
          reason("insured", .holds, value: "14", needed: "≥ 12", article: 4),
          reason("amount", .applied, .amount, value: "10"),
        ]),
      zh: """
        结论：不能享受 → 可以享受
        金额：– → 10.00 元
        限额与叠加前：– → 10.00 元
        起作用的规则：insured（测试〔2020〕1号 第4条）：11 → 14；要求 ≥ 12；不满足 → 满足
        另外不同：
          level（测试〔2020〕1号 第1条）：3 → 4
        不同的事实：
          证书·level c1：3 → 4
        """,
      en: """
        outcome: not entitled → entitled
        amount: – → 10.00 yuan
        before caps and stacking: – → 10.00 yuan
        The rule that makes the difference: insured (测试〔2020〕1号 Article 4): 11 → 14; needed ≥ 12; fails → holds
        Also different:
          level (测试〔2020〕1号 Article 1): 3 → 4
        Facts that differ:
          certificate · level c1: 3 → 4
        """),
    Case(
      testDescription: "another threshold, and the figure behind it",
      left: one(
        .notEntitled, nil,
        [
          reason("insured", .fails, value: "14", needed: "≥ 36"),
          reason("门槛", .applied, .parameter, value: "36", article: 9),
        ]),
      right: one(
        .entitled, 10,
        [
          reason("insured", .holds, value: "14", needed: "≥ 12"),
          reason("门槛", .applied, .parameter, value: "12", article: 9),
        ]),
      zh: """
        结论：不能享受 → 可以享受
        金额：– → 10.00 元
        限额与叠加前：– → 10.00 元
        起作用的规则：insured（测试〔2020〕1号 第1条）：14；要求 ≥ 36 → ≥ 12；不满足 → 满足
        另外不同：
          门槛（测试〔2020〕1号 第9条）：36 → 12
        """,
      en: """
        outcome: not entitled → entitled
        amount: – → 10.00 yuan
        before caps and stacking: – → 10.00 yuan
        The rule that makes the difference: insured (测试〔2020〕1号 Article 1): 14; needed ≥ 36 → ≥ 12; fails → holds
        Also different:
          门槛 (测试〔2020〕1号 Article 9): 36 → 12
        """),
    Case(
      testDescription: "a sum by stacking; a condition whose value is another decides nothing",
      left: one(
        .entitled, 10,
        [
          reason("insured", value: "14"), reason("amount", .applied, .amount, value: "10"),
        ]),
      right: one(
        .entitled, 4,
        [
          reason("insured", value: "15"), reason("amount", .applied, .amount, value: "10"),
          reason("cap", .applied, .stacking, note: "−6", article: 2),
        ]),
      zh: """
        金额：10.00 元 → 4.00 元
        限额与叠加前：10.00 元 → 4.00 元
        起作用的规则：cap（测试〔2020〕1号 第2条）：只在右边；−6
        另外不同：
          insured（测试〔2020〕1号 第1条）：14 → 15
        """,
      en: """
        amount: 10.00 yuan → 4.00 yuan
        before caps and stacking: 10.00 yuan → 4.00 yuan
        The rule that makes the difference: cap (测试〔2020〕1号 Article 2): only on the right; −6
        Also different:
          insured (测试〔2020〕1号 Article 1): 14 → 15
        """),
    Case(
      testDescription: "the part of a condition that settles it",
      left: one(
        .notEntitled, nil,
        [
          reason(
            "both", .fails,
            parts: [reason("both", value: "1"), reason("both", .fails, value: "no")])
        ]),
      right: one(
        .undetermined, nil,
        [
          reason(
            "both", .unknown,
            parts: [reason("both", value: "2"), reason("both", .unknown, value: "?")])
        ]),
      zh: """
        结论：不能享受 → 暂不能确定
        起作用的规则：both（第 2 项）（测试〔2020〕1号 第1条）：no → ?；不满足 → 未知
        """,
      en: """
        outcome: not entitled → cannot say yet
        The rule that makes the difference: both (part 2) (测试〔2020〕1号 Article 1): no → ?; fails → unknown
        """),
    Case(
      testDescription: "a record that one side did not have",
      left: one(.entitled, 10, [reason("level", facts: [fact("c1", "level", "3")])]),
      right: one(
        .notEntitled, nil,
        [
          reason("level", facts: [fact("c1", "level", "3")]),
          reason("once", .fails, .stacking, note: "c0", facts: [fact("c0", "level", "3")]),
        ]),
      zh: """
        结论：可以享受 → 不能享受
        金额：10.00 元 → –
        限额与叠加前：10.00 元 → –
        起作用的规则：once（测试〔2020〕1号 第1条）：只在右边；c0
        不同的事实：
          证书·level c0：没有用到 → 3
        """,
      en: """
        outcome: entitled → not entitled
        amount: 10.00 yuan → –
        before caps and stacking: 10.00 yuan → –
        The rule that makes the difference: once (测试〔2020〕1号 Article 1): only on the right; c0
        Facts that differ:
          certificate · level c0: not used → 3
        """),
  ]

  @Test("of one record", arguments: cases)
  func pair(_ one: Case) throws {
    let pairs = Comparison([one.left], [one.right], matching: .records).pairs
    let pair = try #require(pairs.count == 1 ? pairs.first : nil)
    #expect(pair.lines(.zh).joined(separator: "\n") == one.zh)
    #expect(pair.lines(.en).joined(separator: "\n") == one.en)
    #expect(pair.isSame == one.zh.isEmpty)
    #expect(pair.heading(.zh) == "补贴  c1  p1  test/grant")
    // Seen from the other side the same rule decides.
    let back = Comparison([one.right], [one.left], matching: .records).pairs.first
    #expect(back?.deciding?.id == pair.deciding?.id)
    #expect(back?.answers.map(\.left) == pair.answers.map(\.right))
  }

  @Test("What only one side has stands alone, and order does not matter")
  func alone() throws {
    let left = [
      Self.one(.entitled, 10, [], subject: "c1"), Self.one(.notEntitled, nil, [], subject: "c2"),
    ]
    let right = [
      Self.one(.entitled, 7, [], subject: "c3"), Self.one(.entitled, 10, [], subject: "c1"),
    ]
    let comparison = Comparison(left, right, matching: .records)
    #expect(comparison.pairs.map { $0.left?.subject } == ["c1", "c2", nil])
    #expect(comparison.pairs.map { $0.right?.subject } == ["c1", nil, "c3"])
    #expect(
      comparison.differing.map { $0.lines(.zh) } == [["只在左边：不能享受"], ["只在右边：可以享受，7.00 元"]])
    #expect(
      comparison.differing.map { $0.lines(.en) }
        == [["only on the left: not entitled"], ["only on the right: entitled, 7.00 yuan"]])
  }

  @Test("Two people: the first record of the one beside the first of the other")
  func people() throws {
    let left = Self.one(
      .entitled, 10, [Self.reason("level", value: "3", facts: [Self.fact("a1", "level", "3")])],
      subject: "a1", party: "a")
    let right = Self.one(
      .entitled, 10, [Self.reason("level", value: "4", facts: [Self.fact("b7", "level", "4")])],
      subject: "b7", party: "b")
    let pair = try #require(Comparison([left], [right], matching: .order).pairs.first)
    #expect(pair.isSame && pair.deciding == nil)
    #expect(pair.heading(.en) == "grant  a1 a → b7 b  test/grant")
    #expect(pair.facts.map { $0.line(.en) } == ["certificate · level a1 / b7: 3 → 4"])
    #expect(Comparison([left], [right], matching: .records).pairs.count == 2)
  }

  @Test("As data")
  func json() throws {
    let left = Self.one(.notEntitled, nil, [Self.reason("insured", .fails, value: "11")])
    let right = Self.one(.entitled, 10, [Self.reason("insured", .holds, value: "14")])
    var writer = JSONWriter()
    writer.write(try #require(Comparison([left], [right], matching: .records).pairs.first))
    #expect(
      writer.text == #"""
        {"benefit":"test/grant","label":{"zh":"补贴","en":"grant"},"same":false,\#
        "left":{"party":"p1","subject":"c1","outcome":"not-entitled","amount":null},\#
        "right":{"party":"p1","subject":"c1","outcome":"entitled","amount":"10.00"},\#
        "differs":[{"what":"outcome","left":{"zh":"不能享受","en":"not entitled"},\#
        "right":{"zh":"可以享受","en":"entitled"}},{"what":"amount","left":{"zh":"–","en":"–"},\#
        "right":{"zh":"10.00 元","en":"10.00 yuan"}},{"what":"gross","left":{"zh":"–","en":"–"},\#
        "right":{"zh":"10.00 元","en":"10.00 yuan"}}],\#
        "rule":{"kind":"condition","id":"insured","label":{"zh":"insured","en":"insured"},\#
        "part":null,"aspects":["verdict","value"],"left":{"verdict":"fails",\#
        "value":{"is":"11","zh":"11","en":"11"},"needed":null,"note":null},\#
        "right":{"verdict":"holds","value":{"is":"14","zh":"14","en":"14"},"needed":null,"note":null},\#
        "document":"test","number":"测试〔2020〕1号","article":{"zh":"第1条","en":"Article 1"},\#
        "place":{"anchor":"a1","line":1}},"also":[],"facts":[]}
        """#)
  }
}

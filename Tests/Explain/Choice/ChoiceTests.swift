import Core
import Determination
import Testing

@Suite("Stacking: choices")
struct ChoiceTests {
  private static func certificate(
    _ id: String, _ level: Int, _ day: String, _ occupation: String = "6-18-01-01"
  ) -> String {
    "certificate \(id) level=\(level) issuedOn=\(day) occupation=\(occupation) kind=skill-level"
  }

  private static let perYearCases = [
    StackingCase(
      "each year by itself",
      [
        certificate("c1", 3, "2019-05-01"), StackingCase.course("t1", 4000, "2019-06-01"),
        certificate("c2", 3, "2020-05-01"), StackingCase.course("t2", 2000, "2020-06-01"),
      ],
      [
        "c1 entitled 0.00", "c2 entitled 3000.00", "t1 entitled 4000.00", "t2 entitled 0.00",
      ]),
    StackingCase(
      "an unknown year",
      ["training t1 kind=skill cost=4000", certificate("c1", 3, "2020-05-01")],
      ["c1 undetermined ? training.from", "t1 undetermined ? training.from"]),
    StackingCase(
      "an unknown year without a rival", ["training t1 kind=skill cost=4000"],
      ["t1 entitled 4000.00"]),
  ]

  @Test("Of one key only one benefit", arguments: perYearCases)
  func perYear(_ one: StackingCase) throws {
    try one.check(
      "  kind: choice\n  over: [grant, course]\n  per: [人]\n  period: year",
      of: ["grant", "course"])
  }

  private static let bestCases = [
    StackingCase(
      "those that pay most, whenever they came",
      [
        certificate("c1", 1, "2020-01-01"), certificate("c2", 3, "2020-02-01", "6-18-01-02"),
        certificate("c3", 2, "2020-03-01", "6-18-01-03"),
      ],
      ["c1 entitled 0.00", "c2 entitled 3000.00", "c3 entitled 2000.00"]),
    StackingCase(
      "of equals the earliest",
      [
        certificate("c1", 2, "2020-01-01"), certificate("c2", 2, "2020-02-01", "6-18-01-02"),
        certificate("c3", 2, "2020-03-01", "6-18-01-03"),
      ],
      ["c1 entitled 2000.00", "c2 entitled 2000.00", "c3 entitled 0.00"]),
    StackingCase(
      "an open one that may pay more",
      [
        certificate("c1", 1, "2020-01-01"), certificate("c2", 3, "2020-02-01", "6-18-01-02"),
        "certificate c3 issuedOn=2020-03-01 kind=skill-level",
      ],
      [
        "c1 undetermined ? certificate.level", "c2 undetermined ? certificate.level",
        "c3 undetermined ? certificate.level",
      ]),
    StackingCase(
      "an open one that pays nothing more",
      [
        certificate("c1", 3, "2020-01-01"), certificate("c2", 3, "2020-02-01", "6-18-01-02"),
        certificate("c4", 1, "2020-02-03", "6-18-01-04"),
        "certificate c3 issuedOn=2020-03-01 level=2",
      ],
      [
        "c1 entitled 3000.00", "c2 entitled 3000.00", "c3 undetermined ? certificate.kind",
        "c4 entitled 0.00",
      ]),
  ]

  @Test("Two a year, those that pay most", arguments: bestCases)
  func best(_ one: StackingCase) throws {
    try one.check(
      "  kind: cap\n  over: [grant]\n  per: [人]\n  period: year\n  count: 2\n  keep: best",
      of: ["grant"])
  }

  /// One a year, and two more of level 3: whatever is not level 3 counts once.
  private static let filteredCases = [
    StackingCase(
      "one of any, two more of the favoured",
      [
        certificate("c1", 5, "2020-01-01"), certificate("c2", 4, "2020-02-01", "6-18-01-02"),
        certificate("c3", 3, "2020-03-01", "6-18-01-03"),
        certificate("c4", 3, "2020-04-01", "6-18-01-04"),
        certificate("c5", 3, "2020-05-01", "6-18-01-05"),
      ],
      [
        "c1 entitled 5000.00", "c2 entitled 0.00", "c3 entitled 3000.00", "c4 entitled 3000.00",
        "c5 entitled 0.00",
      ])
  ]

  @Test("A cap that counts only some", arguments: filteredCases)
  func filtered(_ one: StackingCase) throws {
    try one.check(
      """
        kind: cap
        over: [grant]
        per: [人]
        period: year
        count: 3
        keep: best
      - id: others
        label: { zh: 其他, en: others }
        kind: cap
        over: [grant]
        per: [人]
        period: year
        count: 1
        keep: best
        unless: 三级
      """, of: ["grant"])
  }

  @Test("A choice looks through the caps that follow")
  func throughCaps() throws {
    // Of the grant and the courses one: the courses would pay 9,000, but no more than 2,500 of it.
    let one = StackingCase(
      "through",
      [
        Self.certificate("c1", 3, "2020-05-01"), StackingCase.course("t1", 4000, "2020-06-01"),
        StackingCase.course("t2", 5000, "2020-07-01"),
      ],
      ["c1 entitled 3000.00", "t1 entitled 0.00", "t2 entitled 0.00"])
    try one.check(
      """
        kind: choice
        over: [course, grant]
        per: [人]
      - id: most
        label: { zh: 上限, en: most }
        kind: cap
        over: [course]
        per: [人]
        amount: 2500
      """, of: ["grant", "course"])
  }

  private static let ladderCases = [
    StackingCase(
      "a lower level after a higher one",
      [
        certificate("c1", 4, "2018-01-01"), certificate("c2", 3, "2019-01-01"),
        certificate("c3", 5, "2020-01-01"), certificate("c4", 2, "2020-02-01"),
      ],
      [
        "c1 entitled 4000.00", "c2 entitled 3000.00", "c3 not-entitled", "c4 entitled 2000.00",
      ]),
    StackingCase(
      "of the same day the higher one",
      [certificate("c1", 4, "2019-01-01"), certificate("c2", 3, "2019-01-01")],
      ["c1 not-entitled", "c2 entitled 3000.00"]),
    StackingCase(
      "in another occupation",
      [certificate("c1", 3, "2019-01-01"), certificate("c2", 5, "2020-01-01", "6-18-01-02")],
      ["c1 entitled 3000.00", "c2 entitled 5000.00"]),
    StackingCase(
      "a higher one that is not due",
      [
        "certificate c1 level=3 issuedOn=2019-01-01 occupation=6-18-01-01 kind=special-ability",
        certificate("c2", 5, "2020-01-01"),
      ],
      ["c1 not-entitled", "c2 entitled 5000.00"]),
    StackingCase(
      "a higher one that is open",
      [
        "certificate c1 level=3 issuedOn=2019-01-01 occupation=6-18-01-01",
        certificate("c2", 5, "2020-01-01"),
      ],
      ["c1 undetermined ? certificate.kind", "c2 undetermined ? certificate.kind"]),
    StackingCase(
      "an open one that is lower",
      [
        "certificate c1 level=5 issuedOn=2019-01-01 occupation=6-18-01-01",
        certificate("c2", 4, "2020-01-01"),
      ],
      ["c1 undetermined ? certificate.kind", "c2 entitled 4000.00"]),
    StackingCase(
      "of unknown occupation",
      [
        "certificate c1 level=3 issuedOn=2019-01-01 kind=skill-level",
        certificate("c2", 5, "2020-01-01"),
      ],
      ["c1 entitled 3000.00", "c2 undetermined ? certificate.occupation"]),
    StackingCase(
      "of unknown day",
      [
        "certificate c1 level=3 occupation=6-18-01-01 kind=skill-level",
        certificate("c2", 5, "2020-01-01"), certificate("c3", 2, "2020-02-01"),
      ],
      [
        "c1 undetermined ? certificate.issuedOn", "c2 undetermined ? certificate.issuedOn",
        "c3 entitled 2000.00",
      ]),
    StackingCase(
      "granted, of a certificate that is not on record",
      ["claim - benefit=test/grant subject=x on=2018-01-01", certificate("c2", 5, "2020-01-01")],
      ["c2 undetermined ? certificate"]),
  ]

  @Test("A higher level blocks lower ones", arguments: ladderCases)
  func ladder(_ one: StackingCase) throws {
    try one.check(
      "  kind: blocks\n  over: [grant]\n  level: 证书.等级\n  higher: smaller\n  per: [人, 证书.职业]",
      of: ["grant"])
  }

  @Test("What was taken is shown with the alternatives and why each pays less")
  func alternatives() throws {
    let scene = try Scene(
      "stacking",
      ["STACKING": "  kind: choice\n  over: [grant, course]\n  per: [人]"])
    let report = try scene.report([
      Self.certificate("c1", 3, "2020-05-01"), StackingCase.course("t1", 1000, "2020-06-01"),
      StackingCase.course("t2", 1500, "2020-07-01"),
    ])
    func reasons(_ subject: String) -> [Reason] {
      report.determinations.filter { $0.subject == subject }.flatMap(\.because)
        .filter { $0.kind == .stacking }
    }
    let taken = try #require(reasons("c1").first)
    #expect(taken.verdict == .holds && taken.value?.text.en == "3000.00 yuan")
    #expect(
      taken.note?.en
        == "of what may be taken together, “certificate grant” (c1) pays most: 3000.00 yuan")
    #expect(
      taken.parts.map(\.label.en) == ["instead “training grant” (t1), “training grant” (t2)"])
    #expect(taken.parts.map { $0.value?.text.en } == ["2500.00 yuan"])
    #expect(taken.parts.map { $0.note?.zh } == ["少 500.00 元"])
    let left = try #require(reasons("t1").first)
    #expect(
      left.note?.zh
        == "可以同时享受的组合里，“证书补贴”（c1） 合计最高，3000.00 元；改选 “培训补贴”（t1）、“培训补贴”（t2），合计 2500.00 元，少 500.00 元"
    )
    #expect(
      left.note?.en
        == "of what may be taken together, “certificate grant” (c1) pays most: 3000.00 yuan; “training grant” (t1), “training grant” (t2) would pay 2500.00 yuan, 500.00 yuan less"
    )
    let text = report.text(.zh, style: .plain)
    #expect(text.contains("改选 “培训补贴”（t1）、“培训补贴”（t2）：2500.00 元（要求 3000.00 元）"), "\(text)")
  }
}

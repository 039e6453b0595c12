import HTTP
import Testing

@testable import Routes

/// Score sheets as people fill them in, without scripts.
@Suite("Score sheets on pages")
struct ScoreRouteTests {
  private static let sheet = "/zh/scores/wuxing-2024-32/selection-score"

  /// Everything at its most: 100 and 15.
  private static let full: [(String, String)] =
    [
      "leadershipAttention", "hrUnit", "hrSpecialist", "selfCertRegistered", "selfCertOrderly",
      "schoolCooperation", "orderClasses", "selfCertCarriedOut", "selfCertSound", "eightGradePilot",
      "seniorSelfEvalPilot", "seniorSelfEvalDone", "collectiveBargaining", "craftsmanCulture",
      "institute",
    ].map { ("f." + $0, "yes") }
    + ["harmonyLevel", "specialTitleLevel", "baseLevel"].map { ("f." + $0, "nation") }
    + [
      ("f.trainingFunds", "full"), ("f.apprenticesTrained", "100"), ("f.selfCertCount", "100"),
      ("f.trainedShare", "70%"), ("f.technicalShare", "70 %"), ("f.highSkilledShare", "0.71"),
      ("f.skillAllowance", "500"), ("f.wageGrowth", "0.11"), ("f.shareAbove90k", "0.7"),
      ("f.shareAbove120k", "0.4"), ("f.equityPersons", "20"), ("f.arbitrationCases", "0"),
      ("f.seriousInjuries", "0"), ("f.arrearsPetitions", "none"),
      ("f.honours.0.person", "甲"), ("f.honours.0.level", "nation"),
      ("f.honours.1.person", "乙"), ("f.honours.1.level", "city"),
      ("f.studios.0.leader", "甲"), ("f.studios.0.level", "nation"),
      ("f.prizes.0.level", "nation"), ("f.prizes.0.prize", "1"),
      ("f.innovations.0.position", "1"), ("f.innovations.1.position", "1"),
      ("f.innovations.2.position", "1"), ("f.innovations.3.position", "1"),
      ("f.scienceAwards.0.level", "nation"), ("f.scienceAwards.0.prize", "first"),
      ("f.scienceAwards.0.coWinner", "no"), ("f.standards.0.status", "published"),
      ("f.standards.1.status", "drafted"), ("year", "2025"),
    ]

  private func visitor() throws -> Visitor { Visitor(Site(try projectModel())) }

  @Test("A whole sheet comes to 115 points")
  func whole() throws {
    let visitor = try visitor()
    try visitor.post(Self.full + [("do", "result")], to: Self.sheet)
    #expect(visitor.status == .ok)
    #expect(visitor.page.contains("115 分"))
    #expect(visitor.page.contains("基本 100/100，加分 15/15，扣分 0"))
    #expect(!visitor.page.contains("还缺这些数据"))
  }

  @Test("None is said and is not left out", arguments: ["none", ""])
  func none(_ said: String) throws {
    let visitor = try visitor()
    try visitor.get(Self.sheet)
    #expect(visitor.page.contains(#"<option value="none">没有</option>"#))
    #expect(visitor.page.contains(#"<option value="none">无</option>"#))
    let names = ["f.harmonyLevel", "f.standards.0.status", "f.wageGrowth"]
    let fields = Self.full.filter { !names.contains($0.0) && !$0.0.hasPrefix("f.standards.") }
    try visitor.post(
      fields + [
        ("f.harmonyLevel", said), ("f.standards", said == "" ? "" : "none"), ("do", "result"),
      ],
      to: Self.sheet)
    let isMissing = said.isEmpty
    #expect(visitor.page.contains("X5.5 和谐劳动关系级别") == isMissing, "\(visitor.page)")
    #expect(visitor.page.contains("X6.3 职业标准") == isMissing)
    #expect(visitor.page.contains("还有 \(isMissing ? 3 : 1) 项未知"), "\(visitor.page)")
  }

  @Test("What is left out is missing and not nothing; a veto is told")
  func missing() throws {
    let visitor = try visitor()
    let fields = Self.full.filter { $0.0 != "f.trainingFunds" && $0.0 != "f.arbitrationCases" }
    try visitor.post(
      fields + [("f.arbitrationCases", "11"), ("do", "result")], to: Self.sheet)
    #expect(visitor.page.contains("X1.2 培训经费"))
    #expect(visitor.page.contains("还有 1 项未知"))
    #expect(visitor.page.contains("一票否决：当年劳动仲裁案件超过 10 件"))
    try visitor.post([("year", "2025"), ("do", "result")], to: Self.sheet)
    #expect(visitor.page.contains("还有 31 项未知"))
  }

  @Test("Self scores are added up, kept, and sent back to the form")
  func totals() throws {
    let visitor = try visitor()
    try visitor.post(
      [("s.X1.1", "1.5"), ("s.X6.4", "3"), ("s.X7.3", "-2"), ("n.X1.1", "任命文件"), ("year", "2025")],
      to: Self.sheet)
    #expect(visitor.page.contains(#"<strong data-total="all">2.5</strong>"#))
    #expect(visitor.page.contains(#"<span data-total="deduction">-2</span>"#))
    #expect(visitor.page.contains(#"value="任命文件""#))
  }

  @Test("More lines are shown for a list, and what was entered stays")
  func lines() throws {
    let visitor = try visitor()
    try visitor.post(
      [("f.honours.1.person", "乙"), ("r.honours", "2"), ("more", "f.honours"), ("year", "2025")],
      to: Self.sheet)
    #expect(visitor.page.contains(#"name="f.honours.4.person""#))
    #expect(!visitor.page.contains(#"name="f.honours.5.person""#))
    #expect(visitor.page.contains(#"name="f.honours.1.person" id="f-honours-1-person" value="乙""#))
  }

  @Test(
    "What cannot be is told, field by field",
    arguments: [
      ("year", "25年", "年度写成四位数字，如 2025。", "Write the year in four digits, as 2025."),
      (
        "f.technicalShare", "70", "“技术工人占比”要写 0 到 1 的数：60 % 填 0.6 或 60%。",
        "“share of technical workers” takes a number from 0 to 1: for 60 % enter 0.6 or 60%."
      ),
      (
        "f.apprenticesTrained", "1.5", "“学徒培养人数”要写 0 到 10000000 的数，不带小数。",
        "“apprentices trained” takes a number from 0 to 10000000 without decimals."
      ),
      (
        "f.honours", "none", "“领军荣誉”勾了“没有”，又填了内容：请留下一种。",
        "“leading-talent honours” says none and lists something too: keep one of the two."
      ),
      (
        "s.X2.1", "4.5", "X2.1 的自评分要写 0 到 4 的数。",
        "The self score of X2.1 takes a number from 0 to 4."
      ),
      (
        "s.X7.1", "1", "X7.1 的自评分要写 0 或负数。",
        "The self score of X7.1 takes 0 or a negative number."
      ),
    ])
  func errors(_ name: String, _ value: String, _ zh: String, _ en: String) throws {
    for (path, message) in [(Self.sheet, zh), (Self.sheet.replacing("/zh/", with: "/en/"), en)] {
      let visitor = try visitor()
      let fields = Self.full.filter { $0.0 != name } + [(name, value), ("do", "result")]
      try visitor.post(fields, to: path)
      #expect(visitor.status == .unprocessableContent)
      #expect(visitor.page.contains(message))
    }
  }

  @Test("The sheets and rankings there are; without a registry a page says how to get one")
  func index() throws {
    let visitor = try visitor()
    try visitor.get("/en/scores/")
    #expect(visitor.page.contains("/en/scores/wuxing-2024-32/selection-score"))
    try visitor.get("/en/scores/wuxing-2024-32/ranking")
    #expect(visitor.heading == "There is no registry here yet")
  }
}

import Core
import Pages
import Testing

/// What the pages of those who receive say, in both languages.
@Suite struct MyPageTests {
  private static func line(
    _ turn: MyTurn, due: String? = nil, isOverdue: Bool = false, isClawBack: Bool = false
  ) -> MyCaseLine {
    MyCaseLine(
      number: "2026-0000001", benefit: Bilingual(zh: "补贴", en: "subsidy"),
      kind: Bilingual(zh: "首次", en: "first"), isClawBack: isClawBack,
      amount: Money(fen: 123_456), state: Bilingual(zh: "某处", en: "somewhere"), turn: turn,
      due: due.flatMap { CivilDate($0) }, isOverdue: isOverdue)
  }

  private static let frame = MyFrame(name: "甲厂", query: "?for=e1", isOrganisation: true)
  private static let clerk = MyTurn.office(Bilingual(zh: "受理员", en: "clerk"))
  private static let form = SignedForm(csrf: "m", key: "k")

  @Test(
    "whose turn it is until when",
    arguments: [
      (
        line(.yours, due: "2026-03-02"), "轮到您：请在 2026-03-02 前办理。",
        "It is your turn, until 2026-03-02."
      ),
      (line(.yours), "轮到您，不限时间。", "It is your turn; there is no limit."),
      (
        line(clerk, due: "2026-03-02"), "由受理员办理，最晚 2026-03-02。",
        "The clerk deals with it, by 2026-03-02."
      ),
      (
        line(clerk, due: "2026-03-02", isOverdue: true), "由受理员办理，应在 2026-03-02 前办完，已经超期。",
        "The clerk should have dealt with it by 2026-03-02 and is late."
      ),
      (line(clerk), "由受理员办理。", "The clerk deals with it."),
      (
        line(.service, due: "2026-03-02"), "系统自动往下走，您不用做什么。",
        "It goes on by itself; there is nothing for you to do."
      ),
      (line(.over), "已经结束。", "It has ended."),
    ])
  func standing(_ line: MyCaseLine, _ zh: String, _ en: String) {
    for (language, text) in [(Language.zh, zh), (.en, en)] {
      let page = myEndedPage(PageLocation(language), Self.frame, [line], next: nil).document
      #expect(page.contains(text))
      #expect(page.contains("2026-0000001"))
      #expect(page.contains("1,234.56"))
    }
  }

  /// Every page there is, with something on it.
  private static func pages(_ place: PageLocation) -> [Page] {
    var view = MyCaseView(line: line(.yours, due: "2026-03-02"), name: "<甲>")
    view.steps = [
      .init(
        id: "submit", label: Bilingual(zh: "提交", en: "submit"), isGrave: false,
        tasks: [
          .init(Bilingual(zh: "上传材料", en: "evidence"), path: "my/x", isDone: true),
          .init(Bilingual(zh: "账户", en: "account"), path: "my/y", isDone: false),
        ], path: "my/z"),
      .init(
        id: "withdraw", label: Bilingual(zh: "撤回", en: "withdraw"), isGrave: true, tasks: [],
        path: "my/w"),
    ]
    view.files = [MyFile(key: 1, name: "<a>.pdf", size: 3 << 20)]
    view.scores = [
      MyScoreLine(
        item: "X1", label: Bilingual(zh: "项", en: "item"), own: "2", review: "1",
        difference: "-1", note: "无")
    ]
    view.instalments = [.init(due: CivilDate(dayNumber: 20_000), amount: Money(fen: 100))]
    view.notice = ("N1", CivilDate(dayNumber: 20_001))
    view.parent = "2025-0000002"
    var step = MyStepView(
      number: "1", id: "appeal", label: Bilingual(zh: "申请复核", en: "appeal"), isGrave: true,
      needsReason: true, benefit: Bilingual(zh: "补贴", en: "subsidy"), amount: nil)
    step.errors = [FormError(field: "reason", message: "…")]
    (step.account, step.files, step.points) = ("银行 **1", ["a"], "3")
    var check = step
    check.errors = [FormError(field: "confirm", message: "…")]
    var account = MyAccountView(
      number: "1", step: "consent", bank: "", holder: "", known: "**1", isFromRegistry: true)
    account.errors = [FormError(field: "bank", message: "…")]
    var evidence = MyEvidenceView(number: "1", files: view.files, most: 20)
    evidence.errors = [FormError(field: "file", message: "…")]
    let item = MyScoreView.Item(
      id: "X1.1", label: Bilingual(zh: "项", en: "item"), maximum: Decimal128(2),
      evidence: Bilingual(zh: "证", en: "proof"), byFacts: "1", points: "", note: "", kept: nil)
    let sheet = MyScoreView(
      number: "1",
      groups: [.init(id: "X1", label: Bilingual(zh: "组", en: "group"), items: [item])])
    var delegation = MyDelegation()
    delegation.errors = [
      FormError(field: "name", message: "…"), FormError(field: "year", message: "…"),
    ]
    let agent = MyAgentLine(number: 3, name: "<乙>", lastDay: nil, isEffective: true)
    let home = MyHome(
      frame: frame, mine: [line(.yours)], others: [line(clerk, isClawBack: true)],
      ended: [line(.over)], earlier: "my/ended?before=1", unread: 2, hasChoice: true)
    let payment = MyPayment(
      number: "1", benefit: Bilingual(zh: "补贴", en: "subsidy"), amount: Money(fen: 1),
      status: Bilingual(zh: "失败", en: "failed"), isSettled: false, account: "银行 **1", day: nil,
      reason: Bilingual(zh: "账号不正确", en: "wrong number"))
    let message = MyMessageLine(
      number: 4, title: Bilingual(zh: "题", en: "title"), moment: "2026-01-01", isUnread: true)
    return [
      myHomePage(place, home), myEndedPage(place, frame, [], next: "my/ended?before=1"),
      myChoicePage(place, [("my/?for=p1", "<甲>", false)]),
      myWorkersPage(place, frame, people: 3, openCases: nil), myCasePage(place, frame, view),
      myReasonPage(place, frame, step, form), myCheckPage(place, frame, check, form),
      myDonePage(place, frame, step: Bilingual(zh: "提交", en: "submit"), line(clerk)),
      myAccountPage(place, frame, account, form), myEvidencePage(place, frame, evidence, form),
      myScoresPage(place, frame, sheet), myScorePartPage(place, frame, sheet, part: 0, form),
      myPaymentsPage(place, frame, [payment], next: nil),
      myMessagesPage(place, frame, [message], next: "my/messages?before=4", form),
      myMessagePage(
        place, frame, title: Bilingual(zh: "题", en: "title"),
        body: Bilingual(zh: "文", en: "text"), moment: "2026-01-01", case: "1"),
      myAgentsPage(place, frame, [agent], mayDelegate: true),
      myDelegationPage(place, frame, delegation, form),
      myDelegationCheckPage(place, frame, delegation, day: CivilDate(dayNumber: 20_000), form),
      myWithdrawalPage(place, frame, agent, form),
    ]
  }

  @Test(
    "every page has one heading, a label for each field, scopes, and a mark in each form",
    arguments: Language.allCases)
  func structure(_ language: Language) {
    for page in Self.pages(PageLocation(language, "my/")) {
      let document = page.document
      #expect(document.ranges(of: "<h1").count == 1, "\(page.title)")
      #expect(!document.contains("<甲>") && !document.contains("<乙>") && !document.contains("<a>"))
      for forbidden in ["<script", "style=", " onclick", "javascript:"] {
        #expect(!document.contains(forbidden), "\(page.title)")
      }
      let ids = document.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "\(page.title): \(ids)")
      // What an error, a label or a description leads to is there.
      for match in document.matches(of: #/(?: for="|aria-labelledby="|href="\#)([^"]+)"/#) {
        #expect(ids.contains(String(match.1)), "\(page.title): \(match.1)")
      }
      for match in document.matches(of: /aria-describedby="([^"]+)"/) {
        for id in match.1.split(separator: " ") { #expect(ids.contains(String(id))) }
      }
      let labelled = Set(document.matches(of: #/ for="([^"]*)"/#).map { String($0.1) })
      for match in document.matches(of: /<(?:input type="(?:text|file)"|textarea)[^>]*>/) {
        let id = match.0.firstMatch(of: #/ id="([^"]*)"/#).map { String($0.1) } ?? ""
        #expect(labelled.contains(id), "\(page.title): \(match.0)")
      }
      let levels = document.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
      for (level, next) in zip(levels, levels.dropFirst()) {
        #expect(next <= level + 1, "\(page.title): \(levels)")
      }
      let forms = document.ranges(of: "<form").count
      #expect(document.ranges(of: "name=\"mark\" value=\"m\"").count == forms, "\(page.title)")
      for match in document.matches(of: /<th[ >][^>]*/) { #expect(match.0.contains("scope=")) }
    }
  }

  @Test("a page with a mistake opens at the box that says so") func mistakes() {
    let wrong = Self.pages(PageLocation(.zh, "my/")).filter(\.hasError)
    #expect(wrong.count == 5)
    for page in wrong {
      #expect(page.document.contains("role=\"alert\""))
      #expect(page.document.contains("tabindex=\"-1\" autofocus"))
    }
  }

  @Test("a step waits until all before it is done") func tasks() {
    let step = MyCaseView.Step(
      id: "submit", label: Bilingual(zh: "提交", en: "submit"), isGrave: false,
      tasks: [.init(Bilingual(zh: "材料", en: "evidence"), path: "my/x", isDone: true)],
      path: "my/cases/1/steps/submit")
    var view = MyCaseView(line: Self.line(.yours), name: "甲")
    view.steps = [step]
    let page = myCasePage(PageLocation(.en), Self.frame, view).document
    #expect(page.contains("href=\"/en/my/cases/1/steps/submit\">Check, and submit"))
    let open = Self.pages(PageLocation(.en)).first { $0.document.contains("once all of the above") }
    #expect(open?.document.contains("my/z") == false)
  }
}

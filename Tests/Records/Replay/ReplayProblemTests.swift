import Core
import Replay
import Testing

/// Every word of every refusal.
@Suite("What replay refuses")
struct ReplayProblemTests {
  static let cases: [(ReplayProblem, String, String)] = [
    (
      .unknownNumber(7),
      """
      RPL001：登记库里没有第 7 号核定结果
      编号见 gongjiang replay --party 编号、当事人的网页或导出的核定结果。
      """,
      """
      RPL001: the registry has no stored determination number 7
      See gongjiang replay --party ID, the party's page or an export of determinations.
      """
    ),
    (
      .textsNotKept(number: "7", document: "frame"),
      """
      RPL002：7 是登记库开始保存规则文本以前核定的，没有留下 frame 当时的文本
      请用当时的政策文件，以 gongjiang determine --party … --on … --known … --policies 目录 重新核定。
      """,
      """
      RPL002: 7 is from before the registry kept the texts of the rules: that of frame is not there
      With the documents of that time, use gongjiang determine --party … --on … --known … --policies DIR.
      """
    ),
    (
      .notCompiled(set: 3, name: "frame.md", fault: Bilingual(zh: "缺少 id", en: "id is missing")),
      """
      RPL003：保存的规则（第 3 组）现在的程序读不了：frame.md：缺少 id
      引擎已经换过：请用核定时那个版本的程序重算。
      """,
      """
      RPL003: this program cannot read the kept rules (set 3): frame.md: id is missing
      The engine has changed since: use the version of the program that determined it.
      """
    ),
    (
      .benefitGone(set: 3, benefit: "frame/a"),
      """
      RPL004：保存的规则（第 3 组）按现在的程序没有待遇 frame/a
      引擎已经换过：请用核定时那个版本的程序重算。
      """,
      """
      RPL004: by this program the kept rules (set 3) have no benefit frame/a
      The engine has changed since: use the version of the program that determined it.
      """
    ),
  ]

  @Test(arguments: cases)
  func words(_ problem: ReplayProblem, _ zh: String, _ en: String) {
    #expect("\(problem.code)：\(problem.message.zh)\n\(problem.advice.zh)" == zh)
    #expect("\(problem.code): \(problem.message.en)\n\(problem.advice.en)" == en)
  }

  static let causes: [(ReplayToday.Cause, String)] = [
    (.nothing, "按今天的规则和今天的事实，结论相同。"),
    (.rules, "结论不同，是因为规则变了。"),
    (.facts, "结论不同，是因为事实变了。"),
    (.either, "结论不同：规则和事实都变了，各自都有影响。"),
    (.together, "结论不同：规则和事实都变了，合在一起才有影响。"),
    (.evenOut, "结论相同：规则和事实的变化互相抵消。"),
  ]

  @Test(arguments: causes)
  func cause(_ cause: ReplayToday.Cause, _ zh: String) { #expect(cause.words.zh == zh) }
}

import Core
import Office
import Testing

@testable import Routes

@Suite struct CaseEntryTests {
  @Test(
    "what cannot be read is told with what to do",
    arguments: [
      (
        CaseEntryProblem.points(item: "X1.1", most: "2"),
        "DESK001 X1.1 takes a number from 0 to 2. The other items were kept; correct this one.",
        "X1.1 应为 0 到 2 的数。其余各项已经保存；请改正这一项。"
      ),
      (
        .points(item: "X7.1", most: nil),
        "DESK001 X7.1 takes 0 or a negative number. The other items were kept; correct this one.",
        "X7.1 应为 0 或负数。其余各项已经保存；请改正这一项。"
      ),
      (
        .receipt,
        "DESK002 the amount that came in or its reference is missing. Give an amount above zero "
          + "with two decimals at most, and the bank’s reference.",
        "没有写收到的金额或流水号。金额大于零、最多两位小数，并写上银行流水号。"
      ),
      (
        .division,
        "DESK003 how many parts there are, or from when, cannot be read. Give 1 to 60 parts of a fen "
          + "or more, and the day of the first.",
        "看不出分几期、从哪天起。请写 1 到 60 的期数，每期至少一分，和第一期的日期。"
      ),
      (
        .part(2),
        "DESK004 the day or the amount of part 2 cannot be read. Write the day as 2026-01-31, the "
          + "amount with two decimals at most.",
        "第 2 期的日期或金额看不懂。日期写成 2026-01-31，金额最多两位小数。"
      ),
    ]) func words(_ problem: CaseEntryProblem, _ en: String, _ zh: String)
  {
    #expect("\(problem.code) \(problem.sentence.en)" == en)
    #expect(problem.sentence.zh == zh)
  }
}

import Core
import Statistics
import Testing

@Suite struct StatisticsProblemTests {
  @Test(
    "each says what is wrong and what to do, in both languages",
    arguments: [
      (
        StatisticsProblem.notInVocabulary("title"),
        """
        STA001
        词汇表里没有统计要用的 title
        请用 --home 指明带有本程序词汇表的目录。
        the vocabulary lacks title, which statistics need
        Name with --home a folder that has this program's vocabulary.
        """
      ),
      (
        .notARegion("33"),
        """
        STA002
        “33”不是地市或区县的代码
        请写六位代码，如温州市 330300、鹿城区 330302。
        '33' is no code of a prefecture or county
        Give six digits, such as 330300 for Wenzhou or 330302 for Lucheng.
        """
      ),
      (
        .emptyRegion("110101"),
        """
        STA003
        登记库里没有在 110101 工作的技术工人
        请换一个地区，或不写 --region 看全部。
        the registry has no technical worker in 110101
        Try another region, or leave --region out.
        """
      ),
    ])
  func words(_ problem: StatisticsProblem, _ text: String) {
    let (message, advice) = (problem.message, problem.advice)
    let lines = text.split(separator: "\n").map(String.init)
    #expect([problem.code, message.zh, advice.zh, message.en, advice.en] == lines)
  }
}

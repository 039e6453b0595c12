import Core
import Testing

@testable import Notice

/// What is wrong, word for word.
@Suite("Problems of notices")
struct NoticeProblemTests {
  @Test(
    arguments: [
      (
        .sumsDisagree(benefit: Bilingual(zh: "补贴", en: "grant")), "NTC001",
        "“补贴”的各步金额加起来与结果不符，不能出具告知书", "请把这段文字报告给维护者；数据没有改动。",
        "the steps of the sum of “grant” do not add up to its result; no notice is made",
        "Report this text to the maintainers; no data was changed."
      ),
      (
        .noDetermination(party: "p1", benefit: "a/b"), "NTC002", "当事人“p1”没有核定过“a/b”",
        "请核对待遇的编号；gongjiang determine --party 列出这个当事人的全部核定结果。",
        "nothing is determined of “a/b” for the party “p1”",
        "Check the id of the benefit; gongjiang determine --party lists all that is determined for "
          + "the party."
      ),
      (
        .noSubject(subject: "c9", known: ["c1", "c2"]), "NTC003", "没有“c9”这条记录；核定过的有：c1、c2",
        "请改用其中一条。", "there is no record “c9”; determined are: c1, c2", "Use one of these."
      ),
      (
        .severalSubjects(benefit: "a/b", subjects: ["c1", "c2"]), "NTC004",
        "“a/b”按几条记录分别核定：c1、c2", "请用 --subject 指明是哪一条。",
        "“a/b” is determined for several records: c1, c2", "Say which with --subject."
      ),
      (
        .outdated(benefit: Bilingual(zh: "补贴", en: "grant")), "NTC005", "“补贴”存下的结果与现行规则算出的不同",
        "请先运行 gongjiang determine --changed，再出具告知书。",
        "what is stored of “grant” differs from what the rules of today give",
        "Run gongjiang determine --changed first, then make the notice."
      ),
      (
        .badBase("ftp://x"), "NTC006", "“ftp://x”不能作网址的开头",
        "请写 https:// 开头的网址，如 https://rencai.example.cn。",
        "“ftp://x” cannot begin the address of a page",
        "Write an address that begins with https://, as https://rencai.example.cn."
      ),
    ] as [(NoticeProblem, String, String, String, String, String)])
  func words(
    _ problem: NoticeProblem, _ code: String, _ zh: String, _ adviceZh: String, _ en: String,
    _ adviceEn: String
  ) {
    #expect(problem.code == code)
    #expect(problem.message == Bilingual(zh: zh, en: en))
    #expect(problem.advice == Bilingual(zh: adviceZh, en: adviceEn))
  }
}

import Core
import Foundation
import Testing

@testable import gongjiang

/// `ask`, as a person meets it.
@Suite struct AskCommandTests {
  private func ask(_ lines: [String], _ words: String...) -> Run {
    run(
      ["ask", "--on", "2020-06-30"] + words, directory: repository,
      input: lines.joined(separator: "\n"))
  }

  @Test func whoeverHasNothingIsAskedTwice() {
    let told = ask(["1", "n"])
    #expect(told.status == .success)
    #expect(told.errors == "")
    #expect(
      told.output.hasPrefix(
        """
        按 2020-06-30 认定。写编号或内容后回车；? 为什么问，< 上一步，q 到此为止。

        您替谁查？
          1) 劳动者
          2) 单位

        """), "\(told.output)")
    #expect(told.output.contains("问了 2 个问题，另有 0 个没有问。"), "\(told.output)")
  }

  @Test func aQuestionSaysWhyAndWhatIsWrongAndGoesBack() throws {
    let told = ask(["?", "<", "9", "1", "证书", "<", "1", "q"])
    #expect(told.output.contains("由它决定往下问什么。"))
    #expect(told.output.contains("这是第一个问题。"))
    #expect(told.output.contains("请选择一项。"))
    #expect(told.output.components(separatedBy: "有下面哪些情况？").count == 3, "\(told.output)")
    #expect(told.output.contains("到此为止，没有答的算不知道。"))
  }

  @Test func whatIsAskedWaitsForAnAnswer() throws {
    let told = ask(["1", "证书", "?", "q"], "--lang", "zh")
    #expect(told.output.contains("这些待遇要看这个回答："), "\(told.output)")
    let english = ask(["1", "Certificate", "?"], "--lang", "en")
    #expect(english.output.contains("These wait for the answer: "), "\(english.output)")
    #expect(english.output.contains("Enough; what has no answer counts as not known."))
  }

  @Test func theResultIsJSONAndNothingElse() throws {
    let told = ask(["1", "n"], "--json")
    let report = try JSONSerialization.jsonObject(with: Data(told.output.utf8))
    #expect((report as? [String: Any])?["on"] as? String == "2020-06-30")
    #expect(told.errors.contains("您替谁查？"))
  }
}

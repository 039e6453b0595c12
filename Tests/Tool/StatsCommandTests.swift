import Foundation
import Testing

@testable import gongjiang

@Suite struct StatsCommandTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func stats(_ words: String...) -> Run {
    run(["stats", "--registry", folder.path + "/town.db"] + words, directory: repository)
  }

  @Test("without a registry says how to make one") func missing() {
    let result = stats()
    #expect(result.errors.hasPrefix("gongjiang: 还没有登记库 \(folder.path)/town.db\n"))
    #expect(result.status == .badInput)
  }

  @Test(
    "a region must be one, with somebody in it",
    arguments: [
      (
        "33030",
        """
        gongjiang: STA002：“33030”不是地市或区县的代码
        请写六位代码，如温州市 330300、鹿城区 330302。

        """
      ),
      (
        "110101",
        """
        gongjiang: STA003：登记库里没有在 110101 工作的技术工人
        请换一个地区，或不写 --region 看全部。

        """
      ),
    ])
  func regions(_ region: String, _ errors: String) {
    _ = run(
      ["synthesise", "--workers", "60", "--registry", folder.path + "/town.db"],
      directory: repository)
    let result = stats("--region", region)
    #expect(result.errors == errors)
    #expect(result.status == .badInput)
    #expect(result.output == "")
  }
}

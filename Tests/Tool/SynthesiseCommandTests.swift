import Foundation
import Testing

@testable import gongjiang

@Suite struct SynthesiseCommandTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func synthesise(_ words: String...) -> Run {
    run(
      ["synthesise", "--registry", folder.path + "/town.db"] + words, directory: repository)
  }

  @Test("says what was put in, and the second time that it is there") func twice() {
    #expect(
      synthesise("--workers", "60", "--lang", "en").output
        .contains(": a town of 60 workers, seed 1."))
    #expect(
      synthesise("--workers", "60").output
        == "登记库 \(folder.path)/town.db 里已有这座城镇（60 人，种子 1），没有改动。\n")
  }

  @Test(
    "mistakes are told with what to do next",
    arguments: [
      (
        ["--workers", "0"],
        """
        gongjiang: SYN001：人数应为 1 到 10000000，而不是 0
        请改写 --workers。

        """, gongjiang.ExitStatus.badInput
      ),
      (
        ["--workers", "many"],
        """
        gongjiang synthesise: --workers 应为整数，如 20000，而不是“many”
        用法见 gongjiang synthesise --help

        """, .usage
      ),
      (
        ["--seed", "-1", "--lang", "en"],
        """
        gongjiang synthesise: --seed must be a whole number such as 20000, not '-1'
        See gongjiang synthesise --help

        """, .usage
      ),
      (
        ["--workers", "50", "--to", "/proc/town", "--lang", "en"],
        """
        gongjiang: the folder /proc/town cannot be made
        Name a folder that can be written with --to.

        """, .badInput
      ),
    ])
  func mistakes(_ words: [String], _ errors: String, _ status: gongjiang.ExitStatus) {
    let result = run(
      ["synthesise", "--registry", folder.path + "/none.db"] + words, directory: repository)
    #expect(result.errors == errors)
    #expect(result.status == status)
  }

  @Test("another town is refused in full words") func otherTown() {
    _ = synthesise("--workers", "60")
    let result = synthesise("--workers", "61", "--lang", "en")
    #expect(
      result.errors == """
        gongjiang: SYN003: the registry \(folder.path)/town.db holds another synthetic town \
        (edition, workers, seed: 2 60 1)
        Name another file with --registry; what is there was left as it was.

        """)
    #expect(result.status == .badInput)
  }
}

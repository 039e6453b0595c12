import Core
import Foundation
import Testing
import Workbench

@testable import gongjiang

/// What the two readmes show of the tool is what the tool prints. `REWRITE_EXPECTED=1` puts what it
/// prints now into them.
@Suite struct ReadmeTests {
  private static let fence = "```console\n$ .build/release/gongjiang "

  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func shownOutputIsReal(readme: String) throws {
    let path = repository + "/" + readme
    let text = try SourceText.read(path).text
    let pieces = text.components(separatedBy: Self.fence)
    #expect(pieces.count > 1)
    let real = try pieces.dropFirst().reduce(pieces[0]) { text, piece in
      let end = try #require(piece.range(of: "\n```\n"))
      let command = piece.prefix { $0 != "\n" }
      return text + Self.fence + command + "\n" + output(of: command) + "```\n"
        + piece[end.upperBound...]
    }
    if ProcessInfo.processInfo.environment["REWRITE_EXPECTED"] == "1" {
      try real.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(text == real)
  }

  private func output(of command: Substring) -> String {
    let words = command.split(separator: " ").map(String.init)
    return run(
      words.map { $0.hasPrefix("Samples/") ? repository + "/" + $0 : $0 }, directory: repository
    ).output
  }
}

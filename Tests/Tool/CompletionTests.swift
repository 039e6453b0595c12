import Core
import Foundation
import Testing

@testable import gongjiang

@Suite struct CompletionTests {
  /// What bash offers for the last word of the line, from the generated script, in a folder that
  /// holds `a.md`, `b.json` and the folder `c`.
  @Test(arguments: [
    (["comp"], ["compare", "completion"]),
    (["completion", ""], ["bash", "zsh"]),
    (["completion", "--"], ["--lang", "--help"]),
    (["version", "--lang", "z"], ["zh"]),
    (["help", "ver"], ["version"]),
    (["version", ""], []),
  ])
  func bashOffers(words: [String], expected: [String]) throws {
    let script = """
      COMP_WORDS=(gongjiang \(words.map { "'\($0)'" }.joined(separator: " ")))
      COMP_CWORD=\(words.count)
      _gongjiang
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let printed = try bash(run(["completion", "bash"]).output + script)
    #expect(printed.split(separator: "\n").map(String.init) == expected)
  }

  @Test func zshScriptNamesEveryCommandAndOption() {
    let script = run(["completion", "zsh", "--lang", "en"]).output
    for command in Tool.gongjiang.commands {
      #expect(script.contains("'\(command.name):"))
      for option in command.allOptions { #expect(script.contains("'\(option.spelling)")) }
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/zsh")))
  func zshAcceptsTheScript() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/zsh")
    process.arguments = ["-nc", run(["completion", "zsh"]).output]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  private func bash(_ script: String) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    process.standardOutput = pipe
    try process.run()
    let printed = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: printed, as: UTF8.self)
  }
}

import Core
import Foundation
import Testing

@testable import gongjiang

/// `policy export` and `policy import`.
@Suite struct PolicyModelCommandTests {
  private static let home = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private func export(_ words: String...) -> Run {
    run(["policy", "export"] + words + ["--home", Self.home, "--lang", "en"])
  }

  @Test func aDocumentBecomesAModelAndADocumentAgain() throws {
    let exported = export("taizhou", "--dmn")
    #expect(exported.status == .success)
    #expect(exported.output.hasPrefix("<?xml"))
    #expect(exported.errors.contains("What the model does not say:\n- "))
    #expect(exported.errors.contains("- unknown facts: a model has no “unknown” beside “none”"))
    let file = URL(filePath: NSTemporaryDirectory()).appending(path: "\(UUID()).dmn")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(exported.output.utf8).write(to: file)
    let imported = run(["policy", "import", file.path])
    #expect(imported.status == .success)
    #expect(imported.errors.isEmpty)
    #expect(imported.output.contains("id: star-rating"))
    #expect(run(["dmn", "check", file.path]).status == .success)
  }

  @Test(arguments: [
    (["taizhou"], "--dmn is missing"), (["taizhou", "x", "--dmn"], "'x' is one argument too many"),
    (["nobody", "--dmn"], "nobody"), (["taizhou", "--dmn", "--replace"], "no option --replace"),
  ])
  func whatIsWrongIsTold(words: [String], message: String) {
    let result = run(["policy", "export"] + words + ["--home", Self.home, "--lang", "en"])
    #expect(result.status != .success)
    #expect(result.errors.contains(message))
  }

  /// Of another model the tables and constants are taken, and the rest is listed.
  @Test func aForeignModelGivesItsTables() throws {
    let file = Self.home + "/Examples/library/subsidy.dmn"
    let result = run(["policy", "import", file, "--lang", "en"])
    #expect(result.status == .success)
    #expect(result.output.contains("#### 决策表 `subsidy` · subsidy"))
    #expect(result.output.contains("`fee * 0.6`"))
    #expect(run(["policy", "import", Self.home + "/README.md"]).status == .badInput)
  }
}

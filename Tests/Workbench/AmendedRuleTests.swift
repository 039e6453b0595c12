import Core
import Foundation
import PolicyDocument
import PolicyPlan
import TestSupport
import Testing

@testable import Workbench

/// Rules by which a party chooses, as later documents change them: each bars what goes by a text that
/// has it, earlier cases count, and all choices of a party are still made at once. And changes that hold
/// by the day of the determination, whatever the day of the event.
@Suite("Rules that a later document changes") struct AmendedRuleTests {
  @Test(
    "What is paid before, after and on both sides of the day", arguments: ["choices", "undated"])
  func examples(_ base: String) throws {
    let folder = try TemporaryFolder()
    for name in [base, base + "-later"] {
      let text = try Corpus("Documents").source(name).text
      try Data(text.utf8).write(to: folder.url.appending(path: name + ".md"))
    }
    let repository = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let bench = try Workbench(
      try Home(at: repository, namedBy: "test"), policies: folder.url.path)
    for document in bench.documents {
      let checked = document.runningExamples()
      #expect(checked.diagnostics.map(\.message.zh) == [])
      #expect(checked.plan != nil)
    }
  }
}

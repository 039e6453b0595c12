import Core
import Facts
import Foundation
import JSONText
import Testing
import Vocabulary

@Suite("Facts files that mean harm, or were cut")
struct HostileFactsTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try #require(ProjectVocabulary.vocabulary) }

  private func read(_ bytes: [UInt8]) -> DiagnosticsError? {
    do throws(DiagnosticsError) {
      _ = try FactsFile.read(bytes: bytes, name: "facts.json", FactsSchema(vocabulary))
      return nil
    } catch {
      return error
    }
  }

  /// Every message must be printable too.
  private func readAndPrint(_ bytes: [UInt8]) {
    guard let error = read(bytes) else { return }
    for diagnostic in error.diagnostics {
      #expect(!diagnostic.rendered(in: error.source, .zh).isEmpty)
    }
  }

  @Test(
    "every byte of a file deleted, doubled or replaced",
    arguments: [
      FactsFileTests.example, FactsFileTests.chinese,
    ])
  func mutations(_ text: String) {
    let bytes = Array(text.utf8)
    let strays = Array("\"{}[],:0-x\\\u{0}".utf8)
    for index in bytes.indices {
      readAndPrint(Array(bytes[..<index] + bytes[(index + 1)...]))
      readAndPrint(Array(bytes[...index] + bytes[index...]))
      var changed = bytes
      changed[index] = strays[index % strays.count]
      readAndPrint(changed)
    }
  }

  @Test("a file cut at any place is refused", arguments: [FactsFileTests.example])
  func cuts(_ text: String) {
    let bytes = Array(text.utf8)
    for count in 0..<bytes.count { #expect(read(Array(bytes[..<count])) != nil) }
  }

  @Test("ten thousand levels of nesting", arguments: ["[", "{\"records\":", "{\"a\":[", "["])
  func nesting(_ opening: String) {
    let bytes = Array(String(repeating: opening, count: 10_000).utf8)
    #expect(read(bytes)?.diagnostics.map(\.code) == ["JSON005"])
  }

  @Test("the project's scenarios are read whole") func scenarios() throws {
    let folder = ProjectVocabulary.root.appending(path: "../shared/scenarios")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasSuffix(".json") {
      let data = try Data(contentsOf: folder.appending(path: name))
      let source = try JSON.source(name: name, bytes: Array(data))
      var facts = JSONWriter()
      facts.value(try #require(try JSON.parse(source)["facts"]))
      let error = read(facts.bytes)
      let said = error?.diagnostics.map { "\($0.headings) \($0.message.en)" } ?? []
      #expect(said.isEmpty, "\(name)")
    }
  }
}

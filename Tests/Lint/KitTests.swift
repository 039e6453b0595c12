import Core
import DMN
import FEEL
import Foundation
import Testing

@testable import Lint

/// The decision tables of the DMN conformance kit, which people of many houses wrote: nothing to say
/// of them, except where a table truly has a defect.
@Suite("Tables of the conformance kit") struct KitTests {
  /// Models with a true finding, and why it is one. There are none at present.
  private static let known: [String: String] = [:]

  private static let models: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "../shared/dmn-tck").standardizedFileURL.path
    let files = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".dmn") }.sorted().map { root + "/" + $0 }
  }()

  @Test("Nothing is said of them", .enabled(if: !models.isEmpty))
  func silence() throws {
    var tables = 0
    var told: [String: String] = [:]
    for path in KitTests.models {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let name = (path as NSString).lastPathComponent
      guard let model = try? DecisionModel.read(SourceText(name: name, text: text)) else {
        continue
      }
      let folder = (path as NSString).deletingLastPathComponent
      let others = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".dmn") && $0 != name }
        .compactMap { other -> DecisionModel? in
          let text = try String(contentsOfFile: folder + "/" + other, encoding: .utf8)
          return try? DecisionModel.read(SourceText(name: other, text: text))
        }
      guard let program = try? DecisionProgram(model, imported: others) else { continue }
      tables += program.tables.count
      let findings = Linter.findings(in: program)
      if !findings.isEmpty { told[name] = findings.map(\.message.en).joined(separator: "; ") }
    }
    #expect(told.filter { KitTests.known[$0.key] == nil } == [:])
    #expect(Set(KitTests.known.keys).subtracting(told.keys) == [])
    #expect(tables > 40)
  }
}

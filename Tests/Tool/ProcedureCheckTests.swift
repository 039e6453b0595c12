import Foundation
import Testing

@testable import gongjiang

/// `check` goes over the folder `Procedures` as well.
@Suite struct ProcedureCheckTests {
  private let folder: Folder

  /// A home with the project's vocabulary and one document.
  init() throws {
    folder = try Folder()
    let files = try ["Vocabulary", "Procedures"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: "\(repository)/\(folder)")
        .map { "\(folder)/\($0)" }
    }
    for file in files + ["Policies/wenzhou-2018-242.md"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(repository)/\(file)"))
      _ = try folder.file(file, bytes)
    }
  }

  private func check(_ words: String...) -> Run { run(["check"] + words, directory: folder.path) }

  @Test("sound files pass, and a home without the folder has none to check") func sound() throws {
    #expect(check().output.hasSuffix("\nProcedures：通过，0 个错误，0 个警告，4 个流程\n"))
    #expect(check("--json").output.contains("\"procedures\""))
    try FileManager.default.removeItem(atPath: folder.path + "/Procedures")
    #expect(!check().output.contains("Procedures"))
    #expect(check().status == .success)
  }

  @Test("what is wrong with two files is told of both, with its places") func faults() throws {
    _ = try folder.file("Procedures/benefits.yaml", "default: nonsense\n".utf8)
    _ = try folder.file("Procedures/funding.yaml", "fund: 1\n".utf8)
    let result = check()
    #expect(result.status == .findings)
    for text in ["benefits.yaml:1", "BUR003", "funding.yaml:1", "BUR002", "Procedures：有误，2 个错误"] {
      #expect(result.output.contains(text), "\(text)")
    }
    let json = check("--json")
    #expect(json.status == .findings)
    #expect(json.output.contains("\"code\": \"BUR003\""))
  }

  @Test("a message that nobody has written is told of") func misfit() throws {
    let path = "Procedures/payment-without-application.yaml"
    let text = try folder.text(of: path)
    let changed = text.replacing(
      /tells: [a-z.-]+/, with: "tells: case.unwritten", maxReplacements: 1)
    #expect(changed != text)
    _ = try folder.file(path, changed.utf8)
    let result = check()
    #expect(result.output.contains("BUR001"))
    #expect(result.output.contains("case.unwritten"))
    #expect(result.status == .findings)
  }
}

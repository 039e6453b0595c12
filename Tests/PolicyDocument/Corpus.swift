import Core
import Foundation
import PolicyDocument

/// Documents in a folder beside this file, each with what is expected of it in a file of the same
/// name that ends in `.expected`.
struct Corpus {
  let folder: URL

  init(_ name: String) {
    folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
  }

  /// Names of the documents, sorted.
  var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }

  func source(_ name: String) throws -> SourceText {
    let data = try Data(contentsOf: folder.appending(path: name + ".md"))
    return SourceText(name: name + ".md", text: String(decoding: data, as: UTF8.self))
  }

  /// What is expected. With `REWRITE_EXPECTED=1` in the environment the file is written anew, from
  /// what is there now, for a person to review before it is committed.
  func expected(_ name: String, now: String) throws -> String {
    let file = folder.appending(path: name + ".expected")
    if ProcessInfo.processInfo.environment["REWRITE_EXPECTED"] == "1" {
      try Data(now.utf8).write(to: file)
    }
    return (try? String(contentsOf: file, encoding: .utf8)) ?? "(no file \(name).expected)"
  }
}

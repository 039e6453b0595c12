package import Core
import Foundation

/// Documents in a folder beside the tests that use them, each with what is expected of it in a file
/// of the same name that ends in `.expected`.
package struct Corpus: Sendable {
  private let folder: URL
  private let suffix: String

  /// - Parameters:
  ///   - name: the folder's name.
  ///   - suffix: what the names of the documents end in.
  ///   - file: the source file of the tests, beside which the folder stands.
  package init(_ name: String, suffix: String = ".md", beside file: String = #filePath) {
    self.suffix = suffix
    folder = URL(filePath: file).deletingLastPathComponent().appending(path: name)
  }

  /// Names of the documents, sorted.
  package var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
  }

  package func source(_ name: String) throws -> SourceText {
    let data = try Data(contentsOf: folder.appending(path: name + suffix))
    return SourceText(name: name + suffix, text: String(decoding: data, as: UTF8.self))
  }

  /// What is expected. With `REWRITE_EXPECTED=1` in the environment the file is written anew, from
  /// what is there now, for a person to review before it is committed.
  package func expected(_ name: String, now: String) throws -> String {
    let file = folder.appending(path: name + ".expected")
    if ProcessInfo.processInfo.environment["REWRITE_EXPECTED"] == "1" {
      try Data(now.utf8).write(to: file)
    }
    return (try? String(contentsOf: file, encoding: .utf8)) ?? "(no file \(name).expected)"
  }
}

extension [Diagnostic] {
  /// All of them as people see them, in Chinese and then in English.
  package func rendered(in source: SourceText) -> String {
    Language.allCases.map { language in
      map { $0.rendered(in: source, language) + "\n" }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

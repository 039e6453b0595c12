package import Core
import Foundation
package import Vocabulary

/// The project's own files, found from this one.
package enum ProjectFiles {
  /// The vocabulary, or `nil` when it has errors, which its own tests show.
  package static let vocabulary: Vocabulary? = {
    let sources = try? names(in: "Vocabulary", suffix: ".yaml").map { try source($0) }
    return sources.flatMap { Vocabulary.read($0).vocabulary }
  }()

  /// A file by its path from the root of the repository.
  package static func source(_ path: String) throws -> SourceText {
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    return SourceText(name: path, text: text)
  }

  /// Paths of a folder's files with that suffix, by name.
  package static func names(in folder: String, suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { $0.hasSuffix(suffix) }.sorted().map { folder + "/" + $0 }
  }

  /// Where the repository is.
  package static var folder: String { root.path }

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

import Core
import Foundation
import Vocabulary

/// The project's own vocabulary.
enum ProjectVocabulary {
  static let vocabulary: Vocabulary? = Vocabulary.read(sources).vocabulary

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static var sources: [SourceText] {
    let folder = root.appending(path: "Vocabulary")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
      let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return text.map { SourceText(name: "Vocabulary/" + name, text: $0) }
    }
  }
}

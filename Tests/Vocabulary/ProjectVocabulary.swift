import Core
import Foundation
import Vocabulary

/// The files of the project's own `Vocabulary/`, in the order of their names.
enum ProjectVocabulary {
  static func sources() throws -> [SourceText] {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Vocabulary")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return SourceText(name: "Vocabulary/" + name, text: text)
    }
  }
}

import Core
import Foundation
import PolicyDocument
import Vocabulary

extension Workbench {
  /// Documents with the changes that they make to each other.
  ///
  /// A document that is looked at alone amends one that lies beside it: that one is read for the
  /// purpose, and is not among the result.
  ///
  /// - Throws: `Problem` when such a file cannot be read.
  static func amended(
    _ documents: [CheckedDocument], _ vocabulary: Vocabulary, beside siblings: [PolicyDocument]
  ) throws -> [CheckedDocument] {
    var others: [CheckedDocument] = []
    var known = Set(documents.compactMap(\.id))
    for checked in documents {
      for amendment in checked.document?.amendments ?? [] {
        let id = amendment.document.text
        guard known.insert(id).inserted, let path = path(of: id, beside: checked) else { continue }
        others.append(CheckedDocument(try .read(path), vocabulary, beside: siblings))
      }
    }
    return Array(
      Amending.apply(documents + others, vocabulary, beside: siblings).prefix(documents.count))
  }

  private static func path(of id: String, beside checked: CheckedDocument) -> String? {
    let folder = checked.source.name.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast().joined(separator: "/")
    let path = (folder.isEmpty ? "" : folder + "/") + id + ".md"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}

import Core
import Cryptography
import DelimitedText
import Foundation

/// A file that is being attached.
struct AttachedFile {
  let path: String
  let called: String
  let name: String
  let bytes: [UInt8]
  let kind: OriginalKind
  let hash: String

  init(_ source: OriginalStore.Source, limit: Int) throws {
    let path = source.path
    self.path = path
    called = source.called
    name = URL(fileURLWithPath: path).lastPathComponent
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    guard data.count <= limit else {
      throw OriginalProblem.tooLarge(file: name, megabytes: limit >> 20)
    }
    bytes = [UInt8](data)
    guard let kind = OriginalKind(bytes, name: name) else {
      throw OriginalProblem.unknownKind(file: name)
    }
    self.kind = kind
    hash = try SM3.digest(bytes).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  /// The text of a TXT or PDF.
  func text() throws(OriginalProblem) -> String {
    if kind == .pdf { return try PDFReader.text(of: path, name: name) }
    guard let text = TextDecoding.text(bytes) else { throw .notText(file: name) }
    guard text.contains(where: { !$0.isWhitespace }) else { throw .noText(file: name) }
    return text
  }
}

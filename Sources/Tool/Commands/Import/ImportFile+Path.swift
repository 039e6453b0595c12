import Core
import Foundation
import Import
import Vocabulary
import Workbench

extension ImportFile {
  /// Bytes that tell what a file is: the header of a table fits.
  private static let headLength = 1 << 16

  /// The file that a command line names.
  ///
  /// - Parameters:
  ///   - path: of the file; `-` is standard input, whose type must be named.
  ///   - type: of the rows, in place of the file's name.
  ///   - vocabulary: what there can be facts about.
  ///   - readInput: reads standard input.
  /// - Throws: `Problem` when it cannot be read, `ImportProblem`.
  init(
    path: String, type: String?, _ vocabulary: Vocabulary, _ readInput: () throws -> [UInt8]
  ) throws {
    if path == "-" {
      let bytes = try readInput()
      let content = try Content(
        head: bytes, name: "<stdin>", type: type, vocabulary)
      self.init(name: "<stdin>", content) { bytes }
      return
    }
    let head = try ImportFile.head(of: path)
    let content: Content
    do throws(ImportProblem) {
      content = try Content(head: head, name: path, type: type, vocabulary)
    } catch {
      // The header of a workbook is not at its beginning.
      guard case .unknownType = error, Content.isWorkbook(head)
      else { throw error }
      let whole = try ImportFile.read(path, upTo: ImportFile.largestTable)
      content = try Content(head: whole, name: path, type: type, vocabulary)
    }
    // A byte more than is taken tells that the file is too large.
    let limit = content == .facts ? ImportFile.largestFacts : ImportFile.largestTable
    self.init(name: path, content) { try ImportFile.read(path, upTo: limit + 1) }
  }

  private static func head(of path: String) throws(Problem) -> [UInt8] {
    try read(path, upTo: headLength)
  }

  private static func read(_ path: String, upTo count: Int) throws(Problem) -> [UInt8] {
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      return [UInt8](try file.read(upToCount: count) ?? Data())
    } catch {
      throw .unreadable(path, error)
    }
  }
}

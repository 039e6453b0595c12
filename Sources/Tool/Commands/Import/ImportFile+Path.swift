import Core
import Foundation
import Import
import Vocabulary
import Workbench

extension ImportFile {
  /// Bytes that tell what a file is.
  private static let headLength = 256

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
        head: Array(bytes.prefix(ImportFile.headLength)), name: "<stdin>", type: type, vocabulary)
      self.init(name: "<stdin>", content) { bytes }
      return
    }
    let head = try ImportFile.head(of: path)
    let content = try Content(head: head, name: path, type: type, vocabulary)
    let limit = content == .facts ? ImportFile.largestFacts : ImportFile.largestTable
    self.init(name: path, content) { try ImportFile.read(path, limit: limit) }
  }

  private static func head(of path: String) throws -> [UInt8] {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw Problem.unreadable(path)
    }
    defer { try? file.close() }
    do { return [UInt8](try file.read(upToCount: headLength) ?? Data()) } catch {
      throw Problem.unreadable(path)
    }
  }

  /// Not more than the limit and a byte, which tells that it is too large.
  private static func read(_ path: String, limit: Int) throws -> [UInt8] {
    guard let file = FileHandle(forReadingAtPath: path) else { throw Problem.unreadable(path) }
    defer { try? file.close() }
    do { return [UInt8](try file.read(upToCount: limit + 1) ?? Data()) } catch {
      throw Problem.unreadable(path)
    }
  }
}

extension Problem {
  fileprivate static func unreadable(_ path: String) -> Problem {
    guard FileManager.default.fileExists(atPath: path) else {
      return Problem(
        Bilingual(zh: "没有 \(path) 这个文件", en: "there is no file \(path)"),
        advice: Bilingual(zh: "请检查路径。", en: "Check the path."))
    }
    return Problem(
      Bilingual(zh: "无法读取 \(path)", en: "\(path) cannot be read"),
      advice: Bilingual(
        zh: "请检查它是不是普通文件、您有没有读取权限。",
        en: "Check that it is an ordinary file and that you may read it."))
  }
}

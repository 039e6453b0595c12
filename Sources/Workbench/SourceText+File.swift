package import Core
import Foundation

extension SourceText {
  /// Reads a text file; messages call it by its path, without the working directory.
  package static func read(_ path: String) throws(Problem) -> SourceText {
    let data: Data
    do {
      data = try contents(of: URL(fileURLWithPath: path))
    } catch {
      throw .unreadable(path, error)
    }
    let here = FileManager.default.currentDirectoryPath + "/"
    let name = path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    return try decode([UInt8](data), name: name)
  }

  /// The bytes of a file, or of what a shell puts in its place: `<(command)` is a pipe, which
  /// Foundation refuses to read by its path.
  private static func contents(of file: URL) throws -> Data {
    do {
      return try Data(contentsOf: file)
    } catch {
      guard let handle = try? FileHandle(forReadingFrom: file) else { throw error }
      defer { try? handle.close() }
      // A directory can be opened and not read: the first error says that better.
      guard case .success(let data) = Result(catching: { try handle.readToEnd() }) else {
        throw error
      }
      return data ?? Data()
    }
  }

  /// A text from bytes that must be UTF-8. A byte order mark is dropped.
  package static func decode(_ bytes: [UInt8], name: String) throws(Problem) -> SourceText {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else {
      throw Problem(
        Bilingual(zh: "\(name) 不是 UTF-8 编码的文本", en: "\(name) is not text in UTF-8"),
        advice: Bilingual(
          zh: "请把文件另存为 UTF-8 编码后重试。", en: "Save the file as UTF-8 and try again."))
    }
    return SourceText(name: name, text: text)
  }
}

extension Problem {
  /// Why a file that somebody named cannot be read.
  ///
  /// - Parameters:
  ///   - path: as it was named.
  ///   - error: what Foundation says.
  /// - Returns: the words for it.
  package static func unreadable(_ path: String, _ error: any Error) -> Problem {
    switch (error as? CocoaError)?.code {
    case .fileReadNoSuchFile, .fileNoSuchFile:
      Problem(
        Bilingual(zh: "没有 \(path) 这个文件", en: "there is no file \(path)"),
        advice: Bilingual(zh: "请检查路径。", en: "Check the path."))
    case .fileReadNoPermission:
      Problem(
        Bilingual(zh: "没有权限读 \(path)", en: "\(path) may not be read"),
        advice: Bilingual(
          zh: "请让文件的所有者给您读取权限。", en: "Ask the owner of the file for the right to read it."))
    default:
      Problem(
        Bilingual(zh: "无法读取 \(path)", en: "\(path) cannot be read"),
        advice: Bilingual(
          zh: "请检查它是不是普通文件。", en: "Check that it is an ordinary file."))
    }
  }
}

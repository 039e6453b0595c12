import Core
import Foundation
import Workbench

/// Remembers in a file up to which change each type was exported: lines of a type and a number.
struct ExportBookmark {
  private let path: String
  private var last: [String: Int64] = [:]

  /// - Parameter path: of the file; where there is none, nothing was exported yet.
  /// - Throws: `Problem` when the file is something else.
  init(at path: String) throws {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else { return }
    for line in try SourceText.read(path).text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 2, let number = Int64(words[1]), number >= 0 else {
        throw Problem(
          Bilingual(
            zh: "\(path) 不是 export --new-since 写的文件",
            en: "\(path) is not a file that export --new-since has written"),
          advice: Bilingual(
            zh: "请换一个文件名，或删去它以重新导出全部。",
            en: "Name another file, or delete this one to export everything again."))
      }
      last[String(words[0])] = number
    }
  }

  func last(of subject: ExportSubject) -> Int64 { last[subject.id] ?? 0 }

  mutating func set(_ number: Int64, of subject: ExportSubject) { last[subject.id] = number }

  /// Writes the file.
  ///
  /// - Throws: `Refusal` when that is not possible.
  func save() throws(Refusal) {
    let text = last.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    try OutputFile.write(text.utf8, to: path)
  }
}

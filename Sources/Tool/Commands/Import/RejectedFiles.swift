import Core
import Foundation
import Import

/// Where refused rows go: a file for one, a folder for several, in which each has the name of the
/// file it came from and so its type.
struct RejectedFiles {
  let path: String

  init(at path: String) { self.path = path }

  /// Writes the refused rows of each file that has any.
  ///
  /// - Parameter outcomes: of the import.
  /// - Throws: `Refusal` when a file cannot be written.
  func write(_ outcomes: [FilesImport.Outcome]) throws {
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    if outcomes.count == 1, !(exists && isDirectory.boolValue) {
      if let rows = outcomes.first?.report.refused { try write(rows, to: path) }
      return
    }
    var taken: Set<String> = []
    for outcome in outcomes {
      guard let rows = outcome.report.refused else { continue }
      if !exists { try makeFolder() }
      try write(rows, to: path + "/" + name(of: outcome.file, &taken))
    }
  }

  /// `certificate.csv`; a second one of that name is `certificate_2.csv`, whose type is the same.
  private func name(of file: ImportFile, _ taken: inout Set<String>) -> String {
    let stem = URL(fileURLWithPath: file.name).deletingPathExtension().lastPathComponent
    var name = stem + ".csv"
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(stem)_\(number).csv"
      number += 1
    }
    return name
  }

  private func makeFolder() throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch { throw refusal(path) }
  }

  private func write(_ rows: [UInt8], to path: String) throws {
    do {
      try Data(rows).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch { throw refusal(path) }
  }

  private func refusal(_ path: String) -> Refusal {
    Refusal(
      Bilingual(zh: "无法写入 \(path)", en: "\(path) cannot be written"),
      advice: Bilingual(
        zh: "请检查目录是否存在、是否可写、磁盘是否已满。",
        en: "Check that the folder exists and can be written, and that the disk is not full."))
  }
}

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
      if let rows = outcomes.first?.report.refused { try OutputFile.write(rows, to: path) }
      return
    }
    var taken: Set<String> = []
    for outcome in outcomes {
      guard let rows = outcome.report.refused else { continue }
      if !exists { try OutputFile.makeFolder(path) }
      try OutputFile.write(rows, to: path + "/" + name(of: outcome.file, &taken))
    }
  }

  /// `certificate.csv`; a second one of that name is `certificate_2.csv`, whose type is the same.
  /// What is refused of facts is a facts file again.
  private func name(of file: ImportFile, _ taken: inout Set<String>) -> String {
    let stem = URL(fileURLWithPath: file.name).deletingPathExtension().lastPathComponent
    let suffix = file.content == .facts ? ".json" : ".csv"
    var name = stem + suffix
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(stem)_\(number)\(suffix)"
      number += 1
    }
    return name
  }
}

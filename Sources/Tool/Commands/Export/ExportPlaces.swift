import Core
import Export
import Foundation

/// Where the files of an export go, and in which format.
struct ExportPlaces {
  let format: ExportFormat
  private let folder: String
  private let file: String?

  /// - Parameters:
  ///   - arguments: of the command.
  ///   - subjects: what is exported.
  /// - Throws: `Refusal` when the folder cannot be made.
  init(_ arguments: Arguments, _ subjects: [ExportSubject]) throws {
    let to = arguments[.exportTo]
    let ending = to.flatMap { path in
      ExportFormat.allCases.first { path.hasSuffix("." + $0.rawValue) }
    }
    var isDirectory: ObjCBool = false
    let isFolder =
      to.map { FileManager.default.fileExists(atPath: $0, isDirectory: &isDirectory) } == true
      && isDirectory.boolValue
    format = arguments[.format].flatMap(ExportFormat.init(rawValue:)) ?? ending ?? .csv
    if subjects.count == 1, ending != nil, !isFolder {
      file = to
      folder = ""
      return
    }
    file = nil
    folder = to ?? "."
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Refusal(
        Bilingual(zh: "无法建立目录 \(folder)", en: "the folder \(folder) cannot be made"),
        advice: Bilingual(
          zh: "请检查上一级目录是否可写，是否已有同名文件。",
          en: "Check that the folder above it can be written and that no file is called so."))
    }
  }

  func path(of subject: ExportSubject) -> String {
    if let file { return file }
    let name = "\(subject.id).\(format.rawValue)"
    return folder == "." ? name : "\(folder)/\(name)"
  }
}

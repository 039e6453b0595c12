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
    try OutputFile.makeFolder(folder)
  }

  func path(of subject: ExportSubject) -> String {
    if let file { return file }
    let name = "\(subject.id).\(format.rawValue)"
    return folder == "." ? name : "\(folder)/\(name)"
  }
}

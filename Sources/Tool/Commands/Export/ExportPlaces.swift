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

  func path(of subject: ExportSubject) -> String { file ?? path(to: subject.id) }

  /// Where what differs from an earlier export goes: a file that says between which changes, or runs,
  /// so that none replaces another; a file of a name that was given must not be there.
  ///
  /// - Parameters:
  ///   - subject: what is exported.
  ///   - after: the last change of the earlier export.
  ///   - last: the last change of this one.
  /// - Returns: the path.
  /// - Throws: `Refusal` when a file that was named is there.
  func path(of subject: ExportSubject, after: Int64, upTo last: Int64) throws(Refusal) -> String {
    guard let file else { return path(to: "\(subject.id)_\(min(after + 1, last))-\(last)") }
    guard !FileManager.default.fileExists(atPath: file) else {
      throw Refusal(
        Bilingual(
          zh: "\(file) 已经有了，可能是上次导出的，没有改动",
          en: "\(file) is there already, perhaps from the last export; it was not changed"),
        advice: Bilingual(
          zh: "请用 --to 另写一个文件名，或写目录，文件名里就有变更的编号。",
          en: "Name another file with --to, or a folder, where names hold the numbers of changes."))
    }
    return file
  }

  private func path(to name: String) -> String {
    let name = "\(name).\(format.rawValue)"
    return folder == "." ? name : "\(folder)/\(name)"
  }
}

import Core
import Export
import Foundation
import Import
import Vocabulary

/// Where refused rows go: a file for one, a folder for several, in which each has the name of the
/// file it came from. Nobody but the owner may read them, for they hold whatever the rows held.
struct RejectedFiles {
  /// A file that is imported, and where it lies.
  struct Source {
    let file: ImportFile
    let path: String
  }

  /// Where the refused rows of each file go, by the name of the file.
  private let targets: [String: String]
  /// Which of them came as workbooks.
  private let workbooks: Set<String>

  /// Finds places that can be written, before anything is imported.
  ///
  /// - Parameters:
  ///   - path: that was named.
  ///   - sources: the files that are imported.
  ///   - others: files that must not be written over either.
  ///   - vocabulary: says what the rows are.
  /// - Throws: `Refusal` when a place is that of a file which is read; `Refusal` or `ExportProblem`
  ///   when it cannot be written.
  init(
    at path: String, of sources: [Source], besides others: [String], _ vocabulary: Vocabulary
  ) throws {
    workbooks = Set(sources.filter(\.isWorkbook).map(\.file.name))
    var isDirectory: ObjCBool = false
    let isFolder =
      path.hasSuffix("/")
      || FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        && isDirectory.boolValue
    var targets: [String: String] = [:]
    if sources.count == 1, !isFolder {
      targets[sources[0].file.name] = path
      try OutputFile.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    } else {
      try OutputFile.makeFolder(path)
      var taken: Set<String> = []
      for source in sources {
        targets[source.file.name] = path + "/" + source.rejectedName(vocabulary, &taken)
      }
    }
    let read = sources.map(\.path) + others
    for target in targets.values {
      if let same = read.first(where: { FileIdentity.areSame($0, target) }) {
        throw RejectedFiles.wouldOverwrite(target, same)
      }
      try PrivateFile.checkPlace(target)
    }
    self.targets = targets
  }

  private static func wouldOverwrite(_ target: String, _ read: String) -> Refusal {
    Refusal(
      Bilingual(
        zh: "拒收的行不能写到 \(target)：那是要读的文件",
        en: "refused rows cannot go to \(target): it is a file that is read"),
      advice: Bilingual(
        zh: "请用 --rejected 指另一个文件或目录。", en: "Name another file or folder with --rejected."))
  }

  /// Writes the refused rows of each file that has any; what an earlier run left in the place of one
  /// without any is taken away, for it is not to be imported again.
  ///
  /// - Parameter outcomes: of the import.
  /// - Throws: `ExportProblem` when a file cannot be written.
  func write(_ outcomes: [FilesImport.Outcome]) throws {
    for outcome in outcomes {
      let name = outcome.file.name
      guard let target = targets[name] else { continue }
      guard let rows = outcome.report.refused else {
        try PrivateFile.remove(target)
        continue
      }
      let isWorkbook =
        target.hasSuffix(".xlsx") || workbooks.contains(name) && !target.hasSuffix(".csv")
      if isWorkbook, outcome.file.content != .facts {
        let texts = try PlainRows(rows, name: name).rows.map(\.cells)
        _ = try RefusedTable(rows: texts).write(to: target, as: .xlsx)
      } else {
        try Replacement.write(rows, to: target)
      }
    }
  }
}

extension RejectedFiles.Source {
  fileprivate var isWorkbook: Bool { path.lowercased().hasSuffix(".xlsx") }

  /// `certificate.csv`; a second one of that name is `certificate_2.csv`, whose type is the same.
  /// What is refused of facts is a facts file again.
  fileprivate func rejectedName(_ vocabulary: Vocabulary, _ taken: inout Set<String>) -> String {
    let isInput = path == "-"
    let stem =
      isInput
      ? file.content.typeName(vocabulary)
      : URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    let suffix = file.content == .facts ? ".json" : isWorkbook ? ".xlsx" : ".csv"
    var name = stem + suffix
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(stem)_\(number)\(suffix)"
      number += 1
    }
    return name
  }
}

extension ImportFile.Content {
  /// `facts`, or the id of the type or catalogue.
  func typeName(_ vocabulary: Vocabulary) -> String {
    switch self {
    case .facts: "facts"
    case .table(let subject): subject.id(in: vocabulary)
    }
  }
}

/// A table of texts, the first row being the header.
private struct RefusedTable: ExportedTable {
  let rows: [[String]]

  var header: [String] { rows.first ?? [] }

  func eachRow(_ body: ([Cell]) throws -> Void) throws -> Int64 {
    for row in rows.dropFirst() { try body(row.map { $0.isEmpty ? .empty : .text($0) }) }
    return 0
  }
}

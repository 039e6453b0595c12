import Cases
import Core
import Explain
import Export
import Foundation
import Import
import PolicyPlan
import Workbench

/// Takes a confirmed table of cases back.
struct ConfirmCases {
  private let document: String
  private let plan: Plan
  private let session: Session

  init(document: String, _ plan: Plan, _ session: Session) {
    self.document = document
    self.plan = plan
    self.session = session
  }

  /// Keeps the rows that are confirmed, drops those of earlier that are marked wrong, and tells what
  /// has to be settled.
  ///
  /// - Parameter path: of the table.
  /// - Returns: `findings` when there are differences.
  /// - Throws: `Problem`, `ImportProblem`, `CaseProblem` when the table cannot be read: nothing is
  ///   kept then. `ExportProblem` when the file of the tests cannot be written.
  func run(_ path: String) throws -> ExitStatus {
    let check = try CaseCheck(try ConfirmedCases.table(path), CaseWork(plan))
    for difference in check.differences { session.print(difference.text(in: path)) }
    let before = try ConfirmedCases.kept(beside: document)?.rows ?? []
    let file = ConfirmedFile(before, after: check)
    if !check.confirmed.isEmpty || file.withdrawn > 0 {
      let target = ConfirmedCases.path(beside: document)
      _ = try file.write(to: target, as: .csv)
      let withdrawn =
        file.withdrawn == 0
        ? Bilingual("")
        : Bilingual(zh: "撤下 \(file.withdrawn) 行，", en: "\(file.withdrawn) withdrawn, ")
      session.print(
        Bilingual(
          zh: "\(target)：新确认 \(check.confirmed.count) 行，\(withdrawn.zh)共 \(file.count) 个测试",
          en: "\(target): \(check.confirmed.count) rows confirmed, \(withdrawn.en)"
            + "\(file.count) tests in all"))
    }
    session.print(
      Bilingual(
        zh: "待商定 \(check.differences.count) 处，未看 \(check.open) 行",
        en: "\(check.differences.count) differences to settle, \(check.open) rows not looked at"))
    return check.differences.isEmpty ? .success : .findings
  }
}

/// The file of confirmed cases beside a document, which `check` runs.
enum ConfirmedCases {
  /// `Policies/taizhou.cases.csv` for `Policies/taizhou.md`.
  static func path(beside document: String) -> String {
    (document.hasSuffix(".md") ? String(document.dropLast(3)) : document) + ".cases.csv"
  }

  /// What was confirmed of a document; `nil` where nothing was.
  static func kept(beside document: String) throws -> ConfirmedTable? {
    let path = path(beside: document)
    return FileManager.default.fileExists(atPath: path) ? try table(path) : nil
  }

  /// A table of cases by its path.
  static func table(_ path: String) throws -> ConfirmedTable {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw Problem.unreadable(path, error)
    }
    return try ConfirmedTable(PlainRows([UInt8](data), name: path), file: path)
  }
}

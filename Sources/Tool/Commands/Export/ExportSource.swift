import Core
import Determinations
import Export
import JSONText
import PolicyPlan
import Registry
import Workbench

/// Makes the tables that are exported.
struct ExportSource {
  private let registry: Registry
  private let arguments: Arguments
  private let home: Home
  private let session: Session

  init(_ registry: Registry, _ arguments: Arguments, _ home: Home, _ session: Session) {
    self.registry = registry
    self.arguments = arguments
    self.home = home
    self.session = session
  }

  /// - Parameters:
  ///   - subject: what the rows are.
  ///   - after: only what is newer than this change or run.
  /// - Returns: the table.
  /// - Throws: what is wrong with the policy documents, whose labels determinations go by;
  ///   `StoreError`.
  func table(of subject: ExportSubject, after: Int64) throws -> any ExportedTable {
    let isChinese = arguments[.headings] == "zh"
    switch subject {
    case .facts(let subject, _):
      var export = TableExport(from: registry, subject)
      export.names = isChinese ? .chinese : .canonical
      export.selection.after = after
      export.revealsSecrets = arguments.has(.unmasked)
      return export
    case .determinations:
      var export = DeterminationExport(
        from: try DeterminationStore(registry), labels: try labels(),
        language: isChinese ? .zh : .en)
      export.after = after
      return export
    }
  }

  private func labels() throws -> [String: Bilingual] {
    var labels: [String: Bilingual] = [:]
    for plan in try Workbench(home, policies: arguments[.policies]).plans {
      for benefit in plan.benefits { labels[benefit.id] = benefit.label }
    }
    return labels
  }
}

/// A file that was written.
struct ExportedFile {
  let subject: ExportSubject
  let path: String
  let report: ExportReport

  var sentence: Bilingual {
    let last =
      subject == .determinations
      ? Bilingual(zh: "第 \(report.upTo) 次核定", en: "run \(report.upTo)")
      : Bilingual(zh: "变更 \(report.upTo) ", en: "change \(report.upTo)")
    return Bilingual(
      zh: "\(path)：\(report.rows.grouped) 行，到\(last.zh)为止",
      en: "\(path): \(report.rows.grouped) rows, up to \(last.en)")
  }
}

extension [ExportedFile] {
  /// For programs.
  var json: String {
    var writer = JSONWriter()
    writer.array { writer in
      for file in self {
        writer.object { writer in
          writer.member("type", file.subject.id)
          writer.member("file", file.path)
          writer.key("rows")
          writer.integer(file.report.rows)
          writer.key("upTo")
          writer.integer(Int(file.report.upTo))
        }
      }
    }
    return writer.text
  }
}

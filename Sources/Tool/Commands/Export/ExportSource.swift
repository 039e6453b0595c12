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
  /// The last change that is seen, by all that is exported at once.
  private let change: Int64

  /// - Throws: when `--known` names no state of the registry; `StoreError`.
  init(_ registry: Registry, _ arguments: Arguments, _ home: Home, _ session: Session) throws {
    self.registry = registry
    self.arguments = arguments
    self.home = home
    change = try registry.known(arguments)?.number ?? registry.lastChange()
  }

  /// The last change that will be in a table; of determinations the last run that rests on nothing
  /// newer, 0 when there is none.
  ///
  /// - Throws: `StoreError`.
  func end(of subject: ExportSubject) throws -> Int64 {
    switch subject {
    case .facts: change
    case .determinations: try DeterminationStore(registry).lastRun(restingOn: change)?.number ?? 0
    }
  }

  /// - Parameters:
  ///   - subject: what the rows are.
  ///   - after: only what differs from the state after this change or run; `nil` for all.
  ///   - last: the last change or run that is in it, as `end` says it.
  /// - Returns: the table.
  /// - Throws: what is wrong with the policy documents, whose labels determinations go by;
  ///   `StoreError`.
  func table(of subject: ExportSubject, after: Int64?, upTo last: Int64) throws -> any ExportedTable
  {
    let isChinese = arguments[.headings] == "zh"
    switch subject {
    case .facts(let subject, _):
      var export = TableExport(from: registry, subject)
      export.names = isChinese ? .chinese : .canonical
      export.known = .change(last)
      export.after = after
      export.revealsSecrets = arguments.has(.unmasked)
      return export
    case .determinations:
      var export = DeterminationExport(
        from: try DeterminationStore(registry), labels: try labels(),
        language: isChinese ? .zh : .en)
      export.asOf = .run(last)
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

/// A file that was written, or was not because there is nothing new.
struct ExportedFile {
  let subject: ExportSubject
  /// `nil` when none was written.
  let path: String?
  let rows: Int
  let upTo: Int64

  var sentence: Bilingual {
    let last = subject.place(upTo)
    guard let path else {
      return Bilingual(
        zh: "\(subject.id)：\(last.zh)\(subject == .determinations ? "" : " ")以后没有变，没有写文件",
        en: "\(subject.id): nothing has changed since \(last.en); no file was written")
    }
    return Bilingual(
      zh: "\(path)：\(rows.grouped) 行，到\(last.zh)\(subject == .determinations ? "" : " ")为止",
      en: "\(path): \(rows.grouped) rows, up to \(last.en)")
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
          writer.integer(file.rows)
          writer.key("upTo")
          writer.integer(Int(file.upTo))
        }
      }
    }
    return writer.text
  }
}

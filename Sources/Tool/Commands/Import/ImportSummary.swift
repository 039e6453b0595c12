import Core
import Facts
import Import
import JSONText
import Registry
import Vocabulary

/// What an import tells in the end.
struct ImportSummary {
  private let outcomes: [FilesImport.Outcome]
  private let mode: ImportMode
  private let isTrial: Bool
  private let isWithdrawal: Bool
  /// Whether something failed after all rows had their verdict, so that nothing was kept.
  private let isBrokenOff: Bool
  private let registry: Registry
  /// Faults that people are shown of a file; programs get more.
  private static let mostShown = 20

  init(_ outcomes: [FilesImport.Outcome], _ work: FilesImport, isBrokenOff: Bool = false) {
    self.isBrokenOff = isBrokenOff
    isWithdrawal = work.action != .put
    self.outcomes = outcomes
    mode = work.mode
    isTrial = work.isTrial
    registry = work.registry
  }

  var refusedRows: Int { outcomes.reduce(0) { $0 + $1.report.refusedRows } }

  private var isWritten: Bool { outcomes.contains { $0.report.change != nil } }

  /// Says per file how many rows got which verdict and what is wrong, and then what became of it.
  ///
  /// - Parameters:
  ///   - session: where and in which language.
  ///   - rejected: where the refused rows were written, if anywhere.
  func print(_ session: Session, rejected: String?) {
    for outcome in outcomes {
      session.print(counts(outcome))
      for fault in outcome.report.faults.prefix(ImportSummary.mostShown) {
        session.print(Bilingual(zh: "  " + fault.text.zh, en: "  " + fault.text.en))
      }
      let more = outcome.report.faultCount - ImportSummary.mostShown
      if more > 0 {
        session.print(Bilingual(zh: "  另有 \(more) 处问题", en: "  and \(more) more faults"))
      }
    }
    session.print(conclusion)
    if refusedRows > 0, !isBrokenOff { session.print(advice(rejected)) }
  }

  private func counts(_ outcome: FilesImport.Outcome) -> Bilingual {
    let report = outcome.report
    let tally = report.tally
    let name = outcome.file.name
    if isWithdrawal {
      return Bilingual(
        zh: "\(name)：\(report.rows.grouped) 行，撤回 \(report.withdrawn.grouped)，"
          + "拒收 \(report.refusedRows.grouped)",
        en: "\(name): \(report.rows.grouped) rows, \(report.withdrawn.grouped) withdrawn, "
          + "\(report.refusedRows.grouped) refused")
    }
    return Bilingual(
      zh: """
        \(name)：\(report.rows.grouped) 行，新增 \(tally.added.grouped)，更正 \
        \(tally.corrected.grouped)，不变 \(tally.unchanged.grouped)，拒收 \(report.refusedRows.grouped)
        """,
      en: """
        \(name): \(report.rows.grouped) rows, \(tally.added.grouped) added, \
        \(tally.corrected.grouped) corrected, \(tally.unchanged.grouped) unchanged, \
        \(report.refusedRows.grouped) refused
        """)
  }

  private var conclusion: Bilingual {
    if isBrokenOff {
      return Bilingual(zh: "没有完成，全部没有写入。", en: "It was not finished; nothing was written.")
    }
    if isTrial {
      return Bilingual(zh: "试运行，没有写入。", en: "A trial: nothing was written.")
    }
    if mode == .allOrNothing, refusedRows > 0 {
      return Bilingual(
        zh: "有拒收的行，所以全部没有写入；要写入无误的行，请加 --keep-good。",
        en: "Rows were refused, so nothing was written; with --keep-good the good rows are.")
    }
    return isWritten
      ? Bilingual(zh: "已写入登记库。", en: "Written to the registry.")
      : Bilingual(
        zh: "登记库早已如此，没有改动。", en: "The registry said so already; nothing was changed.")
  }

  private func advice(_ rejected: String?) -> Bilingual {
    rejected.map {
      Bilingual(
        zh: "拒收的行在 \($0)，改正后可再导入。",
        en: "The refused rows are in \($0), to be corrected and imported again.")
    }
      ?? Bilingual(
        zh: "要把拒收的行写到文件以便改正，请加 --rejected 文件。",
        en: "With --rejected FILE the refused rows go to a file, to be corrected.")
  }

  /// For programs; the faults of a file up to `ImportReport.mostFaults`.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("trial")
      writer.boolean(isTrial)
      writer.key("written")
      writer.boolean(isWritten)
      writer.key("refused")
      writer.integer(refusedRows)
      writer.key("files")
      writer.array { writer in for outcome in outcomes { write(outcome, to: &writer) } }
    }
    return writer.text
  }

  private func write(_ outcome: FilesImport.Outcome, to writer: inout JSONWriter) {
    let report = outcome.report
    writer.object { writer in
      writer.member("file", outcome.file.name)
      writer.member("type", outcome.file.content.typeName(registry.vocabulary))
      let counts = [
        ("rows", report.rows), ("added", report.tally.added),
        ("corrected", report.tally.corrected), ("unchanged", report.tally.unchanged),
        ("withdrawn", report.withdrawn),
        ("refused", report.refusedRows), ("faultCount", report.faultCount),
      ]
      for (name, count) in counts {
        writer.key(name)
        writer.integer(count)
      }
      writer.key("change")
      if let change = report.change { writer.integer(Int(change.number)) } else { writer.null() }
      writer.key("faults")
      writer.array { writer in for fault in report.faults { fault.write(to: &writer) } }
    }
  }
}

extension RowFault {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("line")
      writer.integer(line)
      if let column {
        writer.key("column")
        writer.integer(column)
      }
      if let name { writer.member("name", name) }
      writer.member("code", code)
      for (key, text) in [("message", message), ("advice", advice)] {
        writer.key(key)
        writer.object { writer in
          writer.member("zh", text.zh)
          writer.member("en", text.en)
        }
      }
    }
  }
}

import Core
import Import
import Registry
import Vocabulary
import Workbench

/// One run of `import` or `withdraw`: the files, their verdicts, and what is told of them.
struct ImportRun {
  private let files: [ImportFile]
  private let work: FilesImport
  private let rejected: RejectedFiles?
  private let arguments: Arguments
  private let session: Session

  /// - Parameters:
  ///   - files: in any order.
  ///   - paths: where they lie; `-` for standard input.
  ///   - registry: where the rows go, or are taken out of.
  ///   - action: which of both.
  ///   - arguments: of the command.
  ///   - session: where it is told.
  /// - Throws: `Refusal`, `ExportProblem` when the refused rows cannot go where they shall.
  init(
    _ files: [ImportFile], at paths: [String], _ registry: Registry, _ action: ImportAction,
    _ arguments: Arguments, _ session: Session
  ) throws {
    self.files = files
    self.arguments = arguments
    self.session = session
    var work = FilesImport(into: registry)
    work.mode = arguments.has(.keepGood) ? .keepGood : .allOrNothing
    work.isTrial = arguments.has(.trial)
    work.action = action
    self.work = work
    let sources = zip(files, paths).map { RejectedFiles.Source(file: $0, path: $1) }
    rejected =
      if let path = arguments[.rejected] {
        try RejectedFiles(
          at: path, of: sources,
          besides: [
            registry.name, Registry.keyPath(arguments, session, registry: registry.name),
          ], registry.vocabulary)
      } else {
        nil
      }
  }

  /// Runs it, and tells what became of every row whatever fails then.
  ///
  /// - Returns: `findings` when rows were refused.
  /// - Throws: what ends the whole; nothing was changed.
  func run() throws -> ExitStatus {
    let isQuiet = arguments.has(.quiet)
    let indexing = IndexingProgress(session, isQuiet: isQuiet)
    var settled: [FilesImport.Outcome] = []
    do {
      let outcomes = try session.withProgress(of: files, work.action, isQuiet: isQuiet) {
        progress in
        try work.run(
          files, progress: progress,
          settled: { outcomes in
            settled = outcomes
            try rejected?.write(outcomes)
          }, indexing: indexing.update)
      }
      let summary = ImportSummary(outcomes, work)
      tell(summary)
      return summary.refusedRows > 0 ? .findings : .success
    } catch {
      if !settled.isEmpty { tell(ImportSummary(settled.map(\.undone), work, isBrokenOff: true)) }
      throw error
    }
  }

  private func tell(_ summary: ImportSummary) {
    if arguments.has(.json) {
      session.output.line(summary.json)
    } else {
      summary.print(session, rejected: arguments[.rejected])
    }
  }
}

extension Session {
  /// Shows the progress of each file.
  fileprivate func withProgress<Result>(
    of files: [ImportFile], _ action: ImportAction, isQuiet: Bool,
    _ work: ((String, ImportProgress) -> Void) throws -> Result
  ) rethrows -> Result {
    var bars: [String: Progress] = [:]
    for file in files {
      bars[file.name] = Progress(
        action == .put
          ? Bilingual(zh: "导入 \(file.name)", en: "importing \(file.name)")
          : Bilingual(zh: "撤回 \(file.name)", en: "withdrawing \(file.name)"),
        unit: Bilingual(zh: "行", en: "rows"), self, isQuiet: isQuiet)
    }
    defer { for bar in bars.values { bar.finish() } }
    return try work { name, progress in
      bars[name]?.update(progress.rows, permille: progress.permille)
      if progress.permille == 1000 { bars[name]?.finish() }
    }
  }
}

extension Option {
  /// What a run over tables takes.
  static let importRunOptions: [Option] = [
    .trial, .allOrNothing, .keepGood, .rejected, .json, .quiet,
  ]

  static let trial = Option(
    "trial", Bilingual(zh: "试运行：判定与正式运行相同，但不写入", en: "the same verdicts, nothing written"))

  static let allOrNothing = Option(
    "all-or-nothing",
    Bilingual(zh: "有一行不对就全部不写入（默认）", en: "write nothing if one row is wrong (default)"))

  static let keepGood = Option(
    "keep-good", Bilingual(zh: "写入无误的行", en: "write the rows that are right"))

  static let rejected = Option(
    "rejected",
    takes: ArgumentValue(Bilingual(zh: "文件或目录", en: "FILE|DIR"), .file(suffix: ".csv")),
    Bilingual(
      zh: "拒收的行写到这里，改正后可再导入；多个文件时写目录",
      en: "refused rows go here, to be corrected and imported again; a folder for several files"))
}

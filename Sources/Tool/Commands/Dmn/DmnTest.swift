import Core

/// `dmn test`: runs the tests of folders.
struct DmnTest {
  let session: Session
  let arguments: Arguments

  init(_ session: Session, _ arguments: Arguments) {
    self.session = session
    self.arguments = arguments
  }

  func run(_ paths: [String]) throws -> ExitStatus {
    var reports: [KitReport] = []
    for folder in try paths.flatMap({ try KitFolder(path: $0).folders() }) {
      let report = try KitFolder.run(folder)
      reports.append(report)
      if !arguments.has(.json) { write(report) }
    }
    if let path = arguments[.report] {
      try OutputFile.write((KitReport.json(reports) + "\n").utf8, to: path)
    }
    if arguments.has(.json) {
      session.output.line(KitReport.json(reports))
    } else {
      session.output.line(KitReport.summary(of: reports, session.language))
    }
    return reports.contains { $0.failed > 0 } ? .findings : .success
  }

  private func write(_ report: KitReport) {
    session.output.line(report.line)
    for skipped in report.skipped {
      session.print(
        Bilingual(
          zh: "    跳过 \(skipped.test)：调用 FEEL 以外的函数",
          en: "    skipped \(skipped.test): calls a function that is not FEEL"))
    }
    guard arguments.has(.failures) else { return }
    for failure in report.failures { session.output.line("    \(failure.test)  \(failure.text)") }
  }
}

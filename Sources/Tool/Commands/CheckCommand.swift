import Cases
import Core
import Explain
import JSONText
import Workbench

extension Command {
  static let check = Command(
    "check",
    Bilingual(
      zh: "检查政策文件，并运行其中的算例", en: "check policy documents and run the examples in them"),
    operand: Operand(
      .document,
      Bilingual(
        zh: "政策文件；不写则检查 Policies 里的全部",
        en: "policy documents; all of Policies when none is named"), count: 0...Int.max),
    options: [.localValues, .home, .json],
    examples: [
      Example("check", Bilingual(zh: "检查全部政策文件", en: "checks every policy document")),
      Example(
        "check --parameters local.yaml",
        Bilingual(
          zh: "并检查地方取值是否合乎政策文件", en: "and whether local values fit the documents")),
      Example(
        "check Policies/wenzhou-2018-242.md --json",
        Bilingual(zh: "检查一份文件，结果为 JSON", en: "checks one document, the findings as JSON")),
    ]
  ) { arguments, session in
    let home = try Home.find(arguments, session.environment)
    let isWhole = arguments.operands.isEmpty
    let bench =
      try (isWhole ? Workbench(home) : Workbench(home, documents: arguments.operands))
      .setting(arguments.localValueFile(), isWhole: isWhole)
    let findings = try bench.documents.map { try Findings(of: $0.runningExamples()) }
    let procedures = try isWhole ? ProcedureFindings(home) : nil
    if arguments.has(.json) {
      session.output.line(json(findings, procedures))
    } else {
      for finding in findings { finding.write(to: session) }
      procedures?.write(to: session)
    }
    return findings.contains { $0.errors > 0 } || procedures?.isSound == false
      ? .findings : .success
  }

  private static func json(_ findings: [Findings], _ procedures: ProcedureFindings?) -> String {
    var writer = JSONWriter(.indented)
    writer.object { writer in
      writer.key("documents")
      writer.array { writer in for finding in findings { finding.write(to: &writer) } }
      if let procedures {
        writer.key("procedures")
        procedures.write(to: &writer)
      }
    }
    return writer.text
  }
}

/// What the check of one document found.
private struct Findings {
  let document: CheckedDocument
  /// What became of the cases that officials confirmed; `nil` where there are none.
  private let cases: CaseCheck?

  init(of document: CheckedDocument) throws {
    self.document = document
    cases = try document.plan.flatMap { plan in
      try ConfirmedCases.kept(beside: document.source.name).map {
        try CaseCheck($0, CaseWork(plan))
      }
    }
  }

  var errors: Int {
    document.diagnostics.count { $0.severity == .error } + (cases?.differences.count ?? 0)
  }

  private var warnings: Int { document.diagnostics.count { $0.severity == .warning } }

  private var file: String { ConfirmedCases.path(beside: document.source.name) }

  /// Every diagnostic as people read it, then one line that sums up.
  func write(to session: Session) {
    let console = session.output
    for diagnostic in document.diagnostics {
      console.line(diagnostic.rendered(in: document.source, session.language))
    }
    for difference in cases?.differences ?? [] { session.print(difference.text(in: file)) }
    let confirmed =
      cases.map {
        Bilingual(
          zh: "，\($0.confirmed.count) 个确认过的案例", en: ", \($0.confirmed.count) confirmed cases")
      } ?? Bilingual("")
    let verdict =
      errors == 0
      ? console.emphasised(Bilingual(zh: "通过", en: "passed")[session.language], .green)
      : console.emphasised(Bilingual(zh: "有误", en: "failed")[session.language], .red)
    session.print(
      Bilingual(
        zh:
          "\(document.source.name)：\(verdict)，\(errors) 个错误，\(warnings) 个警告，"
          + "\(document.exampleCount) 个算例\(confirmed.zh)",
        en: "\(document.source.name): \(verdict), \(errors) errors, \(warnings) warnings, "
          + "\(document.exampleCount) examples\(confirmed.en)"))
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("file", document.source.name)
      writer.member("id", document.id)
      writer.key("errors")
      writer.integer(errors)
      writer.key("warnings")
      writer.integer(warnings)
      writer.key("examples")
      writer.integer(document.exampleCount)
      writer.key("confirmedCases")
      writer.integer(cases?.confirmed.count ?? 0)
      writer.key("differences")
      writer.array { writer in
        for difference in cases?.differences ?? [] {
          let text = difference.text(in: file)
          writer.object { writer in
            writer.member("zh", text.zh)
            writer.member("en", text.en)
          }
        }
      }
      writer.key("diagnostics")
      writer.array { writer in
        for diagnostic in document.diagnostics { diagnostic.write(to: &writer, document.source) }
      }
    }
  }
}

extension Diagnostic {
  /// As an object: code, severity, place (1-based, columns in characters), and both languages.
  func write(to writer: inout JSONWriter, _ source: SourceText) {
    writer.object { writer in
      writer.member("code", code)
      writer.member("severity", severity.rawValue)
      writer.place(of: range, in: source)
      writer.key("headings")
      writer.array { writer in for heading in headings { writer.string(heading) } }
      writer.member("message", message)
      writer.member("advice", advice)
    }
  }
}

import Core
import DMN
import FEEL
import JSONText
import Workbench

extension Command {
  static let dmn = Command(
    "dmn",
    Bilingual(
      zh: "DMN 模型：检查，或按一致性测试的用例运行",
      en: "DMN models: check them, or run tests in the form of the conformance kit"),
    operand: Operand(
      ArgumentValue(
        Bilingual(zh: "check|test 路径", en: "check|test PATH"), .text),
      Bilingual(
        zh: "check 模型.dmn…：能否读懂；test 目录：运行其中的 …-test-….xml",
        en: "check MODEL.dmn…: can it be read; test DIR: runs the …-test-….xml files in it"),
      count: 2...Int.max),
    options: [.failures, .json],
    examples: [
      Example(
        "dmn check loan.dmn",
        Bilingual(zh: "检查模型的依赖与公式", en: "checks a model's requirements and formulas")),
      Example(
        "dmn test Models --failures",
        Bilingual(
          zh: "逐目录打印结果，并列出不符的值",
          en: "prints the result of every folder, and each value that differs")),
    ]
  ) { arguments, session in
    let paths = Array(arguments.operands.dropFirst())
    switch arguments.operands.first {
    case "check": return try DmnCheck(session).run(paths)
    case "test": return try DmnTest(session, arguments).run(paths)
    case let verb:
      throw UsageError.notAChoice(
        verb ?? "", ["check", "test"], of: Bilingual(zh: "dmn 之后的词", en: "the word after dmn"))
    }
  }
}

extension Option {
  static let failures = Option(
    "failures", Bilingual(zh: "列出每个不符的值", en: "list every value that differs"))
}

/// `dmn check`: reads models and says what of them cannot run.
private struct DmnCheck {
  let session: Session

  init(_ session: Session) { self.session = session }

  func run(_ paths: [String]) throws -> ExitStatus {
    var isSound = true
    for path in paths {
      let source = try SourceText.read(path)
      let model = try DecisionModel.read(source)
      let folder = try KitFolder.models(beside: path)
      let program = try DecisionProgram(model, imported: folder)
      for problem in program.problems {
        isSound = false
        session.output.line("\(path): \(problem.node): \(problem.reason.message[session.language])")
      }
      session.print(
        Bilingual(
          zh: "\(path)：\(model.decisions.count) 个决策，\(program.problems.count) 个问题",
          en: "\(path): decisions \(model.decisions.count), problems \(program.problems.count)"))
    }
    return isSound ? .success : .findings
  }
}

/// `dmn test`: runs the tests of folders.
private struct DmnTest {
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

import Core
import Workbench

extension Command {
  static let dmn = Command(
    "dmn-test",
    Bilingual(
      zh: "运行 DMN 一致性测试格式的用例", en: "run tests in the form of the DMN conformance kit"),
    operand: Operand(
      ArgumentValue(Bilingual(zh: "目录", en: "DIR"), .directory),
      Bilingual(zh: "含 .dmn 与 …-test-….xml 的目录", en: "a folder with .dmn and …-test-….xml files"),
      count: 1...1),
    options: [.failures],
    examples: [
      Example("dmn-test Models", Bilingual(zh: "逐目录打印结果", en: "prints the result of every folder"))
    ]
  ) { arguments, session in
    let folder = KitFolder(path: arguments.operands.first ?? ".")
    var reports: [KitReport] = []
    for path in try folder.folders() {
      let report = try KitFolder.run(path)
      reports.append(report)
      session.output.line(report.line)
      guard arguments.has(.failures) else { continue }
      for failure in report.failures { session.output.line("    \(failure.test)  \(failure.text)") }
    }
    session.output.line(KitReport.summary(of: reports, session.language))
    return reports.contains { $0.failed > 0 } ? .findings : .success
  }
}

extension Option {
  static let failures = Option(
    "failures", Bilingual(zh: "列出每个不符的值", en: "list every value that differs"))
}

extension KitReport {
  /// One line: the folder and its counts.
  var line: String { "\(name): \(passed) passed, \(failed) failed, \(skipped.count) skipped" }

  /// The totals, values and nulls apart: a tool that always answers null must not look good.
  static func summary(of reports: [KitReport], _ language: Language) -> String {
    func sum(_ part: KeyPath<KitReport, Int>) -> Int { reports.reduce(0) { $0 + $1[keyPath: part] } }
    let words = Bilingual(
      zh: "有值的 \(sum(\.positive.passed))/\(sum(\.positive.total))，应为空的 \(sum(\.null.passed))/\(sum(\.null.total))",
      en: "values \(sum(\.positive.passed))/\(sum(\.positive.total)), nulls \(sum(\.null.passed))/\(sum(\.null.total))"
    )
    return words[language]
      + "\n\(sum(\.passed)) passed, \(sum(\.failed)) failed, \(sum(\.skipped.count)) skipped"
  }
}

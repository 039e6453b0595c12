import Cases
import Core
import Explain
import Export
import PolicyPlan
import Workbench

extension Command {
  static let boundaries = Command(
    "boundaries",
    Bilingual(
      zh: "生成每个界值和档次边缘上下的案例，供逐行确认；确认过的成为测试",
      en: "write the cases around every threshold and band edge, to be confirmed line by line; "
        + "those confirmed become tests"),
    operand: Operand(
      .document, Bilingual(zh: "政策文件", en: "a policy document"), count: 1...1),
    options: [.csv, .xlsx, .confirm, .home],
    examples: [
      Example(
        "boundaries Policies/taizhou.md --xlsx taizhou.xlsx",
        Bilingual(
          zh: "写成电子表格：序号、变动、事实、结论、金额、条款，“确认”一列留给您填是或否",
          en: "as a spreadsheet: case, what varies, facts, outcome, amount, article, and a column "
            + "to fill in with yes or no")),
      Example(
        "boundaries Policies/taizhou.md --confirm taizhou.xlsx",
        Bilingual(
          zh: "填“是”的行存入 Policies/taizhou.cases.csv，由 check 运行；填“否”的列为待商定的差异，退出码为 1",
          en: "rows marked yes go to Policies/taizhou.cases.csv, which check runs; those marked no "
            + "are told as differences, with exit code 1")),
    ]
  ) { arguments, session in
    let home = try Home.find(arguments, session.environment)
    let ways = [Option.csv, .xlsx, .confirm].filter { arguments.has($0) }
    if ways.count > 1 { throw UsageError.together(ways[0], ways[1]) }
    let bench = try Workbench(home, documents: arguments.operands).sound()
    guard let plan = bench.plans.first else { return .success }
    if let file = arguments[.confirm] {
      return try ConfirmCases(document: arguments.operands[0], plan, session).run(file)
    }
    let boundaries = Boundaries(plan)
    for label in boundaries.without {
      session.errors.line(
        Bilingual(
          zh: "“\(label.zh)”没有结果为享受的算例，没有从它生成案例",
          en: "“\(label.en)” has no worked example that is due; no cases were made of it")[
            session.language])
    }
    if plan.benefits.isEmpty {
      // No fault: a script that goes through all documents goes on, and finds the table it asked for.
      session.errors.line(
        Bilingual(
          zh: "“\(plan.id)”没有自己的发放或评分待遇，没有要确认的案例",
          en:
            "“\(plan.id)” has no benefit of its own that pays or scores, so there is nothing to confirm"
        )[
          session.language])
    } else if boundaries.cases.isEmpty {
      throw CaseProblem.nothingToVary(document: plan.id)
    }
    let table = CaseTable(of: plan.id, boundaries.cases, in: session.language)
    if let path = arguments[.csv] {
      try tell(table.write(to: path, as: .csv), path, session)
    } else if let path = arguments[.xlsx] {
      try tell(table.write(to: path, as: .xlsx), path, session)
    } else {
      session.output.write(CaseList(boundaries.cases, session).text)
    }
    return .success
  }

  private static func tell(_ report: ExportReport, _ path: String, _ session: Session) {
    session.print(
      Bilingual(
        zh: "\(path)：\(report.rows) 个案例", en: "\(path): \(report.rows) cases"))
  }
}

extension Option {
  static let csv = Option(
    "csv", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".csv")),
    Bilingual(zh: "写成 CSV 文件", en: "write them to a CSV file"))

  static let xlsx = Option(
    "xlsx", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".xlsx")),
    Bilingual(zh: "写成电子表格", en: "write them to a spreadsheet"))

  static let confirm = Option(
    "confirm", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: "")),
    Bilingual(
      zh: "读回确认过的表（CSV 或 XLSX）", en: "read a confirmed table back (CSV or XLSX)"))
}

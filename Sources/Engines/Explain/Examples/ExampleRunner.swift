package import Core
import Determination
import Facts
package import PolicyDocument
package import PolicyPlan
import Vocabulary

/// Runs the worked examples of a document: each row becomes a small facts file, which the engine
/// determines like any other.
package struct ExampleRunner {
  private let plan: Plan
  /// Where the examples stand.
  private let document: PolicyDocument
  private let schema: FactsSchema

  /// - Parameters:
  ///   - plan: the rules.
  ///   - document: whose examples of these rules are run; `nil` for their own document. Another
  ///     names the benefits by their full ids.
  package init(_ plan: Plan, examplesOf document: PolicyDocument? = nil) {
    self.plan = plan
    self.document = document ?? plan.document
    schema = FactsSchema(plan.vocabulary)
  }

  /// - Returns: how many examples hold, and a diagnostic for each that does not.
  package func run() -> (passed: Int, diagnostics: [Diagnostic]) {
    var passed = 0
    var diagnostics: [Diagnostic] = []
    for (row, table, work) in rows {
      let found = check(row, of: table, work).diagnostics
      // A column that is wrong is wrong in every row, and told once.
      diagnostics += found.filter { !diagnostics.contains($0) }
      if found.isEmpty { passed += 1 }
    }
    return (passed, diagnostics)
  }

  /// What the examples that hold make the engine go through; one that does not hold proves nothing.
  package func exercise() -> Exercise {
    var exercise = Exercise(plan)
    for (row, table, work) in rows {
      let (diagnostics, worked) = check(row, of: table, work)
      if diagnostics.isEmpty, let worked { exercise.note(worked.findings) }
    }
    return exercise
  }

  private var rows: [(row: ExampleTable.Row, table: ExampleTable, work: ExampleWork)] {
    document.examples.flatMap { table in
      let name = table.benefit.text
      let id = name.contains("/") ? name : document.front.id.text + "/" + name
      guard let index = plan.benefits.firstIndex(where: { $0.id == id }) else {
        return [(row: ExampleTable.Row, table: ExampleTable, work: ExampleWork)]()
      }
      let work = ExampleWork(plan: plan, index: index, schema: schema)
      return table.rows.map { ($0, table, work) }
    }
  }

  private func check(
    _ row: ExampleTable.Row, of table: ExampleTable, _ work: ExampleWork
  ) -> (diagnostics: [Diagnostic], worked: ExampleWork.Worked?) {
    let cells = zip(table.inputs, row.inputs).map { (column: $0, cell: $1) }
    do throws(ExampleWork.Refusal) {
      let worked = try work.work(cells)
      return (compare(worked.own?.determination, row, table), worked)
    } catch {
      switch error {
      case .cells(let diagnostics): return (diagnostics.map(placed), nil)
      case .facts(let diagnostics):
        return (diagnostics.prefix(1).map { placed(impossible(row, $0)) }, nil)
      }
    }
  }

  private func impossible(_ row: ExampleTable.Row, _ problem: Diagnostic) -> Diagnostic {
    Diagnostic(
      "PLN070", at: row.range,
      message: Bilingual(
        zh: "算例“\(row.title.zh)”的事实不成立：\(problem.message.zh)",
        en: "the facts of example “\(row.title.en)” cannot be: \(problem.message.en)"),
      advice: problem.advice)
  }

  private func compare(
    _ found: Determination?, _ row: ExampleTable.Row, _ table: ExampleTable
  ) -> [Diagnostic] {
    var expected: [Bilingual] = []
    var computed: [Bilingual] = []
    var isSame = true
    for (column, cell) in zip(table.outputs, row.outputs) {
      guard let actual = text(of: column.text, found) else {
        return [placed(unknownOutput(column))]
      }
      let wanted = ExampleRunner.normal(cell.text, in: column.text)
      expected.append(ExampleRunner.words(wanted))
      computed.append(ExampleRunner.words(actual))
      // An empty cell asks nothing but that there is nothing to pay.
      if wanted != actual { isSame = false }
    }
    if isSame { return [] }
    let reasons =
      found?.because.filter {
        // Points stand in the message already, those that were asked for.
        $0.kind != .score && ($0.verdict == .fails || $0.verdict == .unknown)
      } ?? []
    return [
      placed(
        Diagnostic(
          "PLN071", at: row.range,
          message: Bilingual(
            zh:
              "算例“\(row.title.zh)”应为 \(expected.map(\.zh).joined(separator: " "))，算得 \(computed.map(\.zh).joined(separator: " "))",
            en:
              "example “\(row.title.en)” should give \(expected.map(\.en).joined(separator: " ")) and gives \(computed.map(\.en).joined(separator: " "))"
          ),
          advice: advice(found, reasons)))
    ]
  }

  private func advice(_ found: Determination?, _ reasons: [Reason]) -> Bilingual {
    let needs = found?.needs.map(\.id) ?? []
    let missing = needs.isEmpty ? "" : " " + needs.joined(separator: ", ")
    if reasons.isEmpty && needs.isEmpty {
      return Bilingual(
        zh: "请核对规则的公式、表格和叠加，或改正算例。",
        en: "Check the rule's formula, tables and stacking, or correct the example.")
    }
    return Bilingual(
      zh: "未满足或未知：\(reasons.map(\.label.zh).joined(separator: "；"))\(missing)。请改正规则或算例。",
      en:
        "Fails or unknown: \(reasons.map(\.label.en).joined(separator: "; "))\(missing). Correct the rule or the example."
    )
  }

  /// What a determination shows in an output column; `nil` for a column nobody knows.
  private func text(of column: String, _ found: Determination?) -> String? {
    switch column {
    case "结果", "outcome": found?.outcome.rawValue ?? "none"
    case "金额", "amount": found?.amount?.description ?? ""
    case "月数", "months": found?.monthly.map { String($0.months) } ?? ""
    case "限前金额", "gross": found?.gross?.description ?? ""
    case "得分", "score": found?.score?.total?.description ?? ""
    default: points(column, found)
    }
  }

  /// The points of an item of a score sheet, by its id; `nil` where there is no such item.
  private func points(_ item: String, _ found: Determination?) -> String? {
    let items = plan.benefits.flatMap { benefit -> [String] in
      if case .score(let sheet) = benefit.payment { sheet.items.map(\.rule.id) } else { [] }
    }
    guard items.contains(item) else { return nil }
    return found?.score?.items.first { $0.id == item }?.points?.description ?? ""
  }

  private static func normal(_ text: String, in column: String) -> String {
    switch text {
    case "享受": return "entitled"
    case "不享受": return "not-entitled"
    case "待定": return "undetermined"
    case "无此项": return "none"
    default: break
    }
    // 1500 and 1500.00 are the same sum.
    guard ["金额", "amount", "限前金额", "gross"].contains(column), let yuan = Decimal128(text),
      let money = Money(yuan: yuan), money.yuan == yuan
    else { return text }
    return money.description
  }

  private static func words(_ text: String) -> Bilingual {
    switch text {
    case "entitled": Bilingual(zh: "享受", en: text)
    case "not-entitled": Bilingual(zh: "不享受", en: text)
    case "undetermined": Bilingual(zh: "待定", en: text)
    case "none": Bilingual(zh: "无此项", en: "no entry")
    case "": Bilingual("—")
    default: Bilingual(text)
    }
  }

  private func unknownOutput(_ column: Cell) -> Diagnostic {
    Diagnostic(
      "PLN072", at: column.range,
      message: Bilingual(
        zh: "算例没有“\(column.text)”这一结果列", en: "examples have no output column “\(column.text)”"),
      advice: Bilingual(
        zh: "可用：结果、金额、月数、限前金额、得分，或评分项的编号。",
        en: "There are: outcome, amount, months, gross, score, or the id of an item."))
  }

  private func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    var placed = diagnostic
    placed.headings = document.headings(at: diagnostic.range?.start ?? 0)
    return placed
  }
}

import Core
package import Explain
package import Import

/// A table of cases as an official gives it back.
package struct ConfirmedTable: Sendable {
  /// A row, with what the official says of it.
  package struct Row: Sendable {
    package let line: Int
    package let facts: FactsCase
    package let result: FactsCase.Result
    package let confirmation: Confirmation
    package let remark: String
    /// By column, as they stand.
    let texts: [CaseColumn: String]
  }

  /// What messages call the file.
  package let file: String
  package let rows: [Row]

  /// - Parameters:
  ///   - table: the rows of the file, its header first, in either language.
  ///   - file: what messages call it.
  /// - Throws: `CaseProblem` with everything that is wrong.
  package init(_ table: PlainRows, file: String) throws(CaseProblem) {
    let header = table.rows[0].cells
    var positions: [CaseColumn: Int] = [:]
    for column in CaseColumn.allCases {
      positions[column] = header.firstIndex { [column.title.zh, column.title.en].contains($0) }
    }
    let missing = CaseColumn.allCases.filter { positions[$0] == nil }
    guard missing.isEmpty else { throw .missingColumns(file: file, missing.map(\.title)) }
    var faults: [CaseFault] = []
    var rows: [Row] = []
    for row in table.rows.dropFirst() {
      let texts = positions.mapValues { row.cells.indices.contains($0) ? row.cells[$0] : "" }
      do throws(CaseFault) {
        rows.append(try Row(row.line, texts))
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw .rows(file: file, faults) }
    self.file = file
    self.rows = rows
  }
}

extension CaseFault: Error {}

extension ConfirmedTable.Row {
  fileprivate init(_ line: Int, _ texts: [CaseColumn: String]) throws(CaseFault) {
    func text(_ column: CaseColumn) -> String { texts[column] ?? "" }
    guard let inputs = CaseText.inputs(text(.facts)), !inputs.isEmpty else {
      throw CaseFault(
        code: "CAS011", line: line,
        message: Bilingual(zh: "“事实”一格读不懂", en: "the cell “facts” makes no sense"),
        advice: Bilingual(
          zh: "一行写一项：证书.等级 = 4。", en: "Write one a line: certificate.level = 4."))
    }
    guard let (outcome, points) = CaseText.result(text(.outcome)) else {
      throw CaseFault(
        code: "CAS012", line: line,
        message: Bilingual(
          zh: "结论不能是“\(text(.outcome))”", en: "“\(text(.outcome))” is no outcome"),
        advice: Bilingual(
          zh: "可以写：享受、不享受、待定、无此项。",
          en: "There are: entitled, not-entitled, undetermined, none."))
    }
    guard let amount = CaseText.amount(text(.amount)) else {
      throw CaseFault(
        code: "CAS013", line: line,
        message: Bilingual(
          zh: "金额不能是“\(text(.amount))”", en: "“\(text(.amount))” is no sum of money"),
        advice: Bilingual(
          zh: "写元，至多两位小数，不带千分号；没有金额的留空。",
          en: "Write yuan with at most two digits and no separators; leave it empty where there is "
            + "none."))
    }
    guard let confirmation = Confirmation(text(.confirmed)) else {
      throw CaseFault(
        code: "CAS014", line: line,
        message: Bilingual(
          zh: "“确认”一格不能是“\(text(.confirmed))”",
          en: "“\(text(.confirmed))” in the column “confirmed” means nothing"),
        advice: Bilingual(
          zh: "写是或否；还没有看的留空。", en: "Write yes or no; leave it empty where nobody looked yet."))
    }
    self.init(
      line: line, facts: FactsCase(benefit: text(.benefit), inputs: inputs),
      result: FactsCase.Result(outcome: outcome, amount: amount, points: points),
      confirmation: confirmation,
      remark: text(.remark), texts: texts)
  }
}

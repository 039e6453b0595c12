import Core
package import Explain

/// How confirmed cases stand to the rules as they are.
package struct CaseCheck: Sendable {
  /// How many confirmed cases come to what was confirmed.
  package private(set) var agreed: [ConfirmedTable.Row] = []
  /// Confirmed cases, also those that come to something else.
  package private(set) var confirmed: [ConfirmedTable.Row] = []
  /// Cases that are marked wrong.
  package private(set) var rejected: [ConfirmedTable.Row] = []
  /// What has to be settled, in the order of the table.
  package private(set) var differences: [CaseFault] = []
  /// How many nobody has looked at.
  package private(set) var open = 0

  /// Works the rows out anew.
  ///
  /// - Parameters:
  ///   - table: as it came back.
  ///   - work: knows the rules.
  /// - Throws: `CaseProblem` when a row means nothing to these rules.
  package init(_ table: ConfirmedTable, _ work: CaseWork) throws(CaseProblem) {
    var faults: [CaseFault] = []
    for row in table.rows {
      if case .open = row.confirmation {
        open += 1
        continue
      }
      do throws(CaseWork.Refusal) {
        note(row, try work.result(of: row.facts, items: row.result.points.map(\.item)))
      } catch {
        faults.append(CaseFault(error, line: row.line))
      }
    }
    if !faults.isEmpty { throw .rows(file: table.file, faults) }
  }

  private mutating func note(_ row: ConfirmedTable.Row, _ result: FactsCase.Result) {
    let now = result.words
    if case .no = row.confirmation {
      rejected.append(row)
      let remark = row.remark
      differences.append(
        CaseFault(
          code: "CAS021", line: row.line,
          message: Bilingual(
            zh: "认为有误：\(row.name.zh)，现算得 \(now.zh)" + (remark.isEmpty ? "" : "；备注：\(remark)"),
            en: "marked wrong: \(row.name.en), which now gives \(now.en)"
              + (remark.isEmpty ? "" : "; remark: \(remark)")),
          advice: Bilingual(
            zh: "请核对条款，改正规则，或与确认人商定。",
            en: "Compare with the article and correct the rule, or settle it with who marked it.")))
      return
    }
    confirmed.append(row)
    if result == row.result { return agreed.append(row) }
    let wanted = row.result.words
    differences.append(
      CaseFault(
        code: "CAS022", line: row.line,
        message: Bilingual(
          zh: "已确认为 \(wanted.zh)，现算得 \(now.zh)：\(row.name.zh)",
          en: "confirmed as \(wanted.en) and now gives \(now.en): \(row.name.en)"),
        advice: Bilingual(
          zh: "请改正规则；规则有意改变的，请重新确认这一行。",
          en: "Correct the rule; where it changed on purpose, have this row confirmed anew.")))
  }
}

extension ConfirmedTable.Row {
  /// Which case it is, for people.
  fileprivate var name: Bilingual {
    Bilingual([facts.benefit, texts[.varies] ?? ""].filter { !$0.isEmpty }.joined(separator: " "))
  }
}

extension CaseFault {
  fileprivate init(_ refusal: CaseWork.Refusal, line: Int) {
    switch refusal {
    case .unknownBenefit(let name, let known):
      self.init(
        code: "CAS015", line: line,
        message: Bilingual(zh: "没有待遇“\(name)”", en: "there is no benefit “\(name)”"),
        advice: Bilingual(
          zh: "本文件的待遇：\(known.joined(separator: "、"))。",
          en: "This document has: \(known.joined(separator: ", ")).")
      )
    case .facts(let diagnostic):
      self.init(
        code: "CAS016", line: line,
        message: Bilingual(
          zh: "事实不成立：\(diagnostic.message.zh)",
          en: "the facts cannot be: \(diagnostic.message.en)"), advice: diagnostic.advice)
    }
  }
}

import Core
import Determination
import PolicyDocument
import PolicyPlan
import Vocabulary

/// A worked example of a benefit that is due, from which cases at the edges are made by changing one
/// of its columns.
struct BoundaryBase {
  let plan: Plan
  let index: Int
  let title: Bilingual
  /// Columns that say something, in the order of the table; the day of the determination always does.
  private(set) var facts: FactsCase
  let worked: ExampleWork.Worked

  var benefit: BenefitPlan { plan.benefits[index] }

  /// Every example of a benefit that is due, or whose points are known, in the document's order; those
  /// that are excluded, and whose points are known, come last.
  static func all(_ work: CaseWork, benefit index: Int) -> [BoundaryBase] {
    let plan = work.plan
    let id = String(plan.benefits[index].id.dropFirst(plan.id.count + 1))
    var bases: [BoundaryBase] = []
    for table in plan.document.examples where table.benefit.text == id {
      for row in table.rows {
        let inputs = zip(table.inputs, row.inputs)
          .filter { !$0.1.text.isEmpty }.map { FactsCase.Input($0.text, $1.text) }
        let facts = FactsCase(benefit: id, inputs: inputs)
        guard let worked = try? work.work(facts), let own = worked.own?.determination,
          own.outcome == .entitled || own.hasPoints
        else { continue }
        var base = BoundaryBase(
          plan: plan, index: index, title: row.title, facts: facts, worked: worked)
        base.stateDay()
        bases.append(base)
      }
    }
    let isOpen = { (base: BoundaryBase) in
      base.worked.own?.determination.outcome != .notEntitled
    }
    return bases.filter(isOpen) + bases.filter { !isOpen($0) }
  }

  /// Says the day of the determination where the example leaves it out: nobody confirms a day that
  /// does not stand there.
  private mutating func stateDay() {
    if text(of: dayColumn) != nil { return }
    let day = FactsCase.Input(dayColumn, ExampleFacts.defaultDay)
    facts = FactsCase(benefit: facts.benefit, inputs: [day] + facts.inputs)
  }

  /// The item of the score sheet that a rule gives the points of.
  func item(of rule: RulePlan) -> String? {
    guard case .score(let sheet) = benefit.payment else { return nil }
    return sheet.items.first { $0.rule.place.line == rule.place.line }?.rule.id
  }

  /// Items of a score sheet whose points the example gives.
  var items: [String] { worked.own?.determination.knownItems ?? [] }

  /// What a column says, by any of its names; `nil` where the example does not have it.
  func text(of column: String) -> String? {
    facts.inputs.first { canonical($0.column) == canonical(column) }?.text
  }

  /// The example with one column changed or added.
  func setting(_ column: String, to text: String) -> FactsCase {
    setting([FactsCase.Input(column, text)])
  }

  /// The example with some columns changed or added.
  func setting(_ changes: [FactsCase.Input]) -> FactsCase {
    var inputs = facts.inputs
    for change in changes {
      if let place = inputs.firstIndex(where: { canonical($0.column) == canonical(change.column) })
      {
        inputs[place].text = change.text
      } else {
        inputs.append(change)
      }
    }
    return FactsCase(benefit: facts.benefit, inputs: inputs)
  }

  /// A column in the words of the document: Chinese names unless it is written in English.
  func column(_ type: Int, _ field: Int) -> String {
    let type = plan.vocabulary.types[type]
    let field = type.fields[field]
    if isEnglish { return type.id + "." + field.id }
    return (type.role == .party ? type.partyName : type.name.zh) + "." + field.name.zh
  }

  /// The column of the day of the determination.
  var dayColumn: String { isEnglish ? "determinationDate" : "认定日" }

  /// Whether the document names things in English.
  var isEnglish: Bool {
    let written = plan.document.benefits.first { $0.id.text == facts.benefit }?.each?.text ?? ""
    return written.utf8.allSatisfy { $0 < 0x80 }
  }

  /// Whether two names are of one column.
  func isSame(_ column: String, _ other: String) -> Bool { canonical(column) == canonical(other) }

  /// `certificate.level` of `证书.等级`, so that both are one column.
  private func canonical(_ column: String) -> String {
    if column == "认定日" { return "determinationDate" }
    let parts = column.split(separator: ".", maxSplits: 1).map(String.init)
    let party = plan.vocabulary.types[benefit.party]
    let index =
      parts[0] == party.partyName
      ? plan.vocabulary.typeIndex(party.id) : plan.vocabulary.typeIndex(parts[0])
    guard let index else { return column }
    let type = plan.vocabulary.types[index]
    guard parts.count == 2, let field = type.fieldIndex(parts[1]) else {
      return ([type.id] + parts.dropFirst()).joined(separator: ".")
    }
    return type.id + "." + type.fields[field].id
  }
}

extension Determination {
  /// Items whose points are known.
  fileprivate var knownItems: [String] {
    score?.items.filter { $0.points != nil }.map(\.id) ?? []
  }

  fileprivate var hasPoints: Bool { !knownItems.isEmpty }
}

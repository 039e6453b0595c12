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
  /// Columns that say something, in the order of the table.
  private(set) var facts: FactsCase
  let worked: ExampleWork.Worked

  var benefit: BenefitPlan { plan.benefits[index] }

  /// The first example of the benefit that is due; `nil` where there is none.
  init?(_ work: CaseWork, benefit index: Int) {
    let plan = work.plan
    let id = String(plan.benefits[index].id.dropFirst(plan.id.count + 1))
    for table in plan.document.examples where table.benefit.text == id {
      for row in table.rows {
        let inputs = zip(table.inputs, row.inputs)
          .filter { !$0.1.text.isEmpty }.map { FactsCase.Input($0.text, $1.text) }
        let facts = FactsCase(benefit: id, inputs: inputs)
        guard let worked = try? work.work(facts),
          worked.own?.determination.outcome == .entitled
        else { continue }
        self.plan = plan
        self.index = index
        title = row.title
        self.facts = facts
        self.worked = worked
        return
      }
    }
    return nil
  }

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

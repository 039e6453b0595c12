import Core
import PolicyDocument

extension PolicyDocument {
  /// All that was read, as text without places: two documents with equal outlines mean the same.
  var outline: String {
    var lines = ["\(front.id.text) \(front.number ?? "-") \(front.title) \(front.region)"]
    lines.append("issued \(text(front.issued)) from \(text(front.eventsFrom))")
    for section in sections {
      lines.append(
        "\(section.level) #\(section.anchor) \(section.path.joined(separator: " › ")) | "
          + "\(section.title.en) | \(section.article.map { $0.zh + " " + $0.en } ?? "-")")
      lines += section.content.flatMap(content).map { "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(_ date: CivilDate?) -> String { date?.description ?? "-" }

  private func content(_ content: Section.Content) -> [String] {
    switch content {
    case .prose(let range): ["prose \(source.slice(range))"]
    case .benefit(let index): benefit(benefits[index])
    case .table(let index): table(tables[index])
    case .sourceTable(let index): table(sourceTables[index]).map { "as written: " + $0 }
    case .assumption(let index): [assumption(assumptions[index])]
    case .stacking(let index): [rule(stacking[index])]
    case .parameters(let rows): parameters[rows].map(parameter)
    case .targets(let rows):
      targets[rows].map {
        "target \($0.kind) \($0.id.text) \($0.label) \($0.value.text) \($0.unit ?? "-") "
          + text($0.due)
      }
    case .provisions(let rows):
      provisions[rows].map { "provision \($0.kind) \($0.id.text) \($0.label) \($0.addressee)" }
    case .examples(let index): examples(self.examples[index])
    case .amendment(let index): [amendment(amendments[index])]
    }
  }

  private func amendment(_ amendment: Amendment) -> String {
    "amendment \(amendment.id.text) of \(amendment.document.text): \(amendment.action) "
      + "\(amendment.target) from \(amendment.from) by \(amendment.chosen.rawValue)"
      + (amendment.content.map { "\n" + source.slice($0) } ?? "")
  }

  private func benefit(_ benefit: Benefit) -> [String] {
    let months = benefit.months.map { "\($0.atMost) \($0.counted.word)" } ?? "-"
    let head =
      "benefit \(benefit.id.text) \(benefit.label) each \(benefit.each?.text ?? "-") "
      + "receiver \(benefit.receiver?.text ?? "-") event \(benefit.event?.text ?? "-") "
      + "from \(text(benefit.eventsFrom)) months \(months) assumes \(benefit.assumes.map(\.text)) "
      + "of-year \(benefit.recorded.map(\.text)) score \(benefit.score?.base.text ?? "-") "
      + (benefit.score?.bonus.text ?? "-") + " ranking \(benefit.ranking?.by.text ?? "-")"
    return [head] + benefit.inKind.map { "  gives \($0.key) \($0.value)" }
      + benefit.rules.map { "  \($0.kind) \($0.id.text) \($0.label) \($0.expression.text)" }
      + benefit.scoreRows.map { row in
        let evidence = row.evidence.map { "\($0)" } ?? "-"
        return "  \(row.kind) \(row.id.text) \(row.label) \(row.maximum?.text ?? "-") "
          + "\(evidence) \(row.expression?.text ?? "-")"
      }
  }

  private func table(_ table: DecisionTable) -> [String] {
    let columns = table.inputs.map(\.text) + table.outputs.map { "→ " + $0.text }
    let head =
      "table \(table.name.text) \(table.label) \(table.unit ?? "-") \(table.hitPolicy.text) \(columns)"
    return [head]
      + table.rows.map { "  \($0.label.text) \(($0.tests + $0.values).map(\.text))" }
  }

  private func examples(_ table: ExampleTable) -> [String] {
    let columns = table.inputs.map(\.text) + table.outputs.map { "→ " + $0.text }
    return ["examples \(table.benefit.text) \(columns)"]
      + table.rows.map { "  \($0.name.text) \(($0.inputs + $0.outputs).map(\.text))" }
  }

  private func parameter(_ row: ParameterRow) -> String {
    "parameter \(row.name.text) \(row.label.map { "\($0)" } ?? "-") \(text(row.from)) "
      + "\(text(row.to)) \(row.value.text) \(row.unit ?? "-") \(row.cites ?? "-")"
  }

  private func assumption(_ assumption: Assumption) -> String {
    "assumption \(assumption.name.text) \(assumption.label) = \(assumption.value.text) "
      + "\(assumption.options.map(\.text)) \(assumption.unit ?? "-") \(assumption.reason)"
  }

  private func rule(_ block: StackingBlock) -> String {
    "stacking \(block.id.text) \(block.kind.text) \(block.label) \(text(block.settings)) "
      + "assumes \(block.assumes.map(\.text)) cites \(block.cites ?? "-")"
  }

  private func text(_ settings: StackingBlock.Settings) -> String {
    let entries = settings.entries.map { "\($0.key.text): \(text($0.value))" }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  private func text(_ setting: StackingBlock.Setting) -> String {
    switch setting {
    case .scalar(let cell): cell.text
    case .list(let items, _): "[" + items.map(text).joined(separator: ", ") + "]"
    case .mapping(let settings): text(settings)
    }
  }
}

import Core
import FEEL
import PolicyDocument
import Vocabulary

extension Plan {
  /// The whole plan for people who want to see what runs: benefits, figures, stacking, then every
  /// node on a line of its own. Names are the canonical ids; `%12` is node 12.
  package var text: String {
    var lines = ["plan \(id) in \(region)"]
    for benefit in benefits { lines += self.lines(of: benefit) }
    for table in tables { lines += self.lines(of: table) }
    for parameter in parameters { lines += self.lines(of: parameter) }
    for assumption in assumptions { lines += self.lines(of: assumption) }
    for rule in stacking { lines.append(line(of: rule)) }
    lines.append("nodes")
    lines += nodes.indices.map { "  " + line(of: $0) }
    for version in versions {
      let events = version.eventsFrom.map { " events from \($0)" } ?? ""
      let days = version.determinedFrom.map { " determined from \($0)" } ?? ""
      lines.append("version\(events)\(days)")
      lines.append(version.plan.text)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func lines(of parameter: ParameterPlan) -> [String] {
    let name = "parameter \(parameter.name) : \(parameter.type.name.en)\(unit(parameter.unit))"
    let values = parameter.values.map { dated in
      let span = "\(dated.from?.description ?? "")..\(dated.to?.description ?? "")"
      return "  \(span) \(dated.value.literalText)"
    }
    return [name] + values + parameter.locals.map(line(of:))
  }

  func lines(of assumption: AssumptionPlan) -> [String] {
    let value = assumption.value.literalText
    return ["assumption \(assumption.name) = \(value)\(unit(assumption.unit))"]
      + assumption.locals.map(line(of:))
  }

  func lines(of benefit: BenefitPlan) -> [String] {
    let subject = vocabulary.types[benefit.subject]
    let receiver = benefit.receiver.map { ", paid to \(subject.fields[$0].id)" } ?? ""
    let start = benefit.eventsFrom.map { " from \($0)" } ?? ""
    let figure = benefit.start.map { ", by assumption \(assumptions[$0].name)" } ?? ""
    let by =
      benefit.startsBy.isAlways { $0 == .event } ? "" : ", held against \(text(benefit.startsBy))"
    let event = benefit.event == .determination ? ", by date of determination" : ""
    let recorded = benefit.recorded.map { vocabulary.types[$0].id }.joined(separator: ", ")
    let each =
      benefit.isOfParty
      ? subject.id + (recorded.isEmpty ? "" : " with \(recorded) of the year")
      : "\(subject.id) of \(vocabulary.types[benefit.party].id)"
    var lines = [
      "benefit \(benefit.id) \(benefit.label.zh) · \(benefit.label.en)",
      "  each \(each)\(receiver)\(event)\(start)\(figure)\(by)",
    ]
    lines += benefit.definitions.map { line("definition", $0) }
    lines += benefit.conditions.map { line("condition", $0) }
    lines += benefit.exclusions.map { line("exclusion", $0) }
    switch benefit.payment {
    case .once(let amount): lines.append(line("amount", amount))
    case .monthly(let monthly):
      lines.append("  months at most \(monthly.atMost), counted by \(text(monthly.counted))")
      lines.append(line("first", monthly.first))
      lines.append(line("counts", monthly.counts))
      lines.append(line("rate", monthly.rate))
    case .inKind(let items): lines += items.map { "  in kind \($0.key): \($0.value.en)" }
    case .score(let sheet): lines += self.lines(of: sheet)
    }
    return lines + benefit.caps.map { line("cap", $0) }
  }

  private func lines(of sheet: ScoreSheet) -> [String] {
    ["  score of base \(sheet.base) and bonus \(sheet.bonus)"]
      + sheet.items.map { item in
        let most = item.maximum.map { " in 0..\($0)" } ?? ""
        return line(item.kind.rawValue + most, item.rule)
      }
      + sheet.vetoes.map { line("veto", $0.rule) }
  }

  /// A region's own value: `  in 330302 2020-01-01.. 32`.
  private func line(of local: LocalFigure) -> String {
    let span = "\(local.from?.description ?? "")..\(local.to?.description ?? "")"
    return "  in \(local.region) \(span) \(local.value.literalText)"
  }

  private func line(_ kind: String, _ rule: RulePlan) -> String {
    "  \(kind) \(rule.id) = %\(rule.node)  # \(rule.text)"
  }

  func lines(of table: TablePlan) -> [String] {
    let inputs = table.inputs.map { "%\($0)" }.joined(separator: ", ")
    let each = table.element.map { " each " + Vocabulary.publicID(of: $0) } ?? ""
    let head =
      "table \(table.name) \(table.hitPolicy.rawValue) (\(inputs))\(unit(table.unit))\(each)"
    return [head]
      + table.rows.map { "  \($0.label.zh): \(text(of: $0.tests)) -> %\($0.value)" }
  }

  private func unit(_ unit: String?) -> String { unit.map { " [\($0)]" } ?? "" }
}

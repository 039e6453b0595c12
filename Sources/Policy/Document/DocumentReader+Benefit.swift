import Core
import YAMLText

extension DocumentReader {
  /// A ```` ```yaml benefit ```` block; the next table of the section is its rule table.
  mutating func readBenefit(_ content: SourceRange, block: SourceRange) {
    closeBenefit()
    ruleTable = .unreadable
    guard let node = yaml(content) else { return }
    let allowed = [
      "id", "label", "each", "receiver", "event", "events-from", "months", "in-kind", "assumes",
      "of-year", "score", "ranking",
    ]
    guard
      let fields = fields(of: node, name: "", allowed: allowed, required: ["id", "label", "each"])
    else { return }
    let label = labels(fields["label"], "label")
    let id = identifier(fields["id"], "id")
    let benefit = Benefit(
      id: id ?? Cell(text: "", range: node.range), label: label ?? Bilingual(id?.text ?? ""),
      section: currentSection, each: text(fields["each"], "each"),
      receiver: path(fields["receiver"], "receiver"), event: text(fields["event"], "event"),
      start: startDay(fields["events-from"], "events-from"), months: months(fields["months"]),
      inKind: inKind(fields["in-kind"]),
      assumes: assumed(fields["assumes"]), recorded: names(fields["of-year"], "of-year"),
      score: scoreTotals(fields["score"]), ranking: ranking(fields["ranking"]), range: block)
    if let id { register(id, as: .benefit) }
    append(.benefit(benefits.count))
    benefits.append(benefit)
    ruleTable = .awaited
    if fields["score"] != nil { scoreTable = benefit.score == nil ? .unreadable : .awaited }
  }

  /// Called where the section of a benefit ends: it should have its rules by then.
  mutating func closeBenefit() {
    defer {
      ruleTable = .unexpected
      scoreTable = .unexpected
    }
    guard let benefit = benefits.last else { return }
    if scoreTable == .awaited {
      report(.benefitWithoutScore(benefit.id.text), at: benefit.id.range)
    } else if ruleTable == .awaited, scoreTable == .unexpected {
      report(.benefitWithoutTable(benefit.id.text), at: benefit.id.range)
    }
  }

  private mutating func path(_ node: YAML?, _ key: String) -> Cell? {
    guard let node, let cell = text(node, key) else { return nil }
    let parts = cell.text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.contains(where: { !String($0).isName }) {
      report(wrongValue(key, node, .path), at: node.range)
    }
    return cell
  }

  private mutating func months(_ node: YAML?) -> Benefit.Months? {
    guard let node,
      let fields = fields(
        of: node, name: "months", allowed: ["at-most", "counted"],
        required: ["at-most", "counted"]),
      let atMost = fields["at-most"], let counted = fields["counted"]
    else { return nil }
    let number = atMost.text.flatMap { Int($0) } ?? 0
    if !(1...600).contains(number) {
      report(wrongValue("at-most", atMost, .wholeNumber), at: atMost.range)
    }
    let way: DependentWord<Benefit.Months.Counted>? = dependentWord(counted, "counted")
    guard let way, (1...600).contains(number) else { return nil }
    return Benefit.Months(atMost: number, counted: way)
  }

  private mutating func inKind(_ node: YAML?) -> [(key: String, value: Bilingual)] {
    guard let node else { return [] }
    guard let entries = node.entries else {
      report(wrongValue("in-kind", node, .mapping), at: node.range)
      return []
    }
    var given: [(key: String, value: Bilingual)] = []
    for entry in entries {
      if YAML.isReadAsBoolean(entry.key) { report(.booleanKey(entry.key), at: entry.keyRange) }
      if let label = labels(entry.value, entry.key) { given.append((entry.key, label)) }
    }
    return given
  }
}

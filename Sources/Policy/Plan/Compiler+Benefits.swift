import Core
import FEEL
import PolicyDocument
import Vocabulary

extension Compiler {
  mutating func compileBenefits() {
    for (index, benefit) in document.benefits.enumerated() { compile(benefit, at: index) }
  }

  private mutating func compile(_ benefit: Benefit, at index: Int) {
    guard let each = benefit.each, let subject = type(named: each) else { return }
    guard let party = party(of: subject), isAboutParty(benefit, subject, each) != nil else {
      return
    }
    enterScope(subject: subject == party ? nil : subject, party: party)
    defer { leaveScope() }
    var tables = document.tables.indices.filter { owner(ofTable: $0) == index }
    var built = BenefitPlan(
      id: plan.id + "/" + benefit.id.text, label: benefit.label,
      place: place(benefit.section, benefit.range), subject: subject, party: party,
      receiver: receiver(of: benefit, subject: subject),
      event: benefit.event == nil ? .ofSubject : .determination,
      eventsFrom: benefit.eventsFrom ?? document.front.eventsFrom,
      payment: .inKind(benefit.inKind))
    for rule in benefit.rules where rule.kind == .definition {
      let needed = tables.filter { mentions(rule.expression, document.tables[$0]) }
      for table in needed { compile(document.tables[table]) }
      tables.removeAll { needed.contains($0) }
      guard let compiled = compileRule(rule, in: benefit) else {
        lowering.scope.broken.insert(rule.id.text)
        continue
      }
      defineRule(compiled, rule)
      built.definitions.append(compiled)
    }
    for table in tables { compile(document.tables[table]) }
    for rule in benefit.rules where rule.kind == .condition {
      if let compiled = compileRule(rule, in: benefit, [.boolean]) {
        built.conditions.append(compiled)
      }
    }
    for rule in benefit.rules where rule.kind == .exclusion {
      if let compiled = compileRule(rule, in: benefit, [.boolean]) {
        built.exclusions.append(compiled)
      }
    }
    for rule in benefit.rules where rule.kind == .cap {
      if let compiled = compileRule(rule, in: benefit, [.number]) { built.caps.append(compiled) }
    }
    built.start = (benefit.start ?? document.front.start)?.assumption.flatMap { day($0) }
    if let by = document.front.startsBy { built.startsBy = setting(by, of: "by") }
    built.recorded = recorded(benefit, subject)
    built.ranking = ranking(benefit)
    if let payment = payment(of: benefit) { built.payment = payment }
    let assumes = assumptions(benefit.assumes)
    built.assumes = assumes + built.settings.filter { !assumes.contains($0) }
    plan.benefits.append(built)
  }

  private mutating func enterScope(subject: Int?, party: Int) {
    var scope = RuleScope(vocabulary: vocabulary, subject: subject, party: party)
    scope.parameters = lowering.scope.parameters
    scope.assumptions = lowering.scope.assumptions
    scope.broken = brokenFigures
    lowering.scope = scope
  }

  private mutating func leaveScope() {
    var scope = RuleScope(vocabulary: vocabulary, subject: nil, party: nil)
    scope.parameters = lowering.scope.parameters
    scope.assumptions = lowering.scope.assumptions
    scope.broken = brokenFigures
    lowering.scope = scope
  }

  private mutating func defineRule(_ compiled: RulePlan, _ rule: Rule) {
    refuseTaken(compiled.id, rule.id.range)
    lowering.scope.definitions[compiled.id] = (compiled, lowering.nodes[compiled.node].type)
  }

  /// A table belongs to the benefit that most closely precedes it.
  private func owner(ofTable index: Int) -> Int? {
    document.benefits.lastIndex { $0.range.start < document.tables[index].range.start }
  }

  private func mentions(_ cell: Cell, _ table: DecisionTable) -> Bool {
    let parsed = try? Parser.expression(document.source, within: cell.range)
    return table.outputs.contains { parsed?.root.uses($0.text) ?? false }
  }

  /// `学徒.单位`: the subject's reference field that names who receives.
  private mutating func receiver(of benefit: Benefit, subject: Int) -> Int? {
    guard let cell = benefit.receiver else { return nil }
    let type = vocabulary.types[subject]
    let parts = cell.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, vocabulary.typeIndex(parts[0]) == subject,
      let index = type.fieldIndex(parts[1]), case .reference = type.fields[index].type
    {
      let field = type.fields[index]
      lowering.nameUses.append(
        NameUse(
          range: cell.range, zh: type.name.zh + "." + field.name.zh, en: type.id + "." + field.id))
      return index
    }
    refuse(
      "PLN031", cell.range,
      Bilingual(
        zh: "“\(cell.text)”不是\(type.name.zh)的引用字段",
        en: "“\(cell.text)” is no reference field of \(type.id)"),
      Bilingual(
        zh: "receiver 写成“\(type.name.zh).字段”，字段要指向一个当事方。",
        en: "Write receiver as “\(type.id).field”, a field that names a party."))
    return nil
  }

  private mutating func payment(of benefit: Benefit) -> BenefitPlan.Payment? {
    if let months = benefit.months { return monthly(benefit, months) }
    if let totals = benefit.score { return scoreSheet(benefit, totals).map { .score($0) } }
    guard let amount = benefit.rules.first(where: { $0.kind == .amount }) else { return nil }
    return compileRule(amount, in: benefit, [.number]).map(BenefitPlan.Payment.once)
  }

  private mutating func monthly(
    _ benefit: Benefit, _ months: Benefit.Months
  ) -> BenefitPlan.Payment? {
    func rule(_ kind: Rule.Kind) -> Rule? { benefit.rules.first { $0.kind == kind } }
    guard let first = rule(.first), let counts = rule(.counts), let rate = rule(.rate) else {
      return nil
    }
    let firstPlan = compileRule(first, in: benefit, [.date])
    lowering.scope.hasMonth = true
    defer { lowering.scope.hasMonth = false }
    let countsPlan = compileRule(counts, in: benefit, [.boolean])
    let ratePlan = compileRule(rate, in: benefit, [.number])
    guard let firstPlan, let countsPlan, let ratePlan else { return nil }
    return .monthly(
      MonthlyPlan(
        atMost: months.atMost, counted: setting(months.counted, of: "counted"), first: firstPlan,
        counts: countsPlan, rate: ratePlan))
  }
}

extension Expression {
  /// Whether a name stands anywhere in the expression.
  fileprivate func uses(_ name: String) -> Bool {
    switch kind {
    case .name(name), .path(_, name, _): return true
    default: break
    }
    return children.contains { $0.uses(name) }
  }
}

import Core
import Determination
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// The facts, parameters, assumptions and table rows a rule used.
extension Explainer {
  func facts(_ trace: Trace) -> [FactUse] {
    trace.facts.compactMap { fact in
      if case .supposed = fact.record { return nil }
      let type = world.entity(of: fact.record)
      let field = type.fields[fact.field]
      let value = world.read(fact.field, of: fact.record)
      return FactUse(
        type: Vocabulary.publicID(of: type.id), typeLabel: type.name, record: name(of: fact.record),
        field: field.id,
        fieldLabel: field.name,
        value: value.map { Shown($0, open(field, $0) ?? display.text($0, field: field)) }
          ?? Shown(.null, Display.unknown), isKnown: value != nil)
    }
  }

  /// The end of a spell that goes on.
  private func open(_ field: Field, _ value: Value) -> Bilingual? {
    field.absence == .openEnded && value.isNone ? Bilingual(zh: "至今", en: "until now") : nil
  }

  /// The id of a record, or its number among the party's records of the type.
  private func name(of reference: RecordReference) -> String {
    switch reference {
    case .ofYear(let records): return String(records.year)
    case .child(let child): return "#\(child.place + 1)"
    default: break
    }
    guard let record = world.record(reference) else { return "?" }
    if let id = record.id { return id }
    guard case .record(let position) = reference, let party = record.party else { return "?" }
    let all = world.facts.positions(of: record.type, party: party)
    return "#\((all.firstIndex(of: position) ?? 0) + 1)"
  }

  /// Tells of the figures in a candidate's reasons; of one that several rules used only once.
  func tell(of figures: [Trace.Figure], in candidate: inout Candidate) {
    for figure in figures where candidate.figures.insert(figure).inserted {
      candidate.reasons.append(reason(figure))
    }
  }

  func reason(_ figure: Trace.Figure) -> Reason {
    switch figure {
    case .parameter(let index, let day, let local):
      reason(plan.parameters[index], day, local: local)
    case .assumption(let index, let local): reason(plan.assumptions[index], local: local)
    case .table(let index, let row): reason(plan.tables[index], row)
    }
  }

  private func reason(_ parameter: ParameterPlan, _ day: CivilDate, local: Int?) -> Reason {
    let dated = parameter.value(on: day)
    let original = dated.map { Shown($0.value, withUnit($0.value, parameter.unit)) }
    let place = citation(dated?.place ?? parameter.values[0].place)
    if let local {
      return reason(
        .parameter, parameter.name, parameter.label, parameter.locals[local], parameter.unit,
        original: original, place)
    }
    let span = LocalUse.span(dated?.from, dated?.to)
    return Reason(
      kind: .parameter, id: parameter.name, label: parameter.label,
      value: original, verdict: .applied,
      note: Bilingual(
        zh: "按 \(day) 取值" + (span.map { "（\($0.zh)）" } ?? ""),
        en: "as of \(day)" + (span.map { " (\($0.en))" } ?? "")),
      citation: place)
  }

  /// A figure that the party's region has set otherwise, with the document's own value beside it.
  private func reason(
    _ kind: Reason.Kind, _ name: String, _ label: Bilingual, _ local: LocalFigure, _ unit: String?,
    original: Shown?, _ place: Citation
  ) -> Reason {
    let use = LocalUse(
      original: original, region: local.region, from: local.from, to: local.to,
      reason: local.reason, by: local.by, cites: local.cites, since: local.since)
    return Reason(
      kind: kind, id: name, label: label,
      value: Shown(local.value, withUnit(local.value, unit)), verdict: .applied, note: use.words,
      local: use, citation: place)
  }

  /// An assumption that a reading rests on, as it holds for a party.
  func figure(ofAssumption index: Int, _ locality: Locality) -> Trace.Figure {
    let local: Int? =
      if case .local(let local) = locality.choice(of: plan.assumptions[index], on: world.on) {
        local
      } else { nil }
    return .assumption(index, local: local)
  }

  private func reason(_ assumption: AssumptionPlan, local: Int?) -> Reason {
    if let local {
      return reason(
        .assumption, assumption.name, assumption.label, assumption.locals[local], assumption.unit,
        original: Shown(assumption.value, withUnit(assumption.value, assumption.unit)),
        citation(assumption.place))
    }
    return Reason(
      kind: .assumption, id: assumption.name, label: assumption.label,
      value: Shown(assumption.value, withUnit(assumption.value, assumption.unit)),
      verdict: .applied, note: assumption.reason, citation: citation(assumption.place))
  }

  private func reason(_ table: TablePlan, _ row: Int) -> Reason {
    let hit = table.rows[row]
    var value: Shown?
    if case .constant(let constant) = plan.nodes[hit.value].operation {
      value = Shown(constant, withUnit(constant, table.unit))
    }
    return Reason(
      kind: .table, id: table.name, label: table.label, value: value, verdict: .applied,
      note: Bilingual(zh: "适用的行：\(hit.label.zh)", en: "row that applies: \(hit.label.en)"),
      citation: citation(hit.place))
  }

  private func withUnit(_ value: Value, _ unit: String?) -> Bilingual {
    let text = display.text(value)
    guard let unit, !unit.isEmpty else { return text }
    return Bilingual(zh: text.zh + " " + unit, en: text.en + " " + Explainer.english(unit))
  }

  /// Units that documents write in Chinese.
  private static func english(_ unit: String) -> String {
    switch unit {
    case "元": "yuan"
    case "万元": "×10,000 yuan"
    case "月", "个月": "months"
    case "年": "years"
    case "学时", "课时", "小时": "hours"
    case "天", "日": "days"
    case "人": "persons"
    default: unit
    }
  }
}

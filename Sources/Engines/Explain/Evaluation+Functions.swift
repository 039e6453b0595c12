import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// The policy functions and catalogue look-ups.
extension Evaluation {
  mutating func call(_ function: PolicyFunction, _ arguments: [NodeID]) -> Held {
    if let supposed = world.supposed[function] {
      // What is asked of the list belongs to the reasons, whatever the list says.
      for argument in arguments { _ = held(argument) }
      return suppose(supposed, function)
    }
    switch function {
    case .covers: return covers(arguments[0], arguments[1])
    case .coveredMonths: return coveredMonths(arguments[0], through: arguments[1])
    case .nextMonth: return nextMonth(arguments[0])
    case .monthEnd: return monthEnd(arguments[0])
    case .isLocal: return isLocal(arguments[0])
    case .inShortage, .inAllowanceList:
      return isListed(function.catalogue ?? "", arguments[0], arguments[1])
    case .ofYear: return ofYear(arguments[0], arguments[1])
    case .sumOfHighest: return sumOfHighest(arguments[0], arguments[1])
    case .appraisalStandard: return appraisalStandard(arguments[0], arguments[1])
    }
  }

  /// What a worked example supposes of a catalogue.
  private mutating func suppose(
    _ supposed: Supposition, _ function: PolicyFunction
  ) -> Held {
    if case .value(let value) = supposed { return .value(value) }
    return .unknown(unpublished(function.catalogue ?? ""))
  }

  func noDate(_ node: NodeID) -> Unknown {
    Unknown(defect: .noDate(at: plan.nodes[node].range))
  }

  private mutating func isLocal(_ region: NodeID) -> Held {
    let held = held(region)
    guard case .value(.string(let code)) = held else {
      return held.unknown.map(Held.unknown) ?? .no
    }
    return .value(.boolean(code.isRegion(within: prepared.region)))
  }

  private mutating func isListed(
    _ catalogue: String, _ occupation: NodeID, _ year: NodeID
  ) -> Held {
    let found = lookUp(catalogue, year: year, ["occupation": occupation])
    switch found {
    case .edition(let rows, _): return .value(.boolean(!rows.isEmpty))
    case .unknown(let unknown): return .unknown(unknown)
    }
  }

  private mutating func appraisalStandard(_ occupation: NodeID, _ level: NodeID) -> Held {
    let found = lookUp(
      "appraisal-standards", year: nil, ["occupation": occupation, "level": level])
    switch found {
    case .unknown(let unknown): return .unknown(unknown)
    case .edition(let rows, let asked):
      guard let catalogue = world.vocabulary.catalogue("appraisal-standards"),
        let amount = catalogue.fieldIndex("amount"), case .known(let value)? = rows.first?[amount]
      else { return .unknown(unpublished("appraisal-standards", asked)) }
      return .value(value)
    }
  }

  private enum Found {
    /// The rows that match, and what was asked.
    case edition([[FactValue]], Need.Entry)
    case unknown(Unknown)
  }

  /// Rows of the document region's edition of a catalogue that match; an edition without any row
  /// was not published, and what it says is unknown.
  private mutating func lookUp(
    _ id: String, year: NodeID?, _ keys: [String: NodeID]
  ) -> Found {
    guard let catalogue = world.vocabulary.catalogue(id) else { return .unknown(Unknown()) }
    var missing: Unknown?
    func known(_ held: Held) -> Value? {
      if case .value(let value) = held { return value }
      missing = held.unknown?.union(missing) ?? missing
      return nil
    }
    var edition: [(field: Int, value: Value)] = []
    if catalogue.edition.contains("region"), let field = catalogue.fieldIndex("region") {
      edition.append((field, .string(prepared.region)))
    }
    var asked = Need.Entry()
    if let year, let field = catalogue.fieldIndex("year"), let value = known(held(year)) {
      if case .number(let number) = value { asked.year = number.integer }
      edition.append((field, value))
    }
    var wanted: [(field: Int, value: Value)] = []
    for (name, node) in keys.sorted(by: { $0.key < $1.key }) {
      guard let field = catalogue.fieldIndex(name), let value = known(held(node)) else { continue }
      asked.keys[name] = value.text
      wanted.append((field, value))
    }
    let rows = world.facts.catalogues[id] ?? []
    let entry = CatalogueEntry(
      catalogue: id, region: prepared.region, year: asked.year, keys: asked.keys)
    if !rows.contains(where: edition) || world.facts.isUntold(entry) {
      return .unknown(unpublished(id, asked).union(missing))
    }
    return missing.map(Found.unknown) ?? .edition(rows.rows(where: edition + wanted), asked)
  }

  /// An edition that was not published, or that does not say what is asked.
  private func unpublished(_ id: String, _ asked: Need.Entry = Need.Entry()) -> Unknown {
    world.vocabulary.catalogues.firstIndex { $0.id == id }.map {
      Unknown(.edition(catalogue: $0, region: prepared.region, asked))
    } ?? Unknown()
  }
}

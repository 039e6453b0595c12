import Core
import FEEL
import PolicyDocument
import PolicyPlan
import Vocabulary

extension BandTable {
  /// The decision tables of a plan, each once, however many result columns it has.
  static func all(of plan: Plan, _ uses: [Int: [Known]]) -> [BandTable] {
    var seen: Set<SourceRange> = []
    return plan.tables.indices.compactMap { index in
      let range = plan.tables[index].place.range
      guard seen.insert(range).inserted else { return nil }
      let same = plan.tables.indices.filter { plan.tables[$0].place.range == range }
      return BandTable(plan, same, same.flatMap { uses[$0] ?? [] })
    }
  }

  private init(_ plan: Plan, _ indexes: [Int], _ uses: [Known]) {
    let table = plan.tables[indexes[0]]
    let ranges = Ranges(plan: plan)
    let isKnown = table.inputs.map { plan.measure(of: $0) != nil }
    self.init(
      name: table.label, range: table.place.range,
      columns: table.inputs.map {
        Column(plan, $0, domain: ranges.declared($0, Known()))
      },
      rows: table.rows.enumerated().map { position, row in
        Row(
          label: row.label, range: row.place.range,
          tests: zip(row.tests, isKnown).map { $1 ? plan.criterion($0) : $0.ifAny },
          values: indexes.map { plan.value(of: plan.tables[$0].rows[position].value) })
      }, policy: Policy(table.hitPolicy))
    let domains = uses.filter { !$0.isImpossible }.map { known in
      Domain(
        declared: table.inputs.map { ranges.declared($0, known.bare) },
        given: table.inputs.map { known.given.isEmpty ? nil : ranges.set(of: $0, known) })
    }
    if !domains.isEmpty { self.domains = domains.uniqued }
  }
}

extension PlanTest {
  /// Of a test on values that the linter does not know: only “anything” says something.
  fileprivate var ifAny: Criterion {
    if case .any = self { .any } else { .opaque }
  }
}

extension BandTable.Policy {
  fileprivate init(_ policy: HitPolicy) {
    switch policy {
    case .unique: self = .unique
    case .any: self = .any
    case .first: self = .first
    case .sum, .minimum, .maximum: self = .someOf
    case .count: self = .every
    }
  }
}

extension BandTable.Column {
  /// An input of a plan's table, by the name that the sentence beside a rule gives it.
  init(_ plan: Plan, _ input: NodeID, domain: ValueSet?) {
    let type = plan.fieldType(of: input)
    self.init(
      name: plan.shortName(of: input), measure: plan.measure(of: input) ?? .text,
      words: type?.words ?? [:], reads: plan.reads(of: input), key: plan.key(of: input),
      domain: domain, start: plan.document.front.eventsFrom ?? plan.document.front.issued)
  }
}

extension Plan {
  /// What people call a quantity; of a field of something that has itself to be described, the
  /// field's name alone.
  func shortName(of node: NodeID) -> Bilingual {
    if case .field(let field, let base) = nodes[node].operation,
      case .record(let id) = nodes[base].type, let type = vocabulary.type(id)
    {
      switch nodes[base].operation {
      case .subject, .party, .element:
        // A truth value reads as a sentence.
        guard case .boolean = nodes[node].type else { break }
        return Bilingual(
          zh: "\(type.name.zh)的\(type.fields[field].name.zh)",
          en: "the \(type.name.en)’s \(type.fields[field].name.en)")
      default: return type.fields[field].name
      }
    }
    return words(for: node)
  }
}

extension FieldType {
  /// The names of single values.
  var words: [String: Bilingual] {
    switch self {
    case .enumeration(let values):
      Dictionary(values.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    case .number(_, _, let labels):
      Dictionary(
        labels.map {
          ($0.id, Bilingual(zh: "\($0.id)（\($0.name.zh)）", en: "\($0.id) (\($0.name.en))"))
        }, uniquingKeysWith: { first, _ in first })
    default: [:]
    }
  }
}

extension [BandTable.Domain] {
  fileprivate var uniqued: [BandTable.Domain] {
    var seen: Set<BandTable.Domain> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Ranges {
  /// The values of a node, where something says which there are: of free texts and of dates nothing
  /// does, unless a condition speaks of them.
  fileprivate func declared(_ node: NodeID, _ known: Known) -> ValueSet? {
    guard let measure = plan.measure(of: node), let set = set(of: node, known) else { return nil }
    return measure != .boolean && set == .all(measure) ? nil : set
  }
}

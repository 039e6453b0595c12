import Core
import FEEL

/// What an evaluation has read, in the order of first reading: the raw material of explanations.
struct Trace {
  struct Fact: Hashable {
    let record: RecordReference
    let field: Int
  }

  /// A parameter, assumption or table that took part; of a figure that a region has set otherwise,
  /// which of its local values.
  enum Figure: Hashable {
    case parameter(Int, on: CivilDate, local: Int?)
    case assumption(Int, local: Int?)
    case table(Int, row: Int)
  }

  private(set) var facts: [Fact] = []
  private(set) var figures: [Figure] = []
  private var seenFacts: Set<Fact> = []
  private var seenFigures: Set<Figure> = []
  /// Whether anybody will read it.
  let isKept: Bool

  init(isKept: Bool) { self.isKept = isKept }

  mutating func note(_ field: Int, of record: RecordReference) {
    guard isKept else { return }
    let fact = Fact(record: record, field: field)
    if seenFacts.insert(fact).inserted { facts.append(fact) }
  }

  mutating func note(_ figure: Figure) {
    guard isKept else { return }
    if seenFigures.insert(figure).inserted { figures.append(figure) }
  }

  /// Takes over what another evaluation has read.
  mutating func append(_ other: Trace) {
    for fact in other.facts { note(fact.field, of: fact.record) }
    for figure in other.figures { note(figure) }
  }
}

import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// Facts as the inputs of an exported model: records as contexts, references followed, options by
/// their Chinese names.
struct ModelInputs {
  let facts: FactBase
  private var vocabulary: Vocabulary { facts.vocabulary }

  init(_ facts: FactBase) { self.facts = facts }

  /// The inputs for a subject: its own record or party, the party's records, the day, catalogues.
  func inputs(subject: Record, party: Record) -> Context {
    var inputs = Context()
    inputs["认定日"] = .date(facts.on)
    inputs[vocabulary.types[party.type].partyName] = value(of: party)
    if subject.party != nil { inputs[vocabulary.types[subject.type].name.zh] = value(of: subject) }
    for type in vocabulary.types.indices {
      inputs[vocabulary.types[type].name.zh + "记录"] = list(type, of: party.id ?? "", depth: 0)
    }
    for catalogue in vocabulary.catalogues {
      let rows = facts.catalogues[catalogue.id] ?? []
      inputs[catalogue.name.zh] = .list(
        rows.map { row in .context(members(catalogue.fields, row, depth: 0)) })
    }
    return inputs
  }

  private func list(_ type: Int, of party: String, depth: Int) -> Value {
    .list(
      facts.positions(of: type, party: party).map { value(of: facts.records[$0], depth: depth) })
  }

  private func value(of record: Record, depth: Int = 0) -> Value {
    let type = vocabulary.types[record.type]
    var context = members(type.fields, record.values, depth: depth)
    context["编号"] = record.id.map { .string($0) } ?? .null
    if record.party == nil, depth < 3 {
      for other in vocabulary.types.indices where vocabulary.types[other].canBelong(to: type.id) {
        context[vocabulary.types[other].name.zh] = list(
          other, of: record.id ?? "", depth: depth + 1)
      }
    }
    return .context(context)
  }

  private func members(_ fields: [Field], _ values: [FactValue], depth: Int) -> Context {
    var context = Context()
    for (field, held) in zip(fields, values) {
      guard case .known(let value) = held else {
        context[field.name.zh] = .null
        continue
      }
      context[field.name.zh] = shown(value, field, depth: depth)
    }
    return context
  }

  private func shown(_ value: Value, _ field: Field, depth: Int) -> Value {
    guard case .string(let id) = value else { return value }
    switch field.type {
    case .enumeration(let options):
      return options.first { $0.id == id }.map { .string($0.name.zh) } ?? value
    case .reference(let targets) where targets.count == 1 && depth < 3:
      return facts.party(id).map { self.value(of: $0, depth: depth + 1) } ?? .null
    default: return value
    }
  }
}

import Core
import Determination
import FEEL
import Facts
import Vocabulary

/// A number that a rule read, and what it may be instead.
struct NumberLever {
  let use: FactUse
  let need: Need
  let field: Field
  let now: Decimal128
  /// The values that the document tells apart, the nearest first.
  let values: [Decimal128]

  /// What is told of it.
  func change(to value: Decimal128, _ vocabulary: Vocabulary) -> NextStep.Change {
    let shown = Display(vocabulary: vocabulary).shown(.value(.number(value)), field: field)
    return NextStep.Change(
      fact: use, value: shown ?? Shown(.number(value), Bilingual(value.description)),
      distance: value.subtracting(now))
  }
}

/// A spell that a rule read, and that has ended.
struct EndedSpell {
  /// Its end.
  let use: FactUse
  /// Position of the record.
  let position: Int
  /// Position of its type.
  let type: Int
}

/// One thing that may be done about a case.
enum Act {
  case number(NumberLever, Decimal128)
  /// Takes a spell up again after the day.
  case resume(EndedSpell)

  /// What it is done to.
  var target: Need {
    switch self {
    case .number(let number, _): number.need
    case .resume(let spell): .records(type: spell.type, party: nil)
    }
  }
}

extension NextSteps {
  /// The numbers that any of some reasons read, each once.
  func numbers(in reasons: [Reason]) -> [NumberLever] {
    var seen: Set<Need> = []
    return reasons.flatMap(uses).compactMap { use in
      guard use.isKnown, case .number(let now) = use.value.value,
        let (need, field) = place(of: use), field.isReached, seen.insert(need).inserted
      else { return nil }
      let values = possible.tellings(of: need, in: SupposedFacts(facts)).compactMap { telling in
        if case .value(.known(.number(let number))) = telling { number } else { nil }
      }
      let near = values.filter { $0 != now }.sorted {
        ($0.distance(to: now), $0) < ($1.distance(to: now), $1)
      }
      return NumberLever(use: use, need: need, field: field, now: now, values: near)
    }
  }

  /// The numbers that every one of some reasons reads.
  func numbers(inAll reasons: [Reason]) -> [NumberLever] {
    let each = reasons.map { reason in Set(numbers(in: [reason]).map(\.need)) }
    return numbers(in: reasons).filter { number in each.allSatisfy { $0.contains(number.need) } }
  }

  /// Of each type of spell that some reasons read, the one that ended last.
  func spells(in reasons: [Reason]) -> [EndedSpell] {
    var last: [Int: (spell: EndedSpell, end: CivilDate)] = [:]
    for use in reasons.flatMap(uses) where use.isKnown {
      guard let type = facts.vocabulary.typeIndex(use.type),
        let spell = facts.vocabulary.types[type].spell, spell.to == use.field,
        case .date(let end) = use.value.value,
        case .field(_, .record(let position), _)? = place(of: use)?.need
      else { continue }
      if let other = last[type], other.end >= end { continue }
      last[type] = (EndedSpell(use: use, position: position, type: type), end)
    }
    return last.sorted { $0.key < $1.key }.map(\.value.spell)
  }

  /// The facts with something done.
  func told(_ act: Act, in base: FactBase) -> FactBase {
    switch act {
    case .number(let number, let value):
      var supposed = SupposedFacts(base)
      supposed.tell(.value(.known(.number(value))), number.need)
      return supposed.facts
    case .resume(let spell): return resumed(spell, in: base)
    }
  }

  /// The facts with a spell like one that ended, from the next day or month on and without an end.
  private func resumed(_ ended: EndedSpell, in base: FactBase) -> FactBase {
    let declared = facts.vocabulary.types[ended.type]
    guard let spell = declared.spell, let from = declared.fieldIndex(spell.from),
      let to = declared.fieldIndex(spell.to)
    else { return base }
    var values = facts.records[ended.position].values
    let isMonthly = if case .month = declared.fields[from].type { true } else { false }
    let start =
      isMonthly ? CivilDate(monthNumber: facts.on.monthNumber + 1) : facts.on.next
    values[from] = .known(.date(start))
    values[to] = .none
    var base = base
    base.add(
      record: Record(
        type: ended.type, id: "?\(base.records.count)", party: facts.records[ended.position].party,
        values: values))
    return base
  }

  private func uses(of reason: Reason) -> [FactUse] {
    reason.facts + reason.parts.flatMap(uses)
  }

  /// Where a fact that was read stands, if it is a field of a record or party.
  private func place(of use: FactUse) -> (need: Need, field: Field)? {
    guard let type = facts.vocabulary.typeIndex(use.type),
      let field = facts.vocabulary.types[type].fieldIndex(use.field)
    else { return nil }
    let declared = facts.vocabulary.types[type].fields[field]
    if let position = facts.positions(withID: use.record).first(where: {
      facts.records[$0].type == type
    }) {
      return (.field(field, of: .record(position), type: type), declared)
    }
    if use.record.hasPrefix("#"), let number = Int(use.record.dropFirst()) {
      let own = facts.positions(of: type, party: probe.finding.owner)
      guard own.indices.contains(number - 1) else { return nil }
      return (.field(field, of: .record(own[number - 1]), type: type), declared)
    }
    return nil
  }
}

extension Field {
  /// Whether its numbers are reached, and not just counted from a calendar: a year is none.
  fileprivate var isReached: Bool {
    guard case .number(let range, _, _) = type else { return false }
    return range.lowerBound < Decimal128(1900)
  }
}

extension Decimal128 {
  fileprivate func distance(to other: Decimal128) -> Decimal128 {
    let difference = subtracting(other) ?? .zero
    return difference < .zero ? difference.negated : difference
  }
}

import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// What "the same" means to a stacking rule.
struct StackingGroupKey {
  /// One value per part of the key; `nil` where it is unknown.
  let parts: [Value?]
  let unknown: Unknown?

  /// Whether two keys may be the same: known parts must be equal.
  func mayEqual(_ other: StackingGroupKey) -> Bool {
    zip(parts, other.parts).allSatisfy { left, right in
      guard let left, let right else { return true }
      return left.equals(right)
    }
  }

  /// Whether two keys are certainly the same.
  func certainlyEquals(_ other: StackingGroupKey) -> Bool {
    unknown == nil && other.unknown == nil && mayEqual(other)
  }
}

extension Stacking {
  /// The key of a candidate: its fields, and the year or month of its event.
  func key(
    _ candidate: Candidate, _ rule: StackingRule, _ per: [StackingKey],
    _ period: StackingRule.Period?
  ) -> StackingGroupKey {
    var parts: [Value?] = []
    var unknown: Unknown?
    for part in per {
      if case .definition(let name) = part {
        let held = candidate.definitions[name]
        if case .value(let value)? = held { parts.append(value) } else { parts.append(nil) }
        if case .value? = held { continue }
        unknown = (held?.unknown ?? Unknown()).union(unknown)
      }
      guard case .field(let fields) = part else { continue }
      let field = fields[min(rank(rule, candidate), fields.count - 1)]
      let value = read(field, candidate)
      parts.append(value)
      if value == nil { unknown = need(field, candidate).union(unknown) }
    }
    if let period {
      parts.append(candidate.event.map { period.value(of: $0) })
      if candidate.event == nil, let field = world.eventField(ofType: type(of: candidate)) {
        unknown = need(field, candidate).union(unknown)
      }
    }
    return StackingGroupKey(parts: parts, unknown: unknown)
  }

  func type(of candidate: Candidate) -> Int { world.type(of: candidate.subject) }

  /// Claims of a party under a rule whose own record is not among the facts: already granted, of
  /// unknown fields. They count before everything else.
  func claimsWithoutRecord(_ rule: StackingRule, owner: String) -> [Claim] {
    // When another claim comes to exist is noted with the candidates of the owner.
    var clock = Clock()
    return Claim.all(of: owner, world, &clock).filter { claim in
      guard rule.over.contains(claim.benefit),
        let type = plan.benefits.first(where: { $0.id == claim.benefit })?.subject
          ?? plan.foreign.first(where: { $0.id == claim.benefit })?.subject
      else { return false }
      guard let subject = claim.subject else { return true }
      return !world.facts.positions(withID: subject).contains {
        world.facts.records[$0].type == type && world.facts.records[$0].party == owner
      }
    }
  }

  /// A field of claims that is missing.
  func need(_ field: String, of claim: Claim) -> Unknown {
    guard let type = world.vocabulary.typeIndex("claim"),
      let index = world.vocabulary.types[type].fieldIndex(field)
    else { return Unknown() }
    return Unknown(.field(index, of: .record(claim.position), type: type))
  }

  /// The key of such a claim: only the period is known, by the day of the claim.
  func key(
    _ claim: Claim, _ per: [StackingKey], _ period: StackingRule.Period?, type: Int
  ) -> StackingGroupKey {
    var parts: [Value?] = []
    var unknown: Unknown?
    for part in per {
      switch part {
      case .party: continue
      case .field, .definition:
        parts.append(nil)
        unknown = Unknown(.record(type: type)).union(unknown)
      }
    }
    if let period {
      parts.append(claim.on.map { period.value(of: $0) })
      if claim.on == nil { unknown = need("on", of: claim).union(unknown) }
    }
    return StackingGroupKey(parts: parts, unknown: unknown)
  }
}

extension StackingRule.Period {
  /// The number of the year or month a day lies in.
  func value(of day: CivilDate) -> Value {
    switch self {
    case .year: .number(Decimal128(day.year))
    case .month: .number(Decimal128(day.monthNumber))
    }
  }
}

/// What was already granted, by a `claim` record.
struct Claim {
  /// Of its record in `FactBase.records`.
  let position: Int
  let benefit: String
  let subject: String?
  /// `nil` while nobody has told; one that is known to have no day counts before all others.
  let on: CivilDate?
  /// `nil` when the sum is unknown.
  let amount: Money?

  /// The claims of a party that exist on the day.
  static func all(of party: String, _ world: World, _ clock: inout Clock) -> [Claim] {
    guard let type = world.claims else { return [] }
    let positions = world.records(ofType: type, party: party, &clock)
    if positions.isEmpty { return [] }
    let fields = world.vocabulary.types[type]
    func read(_ name: String, _ position: Int) -> Value? {
      fields.fieldIndex(name).flatMap { world.read($0, of: .record(position)) }
    }
    return positions.compactMap { position in
      guard case .string(let benefit)? = read("benefit", position) else { return nil }
      var subject: String?
      if case .string(let id)? = read("subject", position) { subject = id }
      var amount: Money?
      if case .number(let yuan)? = read("amount", position) { amount = Money(yuan: yuan) }
      let day = read("on", position)
      let on = day?.isNone == true ? CivilDate(year: 1, month: 1, day: 1) : day.date
      return Claim(
        position: position, benefit: benefit, subject: subject, on: on, amount: amount)
    }
  }
}

import Core
import PolicyPlan

/// Which benefits of a plan bear on each other: those that stacking rules name together, directly or
/// through others. What changes one may change any of its component.
struct StackingComponents {
  /// The component of each benefit, by its position in `Plan.benefits`.
  private(set) var indices: [Int]
  /// Components in which parties compete with each other for a quota.
  private(set) var shared: Set<Int> = []
  private let names: [String]

  init(_ plan: Plan) {
    indices = Array(plan.benefits.indices)
    names = plan.benefits.map(\.id)
    let stacking = plan.scopedStacking.map(\.rule)
    for rule in stacking {
      let members = positions(rule, plan)
      guard let first = members.first else { continue }
      for other in members.dropFirst() { join(indices[first], indices[other]) }
    }
    for rule in stacking {
      if case .quota = rule.kind, let first = positions(rule, plan).first {
        shared.insert(indices[first])
      }
    }
  }

  /// The component of the first benefit of the document that a rule is about.
  func component(of rule: StackingRule) -> Int? {
    names.firstIndex { rule.over.contains($0) }.map { indices[$0] }
  }

  private mutating func join(_ one: Int, _ other: Int) {
    for position in indices.indices where indices[position] == other { indices[position] = one }
  }

  /// The benefits that a rule counts or blocks.
  private func positions(_ rule: StackingRule, _ plan: Plan) -> [Int] {
    var names = rule.over
    if case .blocks(let lower, _) = rule.kind { names += lower }
    return plan.benefits.indices.filter { names.contains(plan.benefits[$0].id) }
  }
}

/// When the benefits of each party would come out otherwise, component by component.
struct PartyClocks {
  private struct Key: Hashable {
    let party: String
    let component: Int
  }

  private let components: StackingComponents
  private var own: [Key: Clock] = [:]
  private var shared: [Int: Clock] = [:]

  init(_ components: StackingComponents) { self.components = components }

  /// Notes what bears on a party's share of a benefit.
  mutating func note(_ clock: Clock, _ party: String, benefit: Int) {
    guard clock.next != nil else { return }
    let component = components.indices[benefit]
    own[Key(party: party, component: component), default: Clock()].note(clock)
    if components.shared.contains(component) { note(clock, component: component) }
  }

  /// Notes what bears on every party's share of a component.
  mutating func note(_ clock: Clock, component: Int) {
    shared[component, default: Clock()].note(clock)
  }

  /// When a party's share of a benefit may change.
  func until(_ party: String, benefit: Int) -> CivilDate? {
    let component = components.indices[benefit]
    var clock = shared[component] ?? Clock()
    if let own = own[Key(party: party, component: component)] { clock.note(own) }
    return clock.next
  }

  /// When any of the parties' shares may change, entries that are not there yet included.
  ///
  /// - Parameter candidates: all there are.
  /// - Returns: by party; those of whom nothing changes by itself are left out.
  func due(_ candidates: [Candidate]) -> [String: CivilDate] {
    var clocks: [String: Clock] = [:]
    for (key, clock) in own { clocks[key.party, default: Clock()].note(clock) }
    for candidate in shared.isEmpty ? [] : candidates {
      if let clock = shared[components.indices[candidate.benefit]] {
        clocks[candidate.owner, default: Clock()].note(clock)
      }
    }
    return clocks.compactMapValues(\.next)
  }
}

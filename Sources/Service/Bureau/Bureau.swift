package import Casework
import Core
package import Determinations
package import Ledger
package import Messages
package import Office
import Passwords
package import Payout
package import People
import PolicyPlan
import Procedures
package import Registry
import Vocabulary

/// The rooms of the office joined to one another and to the registry: what is found becomes cases,
/// cases set money aside, payments close them, and the registry learns what was granted.
package struct Bureau: Sendable {
  package let office: OfficeStore
  package let people: People
  package let casework: Casework
  package let ledger: Ledger
  package let payout: Payout
  package let messages: Messages
  package let setup: Setup
  package let registry: Registry
  package let determinations: DeterminationStore
  package let rules: Rulebook

  /// Every room that keeps something in the office's database, those that others refer to first.
  package static let rooms = [
    People.room, Ledger.room, Casework.room, Payout.room, Messages.room,
  ]

  /// - Parameters:
  ///   - office: opened with `Bureau.rooms`.
  ///   - people: over the same office.
  ///   - setup: what the folder `Procedures` says.
  ///   - registry: the facts.
  ///   - determinations: what was determined of them.
  ///   - rules: the plans, with what regions have set in the place of their figures.
  /// - Throws: `StoreError`.
  package init(
    _ office: OfficeStore, people: People, setup: Setup, registry: Registry,
    determinations: DeterminationStore, rules: Rulebook
  ) throws {
    self.office = office
    self.people = people
    self.setup = setup
    self.registry = registry
    self.determinations = determinations
    self.rules = rules
    let ledger = Ledger(clock: office.clock)
    let messages = Messages(texts: setup.texts, seal: office.seal, clock: office.clock)
    let plans = rules.plans
    let effects = MoneyEffects(
      ledger: ledger, messages: messages, payout: Payout(office), funding: setup.funding,
      plans: Dictionary(plans.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      benefits: Dictionary(
        plans.flatMap(\.benefits).map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first }
      ), clock: office.clock)
    let days = KnownCalendar(registry)
    casework = try Casework(
      office, procedures: setup.procedures, calendar: { days.calendar }, effects: effects)
    self.ledger = ledger
    self.messages = messages
    payout = Payout(office, listeners: [PaymentOutcomes(casework: casework, ledger: ledger)])
  }

  package var clock: OfficeClock { office.clock }
}

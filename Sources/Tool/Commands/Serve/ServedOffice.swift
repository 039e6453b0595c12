import Bureau
import Demonstration
import Determinations
import HTTP
import Messages
import PolicyPlan
import Registry
import Workbench

/// The office behind the sign-in, while the site is served: its rooms, and what they do by
/// themselves.
struct ServedOffice {
  let bureau: Bureau
  /// Where everybody in it is invented.
  let demonstration: Demonstration?
  private let delivery: ServeDelivery

  /// The office beside the registry; `nil` where nobody has begun one.
  ///
  /// - Parameters:
  ///   - place: where it lies.
  ///   - home: what is done how.
  ///   - registry: the facts.
  ///   - store: what was determined of them.
  ///   - rules: the plans.
  ///   - delivery: how letters leave.
  /// - Throws: what is wrong with any of it.
  init?(
    _ place: OfficePlace, _ home: Home, _ registry: Registry, _ store: DeterminationStore,
    _ rules: Rulebook, _ delivery: ServeDelivery
  ) throws {
    guard place.exists else { return nil }
    let office = try place.open()
    demonstration = try Demonstration(office)
    if demonstration != nil, try !DemonstrationMaker.isInvented(registry) {
      throw DemonstrationProblem.realFacts(registry: registry.name)
    }
    bureau = try Bureau(office, home, registry, store, rules)
    self.delivery = delivery
  }

  /// - Throws: `DemonstrationProblem.notForOthers` for a demonstration that others could open.
  func check(_ reach: ServeReach) throws(DemonstrationProblem) {
    if demonstration != nil, !reach.isThisMachineAlone { throw .notForOthers }
  }

  /// Work on threads of its own, until it is stopped.
  struct Running {
    fileprivate let rounds: RoundLoop
    fileprivate let letters: DeliveryLoop?

    func stop() {
      rounds.stop()
      letters?.stop()
    }
  }

  /// Begins the rounds and the delivery of letters.
  ///
  /// - Parameters:
  ///   - site: the address that links in letters begin with.
  ///   - session: where failures are told.
  /// - Returns: what is to be stopped.
  func start(site: String, _ session: Session) -> Running {
    let report: @Sendable (any Error) -> Void = { session.tell($0) }
    let running = Running(
      rounds: RoundLoop(bureau, report: report),
      letters: delivery.loop(bureau, site: site, report: report))
    running.rounds.start()
    running.letters?.start()
    return running
  }
}

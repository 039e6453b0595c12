import Comparison
import Core
import Determination
import Determinations
import Explain
import LocalValues
import Registry
import Workbench

/// Both sides of `compare`: the left one by its own options, the right one by those that begin with
/// `and`, and by the left one's where it has none.
struct ComparedSides {
  private let arguments: Arguments
  private let session: Session
  private let benches: (left: Workbench, right: Workbench)
  private let registry: Registry?

  /// - Throws: `UsageError` for options that do not go together, and when both sides are the same.
  init(_ arguments: Arguments, _ session: Session) throws {
    self.arguments = arguments
    self.session = session
    try ComparedSides.check(arguments)
    let home = try Home.find(arguments, session.environment)
    let bench = try Workbench(home, policies: arguments[.policies]).sound()
    let other = try arguments[.andPolicies].map { try Workbench(home, policies: $0).sound() }
    benches = (bench, other ?? bench)
    registry =
      arguments.has(.party)
      ? try Registry.open(arguments, home, session, vocabulary: bench.vocabulary) : nil
  }

  private static func check(_ arguments: Arguments) throws(UsageError) {
    try arguments.refuseTogether(.facts, .party)
    guard arguments.has(.facts) || arguments.has(.party) else {
      throw .noneOf([.facts, .party])
    }
    for (one, other) in [
      (Option.andFacts, Option.facts), (.andParty, .party), (.known, .party), (.andKnown, .party),
    ] where arguments.has(one) && !arguments.has(other) {
      throw .needs(one, other)
    }
    guard Option.andOptions.contains(where: { arguments.has($0) }) else {
      throw .noneOf(Option.andOptions)
    }
  }

  /// The value of the right side's option, else of the left side's.
  func right(_ option: Option, else left: Option) -> String? {
    arguments[option] ?? arguments[left]
  }

  func left() throws -> Report {
    try report(
      facts: arguments[.facts], party: arguments[.party], on: arguments.date(.on), known: .known,
      bench: benches.left, locals: .localValues)
  }

  func right() throws -> Report {
    try report(
      facts: right(.andFacts, else: .facts), party: right(.andParty, else: .party),
      on: arguments.date(.andOn) ?? arguments.date(.on),
      known: arguments.has(.andKnown) ? .andKnown : .known, bench: benches.right,
      locals: arguments.has(.andLocalValues) ? .andLocalValues : .localValues)
  }

  private func report(
    facts: String?, party: String?, on: CivilDate?, known: Option, bench: Workbench,
    locals: Option
  ) throws -> Report {
    let file = try arguments[locals].map { try LocalValueFile(SourceText.read($0)) }
    if let registry, let party {
      let state = try registry.known(arguments, known).map { KnownAt.change($0.number) } ?? .latest
      let bench = try bench.setting(file, stored: registry.localValues(state))
      return try PartyDeterminer(Rulebook(bench.plans), registry.snapshot(state)).report(
        of: party, on: on ?? DateTime.now.date)
    }
    let source = try SourceText.facts(facts ?? "-", session)
    let bench = try bench.setting(file)
    return ExplainEngine(plans: bench.plans).determine(try bench.facts(source, on: on))
  }

  /// Two people stand side by side by benefit; the same one's records by their ids.
  func matching(_ left: Report, _ right: Report) -> Comparison.Matching {
    if let other = arguments[.andParty] { return other == arguments[.party] ? .records : .order }
    guard arguments.has(.andFacts) else { return .records }
    // Two files may be of one person: then something in them has one name.
    let names = Set(left.determinations.map { [$0.benefit, $0.party, $0.subject] })
    let isOfOne = right.determinations.contains {
      names.contains([$0.benefit, $0.party, $0.subject])
    }
    return isOfOne ? .records : .order
  }

  /// What a side is, for whoever reads the result: keys as in JSON, values as they were given.
  func described(isRight: Bool, on: CivilDate) -> [(key: String, value: String?)] {
    func value(_ left: Option, _ right: Option) -> String? {
      isRight ? self.right(right, else: left) : arguments[left]
    }
    return [
      ("facts", value(.facts, .andFacts)), ("party", value(.party, .andParty)),
      ("on", on.description), ("known", value(.known, .andKnown)),
      ("policies", value(.policies, .andPolicies)),
      ("parameters", value(.localValues, .andLocalValues)),
    ]
  }
}

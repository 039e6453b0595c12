import Core
import Determination
import Explain
import FactsSupport
import FEEL
import Facts
import PolicyPlan
import Testing
import TestSupport
import Vocabulary

/// What must hold of every determination, tried on random facts for the Wenzhou document.
@Suite("Properties")
struct PropertyTests {
  private let plan: Plan
  private let engine: ExplainEngine
  private var vocabulary: Vocabulary { plan.vocabulary }

  init() throws {
    plan = try Published.plan("Policies/wenzhou-2018-242.md")
    engine = ExplainEngine(plans: [plan])
  }

  private func answers(_ world: RandomFacts.World) -> [String: Determination] {
    let report = engine.determine(world.facts(vocabulary), narrowsMissing: false)
    return Dictionary(
      report.determinations.map { ("\($0.benefit) \($0.subject ?? "-")", $0) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test("Any facts get an answer, and an open one says why", arguments: 0..<9 as Range<UInt64>)
  func answered(_ seed: UInt64) {
    var random = RandomFacts(seed: seed, vocabulary)
    let world = random.make(knowing: [30, 70, 95][Int(seed % 3)])
    let report = engine.determine(world.facts(vocabulary), narrowsMissing: false)
    for answer in report.determinations {
      let isOpen = answer.outcome == .undetermined
      let says = "\(answer.benefit) \(answer.answer)"
      #expect(
        !isOpen || !answer.needIDs.isEmpty || answer.doubts.contains { $0.hasSuffix(")") },
        "\(says)")
      #expect(isOpen || answer.needIDs.isEmpty, "\(says)")
      #expect(answer.outcome == .entitled || answer.amount == nil, "\(says)")
      #expect(answer.amount.map { $0 >= .zero } ?? true, "\(says)")
      #expect(
        answer.outcome == .notEntitled
          || answer.because.allSatisfy { $0.verdict != .fails || $0.kind == .stacking }, "\(says)")
    }
    #expect(!report.json().isEmpty)
    #expect(!report.text(.zh).isEmpty && !report.text(.en).isEmpty)
  }

  @Test("The order of the facts changes nothing", arguments: 0..<4 as Range<UInt64>)
  func order(_ seed: UInt64) {
    var random = RandomFacts(seed: seed, vocabulary)
    let world = random.make(knowing: [60, 90][Int(seed % 2)])
    var other = world
    other.records = random.shuffled(world.records)
    other.parties = random.shuffled(world.parties)
    let first = answers(world).mapValues(\.answer)
    #expect(answers(other).mapValues(\.answer) == first)
  }

  /// Facts whose absence means something, or that decide which document applies (catalogue,
  /// reading 2): to forget them is to know something else, not less.
  private func isForgettable(_ record: Record, _ field: Field) -> Bool {
    let type = vocabulary.types[record.type]
    if field.absence != .unknown { return false }
    if type.id == "employment", ["employer", "from"].contains(field.id) { return false }
    if type.id == "claim", field.id == "benefit" { return false }
    // A record of a later day does not exist; one without a day does.
    if field.id == type.event,
      case .known(let value) = record.values[type.fieldIndex(field.id) ?? 0]
    {
      switch value {
      case .date(let date): return date <= RandomFacts.on
      case .number(let year): return (year.integer ?? 0) <= RandomFacts.on.year
      default: return true
      }
    }
    return true
  }

  @Test("To know less makes no other answer, only an open one", arguments: 0..<9 as Range<UInt64>)
  func forgetting(_ seed: UInt64) {
    var random = RandomFacts(seed: seed, vocabulary)
    let world = random.make(knowing: [70, 90, 100][Int(seed % 3)])
    let before = answers(world)
    for _ in 0..<10 {
      var other = world
      guard let forgotten = forget(in: &other, &random) else { continue }
      let after = answers(other)
      let gone = before.keys.filter { after[$0] == nil }
      #expect(gone.isEmpty, "seed \(seed), without \(forgotten)")
      for (key, answer) in after where answer.outcome != .undetermined {
        // A document of elsewhere says nothing at all; not knowing where may say no.
        let was = before[key]?.answer ?? key + " not-entitled"
        #expect(
          was == answer.answer || was.hasSuffix(answer.answer),
          "seed \(seed), \(key) without \(forgotten)")
      }
    }
  }

  @Test(
    "To tell what is needed settles the answer, or asks for something else",
    arguments: 0..<9 as Range<UInt64>)
  func telling(_ seed: UInt64) {
    var random = RandomFacts(seed: seed, vocabulary)
    let world = random.make(knowing: [60, 80, 95][Int(seed % 3)])
    let open = answers(world).filter { _, answer in
      // A missing record or list cannot be told by filling in fields.
      !answer.needIDs.isEmpty
        && answer.needIDs.allSatisfy { $0.contains(".") && !$0.hasPrefix("catalogue.") }
    }
    for (key, answer) in open.sorted(by: { $0.key < $1.key }).prefix(12) {
      let after = answers(random.telling(answer.needIDs, in: world))[key]
      let stillAsked = Set(after?.needIDs ?? []).intersection(answer.needIDs)
      #expect(stillAsked.isEmpty, "seed \(seed), \(key): \(answer.needIDs)")
    }
  }

  private func forget(in world: inout RandomFacts.World, _ random: inout RandomFacts) -> String? {
    let place = random.index(below: world.records.count + world.parties.count)
    let isParty = place >= world.records.count
    let index = isParty ? place - world.records.count : place
    let record = isParty ? world.parties[index] : world.records[index]
    let fields = vocabulary.types[record.type].fields
    let field = random.index(below: fields.count)
    if case .missing = record.values[field] { return nil }
    guard isForgettable(record, fields[field]) else { return nil }
    if isParty {
      world.parties[index].values[field] = .missing
    } else {
      world.records[index].values[field] = .missing
    }
    return "\(record.id ?? "?").\(fields[field].id)"
  }
}

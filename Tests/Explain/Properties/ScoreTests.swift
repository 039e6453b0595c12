import Core
import Determination
import Explain
import FEEL
import Facts
import PolicyPlan
import Testing
import TestSupport
import Vocabulary

/// What must hold of every score sheet, tried on random indicators: a thousand enterprises a family,
/// from seeds that are printed with what fails.
@Suite("Score sheets")
struct ScoreTests {
  private static let seeds = 0..<8 as Range<UInt64>
  private static let enterprises = 125
  private static let benefit = "wuxing-2024-32/selection-score"

  private let engine: ExplainEngine
  private let sheet: ScoreSheet
  private let vocabulary: Vocabulary

  init() throws {
    let plan = try Published.plan("Policies/wuxing-2024-32.md")
    engine = ExplainEngine(plans: [plan])
    vocabulary = plan.vocabulary
    guard case .score(let sheet)? = plan.benefits.first(where: { $0.id == Self.benefit })?.payment
    else { throw NoSheet() }
    self.sheet = sheet
  }

  private struct NoSheet: Error {}

  @Test("An item stays in its limits, the total is their sum, a veto excludes", arguments: seeds)
  func limits(_ seed: UInt64) throws {
    var random = RandomSheet(seed: seed, vocabulary)
    let sheets = (0..<Self.enterprises).map { _ in random.make() }
    for (values, found) in zip(sheets, try determinations(sheets)) {
      let score = try #require(found.score, "seed \(seed)")
      var sum = Decimal128.zero
      for (item, points) in zip(sheet.items, score.items) {
        let points = try #require(points.points, "seed \(seed) \(item.rule.id)")
        sum = try #require(sum.adding(points))
        if let most = item.maximum {
          #expect(points >= .zero && points <= most, "seed \(seed) \(item.rule.id)")
        } else {
          #expect(points <= .zero, "seed \(seed) \(item.rule.id)")
        }
      }
      #expect(score.total == sum, "seed \(seed)")
      #expect(
        found.outcome == (Self.isVetoed(values) ? .notEntitled : .entitled), "seed \(seed)")
      #expect(found.amount == nil && found.gross == nil && found.subject == nil)
    }
  }

  @Test("More of anything is worth no less, more of a fault no more", arguments: seeds)
  func monotone(_ seed: UInt64) throws {
    var random = RandomSheet(seed: seed, vocabulary)
    let before = (0..<Self.enterprises).map { _ in random.make() }
    var after: [[String: Value]] = []
    var changed: [Field] = []
    for values in before {
      let picked = random.pick(random.indicators)
      let indicator = try #require(picked)
      var values = values
      values[indicator.id] = values[indicator.id].map { random.more($0, indicator) }
      after.append(values)
      changed.append(indicator)
    }
    let faults = ["arrearsPetitions", "arbitrationCases", "seriousInjuries"]
    let pairs = zip(try determinations(before), try determinations(after))
    for (indicator, pair) in zip(changed, pairs) {
      let (first, second) = (pair.0.score?.total ?? .zero, pair.1.score?.total ?? .zero)
      let isFault = faults.contains(indicator.id)
      #expect(isFault ? second <= first : second >= first, "seed \(seed) \(indicator.id)")
      if isFault, pair.0.outcome == .notEntitled {
        #expect(pair.1.outcome == .notEntitled, "seed \(seed) \(indicator.id)")
      }
    }
  }

  @Test(
    "To know less leaves points open and changes none, and the order tells nothing",
    arguments: seeds)
  func unknown(_ seed: UInt64) throws {
    var random = RandomSheet(seed: seed, vocabulary)
    let whole = (0..<Self.enterprises).map { _ in random.make() }
    let part = whole.map { $0.filter { _ in random.chance(80) } }
    let pairs = zip(
      try determinations(whole), try determinations(part, isReversed: true, isExplaining: true))
    for (values, pair) in zip(part, pairs) {
      let (full, less) = (try #require(pair.0.score), try #require(pair.1.score))
      for (known, item) in zip(full.items, less.items) {
        #expect(item.points == nil || item.points == known.points, "seed \(seed) \(item.id)")
      }
      let isOpen = less.items.contains { $0.points == nil }
      #expect((less.total == nil) == isOpen, "seed \(seed)")
      if isOpen, pair.1.outcome != .notEntitled {
        #expect(pair.1.outcome == .undetermined, "seed \(seed)")
        #expect(pair.1.needs.allSatisfy { values[String($0.id.dropFirst(10))] == nil })
      }
      #expect(pair.1.outcome == .undetermined || pair.1.outcome == pair.0.outcome, "seed \(seed)")
    }
  }

  private static func isVetoed(_ values: [String: Value]) -> Bool {
    if case .number(let cases)? = values["arbitrationCases"], cases > Decimal128(10) { return true }
    guard case .list(let petitions)? = values["arrearsPetitions"] else { return false }
    return petitions.contains { petition in
      guard case .context(let petition) = petition, case .number(let people)? = petition["people"],
        case .string(let level)? = petition["level"]
      else { return false }
      return people >= Decimal128(5) && ["province", "nation"].contains(level)
    }
  }

  /// One for each sheet, in their order.
  private func determinations(
    _ sheets: [[String: Value]], isReversed: Bool = false, isExplaining: Bool = false
  ) throws -> [Determination] {
    var facts = FactBase(vocabulary: vocabulary, on: RandomSheet.on)
    for (number, values) in sheets.enumerated() {
      try add(values, "e\(number)", isReversed, to: &facts)
    }
    let findings = engine.assess(facts, Scope(isExplaining: isExplaining)).flatMap(\.findings)
    let found = Dictionary(
      findings.map(\.determination).filter { $0.benefit == Self.benefit }.map { ($0.party, $0) },
      uniquingKeysWith: { first, _ in first })
    return try sheets.indices.map { try #require(found["e\($0)"]) }
  }

  private func add(
    _ values: [String: Value], _ party: String, _ isReversed: Bool, to facts: inout FactBase
  ) throws {
    let organisation = try #require(vocabulary.typeIndex("organisation"))
    let indicator = try #require(vocabulary.typeIndex("indicator"))
    var attributes = [FactValue](
      repeating: .missing, count: vocabulary.types[organisation].fields.count)
    let region = try #require(vocabulary.types[organisation].fieldIndex("region"))
    attributes[region] = .known(.string("330502"))
    let kind = try #require(vocabulary.types[organisation].fieldIndex("kind"))
    attributes[kind] = .known(.string("enterprise"))
    facts.add(party: Record(type: organisation, id: party, party: nil, values: attributes))
    let fields = vocabulary.types[indicator].fields.map(\.id)
    let known = values.sorted { isReversed ? $0.key > $1.key : $0.key < $1.key }
    // An enterprise of whom nothing is known would have no entry.
    let year = Decimal128(RandomSheet.on.year)
    for (name, value) in known {
      let row = fields.map { field -> FactValue in
        switch field {
        case "year": .known(.number(year))
        case "name": .known(.string(name))
        default: .known(value)
        }
      }
      facts.add(record: Record(type: indicator, id: nil, party: party, values: row))
    }
  }
}

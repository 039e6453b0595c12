import Core
import Determination
import Explain
import FactsSupport
import PolicyPlan
import Testing
import TestSupport
import Vocabulary

/// What must hold of every benefit of every document, on a thousand random worlds of two persons and
/// three organisations: two hundred of each place that has benefits of its own.
@Suite("All documents")
struct AllDocumentsTests {
  /// Yuan at most for one case; a month where it is monthly (catalogue).
  private static let limits: [String: Int64] = [
    "wenzhou-2018-242/apprenticeship": 6000, "wenzhou-2018-242/pre-job-training": 200,
    "wenzhou-2018-242/home-service-training": 200, "wenzhou-2018-242/skill-upgrade": 3000,
    "wenzhou-2018-242/post-allowance": 1000, "wenzhou-2018-242/leading-school-class": 200_000,
    "wenzhou-2018-242/advanced-seminar": 30_000, "wenzhou-2018-242/leading-talent": 300_000,
    "wenzhou-2018-242/introduced-allowance": 1000,
    "wenzhou-2018-242/introduction-reward": 300_000,
    "wenzhou-2018-242/demonstration-enterprise": 100_000,
    "wenzhou-2018-242/contest-organiser": 100_000, "wenzhou-2018-242/contest-prize": 500_000,
    "wenzhou-2018-242/training-base": 1_000_000, "wenzhou-2018-242/excellent-base": 200_000,
    "wenzhou-2018-242/master-studio": 100_000, "wenzhou-2018-242/excellent-studio": 50_000,
    "wenzhou-2018-242/county-studio": 10_000, "wuxing-2024-32/apprenticeship": 6000,
    "wuxing-2024-32/living-rent": 1500, "wuxing-2024-32/house-purchase": 280_000,
    "wuxing-2024-32/occupational-standard": 10_000, "wuxing-2024-32/training-base": 500_000,
    "wuxing-2024-32/selected-enterprise": 50_000, "taizhou/star-rating": 5000,
    "taizhou/skill-allowance": 1900, "huangyan/new-technician": 1200, "yuhuan/skill-ladder": 1000,
    "yuhuan/title-allowance": 500, "jiaojiang/settling-in": 100_000,
    "jiaojiang/house-purchase": 400_000,
  ]

  /// The catalogue sets no limit: what it cost, what the list says.
  private static let unlimited: Set<String> = [
    "wenzhou-2018-242/start-up-training", "wenzhou-2018-242/contest-team",
    "wenzhou-2018-242/training-and-appraisal",
  ]

  /// No sums are published.
  private static let unpublished: Set<String> = [
    "jiaojiang/enterprise-training", "jiaojiang/personal-effort",
  ]

  private static func answers(
    _ engine: ExplainEngine, _ world: RandomFacts.World, _ words: Vocabulary
  )
    -> [String: Determination]
  {
    let found = engine.assess(world.facts(words), Scope(isExplaining: false))
    return Dictionary(
      found.flatMap(\.findings).map { finding in
        let one = finding.determination
        return ("\(one.benefit) \(finding.owner) \(one.subject ?? "-")", one)
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test("Between nothing and the limit, in any order", arguments: RandomPlace.all)
  func limits(_ place: RandomPlace) throws {
    let plans = try Published.names().map { try Published.plan($0) }
    let engine = ExplainEngine(plans: plans)
    let words = try #require(plans.first?.vocabulary)
    let seeds = 0..<200 as Range<UInt64>
    print("all documents, \(place.description): seeds \(seeds)")
    var paid: [String: Set<Int64>] = [:]
    for seed in seeds {
      var random = RandomFacts(seed: seed, words, in: place)
      let world = random.make(knowing: [70, 95, 100][Int(seed % 3)])
      var other = world
      other.records = random.shuffled(world.records)
      other.parties = random.shuffled(world.parties)
      let first = Self.answers(engine, world, words)
      let second = Self.answers(engine, other, words)
      #expect(first.mapValues(\.answer) == second.mapValues(\.answer), "seed \(seed)")
      var apprentices: [String: Int64] = [:]
      for (key, answer) in first {
        guard let amount = answer.amount else { continue }
        let says = "seed \(seed), \(key): \(answer.answer)"
        #expect(amount >= .zero && amount <= answer.gross ?? amount, "\(says)")
        if amount > .zero { paid[answer.benefit, default: []].insert(amount.fen) }
        if answer.benefit == "wuxing-2024-32/apprenticeship" {
          apprentices[String(key.split(separator: " ")[1]), default: 0] += amount.fen
        }
        if Self.unlimited.contains(answer.benefit) { continue }
        if Self.unpublished.contains(answer.benefit) {
          #expect(amount == .zero, "\(says)")
          continue
        }
        let limit = try #require(Self.limits[answer.benefit], "\(says) has no limit here")
        let months = answer.monthly.map { Int64($0.months) } ?? 1
        #expect(amount.fen <= limit * 100 * months, "\(says)")
      }
      // X9: at most 6,000 a person over all years.
      #expect(apprentices.values.allSatisfy { $0 <= 600_000 }, "seed \(seed)")
    }
    // What never pays proves nothing.
    #expect(place.pays.subtracting(paid.keys).sorted() == [])
  }

  @Test("Every benefit that pays is among those that have to")
  func everyBenefit() throws {
    let plans = try Published.names().map { try Published.plan($0) }
    let money = plans.flatMap(\.benefits).filter { benefit in
      switch benefit.payment {
      case .once, .monthly: true
      case .inKind, .score: false
      }
    }
    #expect(
      Set(money.map(\.id)).subtracting(Self.unpublished)
        == RandomPlace.all.reduce(into: Set<String>()) { $0.formUnion($1.pays) })
  }
}

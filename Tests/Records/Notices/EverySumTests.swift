import Core
import Determination
import Explain
import Facts
import FactsSupport
import JSONText
import Notice
import PolicyDocument
import PolicyPlan
import TestSupport
import Testing

/// Whatever the project's documents come to, the sums on its notice add up.
@Suite("Sums of every determination")
struct EverySumTests {
  private static let plans: [Plan] = {
    guard let vocabulary = ProjectFiles.vocabulary,
      let names = try? ProjectFiles.names(in: "Policies", suffix: ".md")
    else { return [] }
    return names.compactMap { name in
      (try? ProjectFiles.source(name)).flatMap { PolicyDocument.read($0).0 }
        .flatMap { Plan.compile($0, vocabulary).plan }
    }
  }()

  @Test("Scenarios with sums")
  func scenarios() throws {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let schema = FactsSchema(vocabulary)
    let engine = ExplainEngine(plans: Self.plans)
    var seen = Seen()
    for name in try ProjectFiles.names(in: "Tests/scenarios/cases", suffix: ".json") {
      let whole = try ProjectFiles.source(name)
      // Those that have something to add up.
      guard ["gross", "granted", "months"].contains(where: { whole.text.contains("\"\($0)\"") })
      else { continue }
      let facts = try #require(try JSON.parse(whole)["facts"])
      // Some say what is answered to facts that are wrong.
      guard
        let read = try? FactsFile.read(
          SourceText(name: name, text: whole.slice(facts.range)), schema)
      else { continue }
      for found in engine.determine(read, narrowsMissing: false).determinations {
        try check(found, name, &seen)
      }
    }
    #expect(seen.changes > 20 && seen.months > 20 && seen.returned > 0)
  }

  @Test("Random facts", arguments: [RandomPlace.wenzhou], [UInt64(1), 1001])
  func random(_ place: RandomPlace, _ first: UInt64) throws {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let engine = ExplainEngine(plans: Self.plans)
    var seen = Seen()
    for seed in first..<first + 16 {
      var random = RandomFacts(seed: seed, vocabulary, in: place)
      let world = random.make(knowing: seed.isMultiple(of: 2) ? 100 : 80)
      var facts = FactBase(vocabulary: vocabulary, on: place.on)
      for party in world.parties { facts.add(party: party) }
      for record in world.records { facts.add(record: record) }
      facts.catalogues = world.catalogues
      for found in engine.determine(facts, narrowsMissing: false).determinations {
        try check(found, "seed \(seed)", &seen)
      }
    }
    #expect(seen.all > 200)
  }

  /// What there was to see.
  private struct Seen {
    var all = 0
    var changes = 0
    var months = 0
    var returned = 0
  }

  private func check(_ found: Determination, _ name: String, _ seen: inout Seen) throws {
    let day = CivilDate(dayNumber: 20_000)
    let notice = try DeterminationNotice(
      found,
      .init(
        recipient: .init(name: "某", kind: Bilingual("x"), number: nil, id: found.party),
        subject: nil, title: Bilingual("x"), number: nil, on: day, basis: Bilingual("x"),
        issued: day, verification: .init(code: "x", address: nil)))
    var running: Int64?
    for sum in notice.sums {
      switch sum.role {
      case .start: running = sum.amount.fen
      case .change: running = (running ?? 0) + sum.amount.fen
      case .result:
        if let running { #expect(running == sum.amount.fen, "\(name) \(found.benefit)") }
        running = sum.amount.fen
      }
    }
    if let payable = found.payable {
      #expect(notice.sums.last?.amount == payable, "\(name) \(found.benefit)")
    }
    if let amount = found.amount {
      #expect(notice.sums.contains { $0.role == .result && $0.amount == amount })
      if let months = notice.months {
        #expect(months.total == amount, "\(name) \(found.benefit)")
        #expect(months.spans.reduce(0) { $0 + $1.subtotal.fen } == amount.fen)
        seen.months += 1
      }
    }
    seen.all += 1
    if notice.sums.contains(where: { $0.role == .change && $0.source != nil }) { seen.changes += 1 }
    if let payable = found.payable, payable < .zero { seen.returned += 1 }
  }
}

import Comparison
import Core
import Determination
import Determinations
import Facts
import JSONText
import LocalValues
import Registry
import Replay
import Store
import TestSupport
import Testing
import Workbench

/// Stored determinations come to the same again, byte by byte, whatever was changed since.
@Suite("Replay")
struct ReplayTests {
  private static let vocabulary = [
    // A type and a field before all others: positions move. And a word that explanations show.
    "records:\n  certificate:":
      "records:\n  memo:\n    zh: 备忘\n    en: memo\n    of: person\n    source: complete\n"
      + "    sensitivity: personal\n    fields:\n      text: { zh: 备忘内容, en: text of the memo, type: string }\n  certificate:",
    "    fields:\n      occupation:\n":
      "    fields:\n      mark: { zh: 附记乙, en: mark b, type: string }\n      occupation:\n",
    "en: date of issue": "en: day of issue",
  ]

  private func numbers(_ store: DeterminationStore) throws -> [Int64] {
    try store.registry.database.read { connection in
      try connection.all("SELECT \"_row\" FROM \"_determination\" ORDER BY \"_row\"") {
        $0.integer(0)
      }
    }
  }

  private func local(_ text: String) throws -> LocalValue {
    LocalValue(
      document: "wenzhou-2018-242", name: "紧缺上浮", region: "330300", from: nil, to: nil,
      text: text, reason: Bilingual(zh: "试点", en: "trial"), by: "样局", cites: nil,
      origin: .registry(number: 1, since: try #require(CivilDate("2020-01-01"))))
  }

  @Test("a few hundred of a town, after facts, documents, local values and vocabulary changed")
  func town() throws {
    let town = try ReplayTown(workers: 400)
    var generator = SeededGenerator(seed: 8)
    let day = try #require(CivilDate("2020-06-30"))
    let first = try ReplayTown.Rules().bench()
    _ = try DeterminationRunner(town.store, Rulebook(first.plans), on: day).all()
    // The registry and the rules go on.
    try ReplayTown.disturb(town.registry, &generator, parties: 40)
    let second = try ReplayTown.Rules(
      documents: ["|         12 | 月   | 第四条 |": "|         24 | 月   | 第四条 |"],
      locals: [local("0.8")]
    ).bench()
    _ = try DeterminationRunner(
      town.store, Rulebook(second.plans), on: day.adding(months: 3)
    ).changed()
    try ReplayTown.disturb(town.registry, &generator, parties: 40)
    let third = try ReplayTown.Rules(
      documents: [
        "|         5 |   1000 |": "|         5 |   1100 |", "\n## ": "\n\n\n## ",
      ], vocabulary: Self.vocabulary
    ).bench()
    let (store, rules) = try town.opened(third)
    let replayer = Replayer(store, rules)
    let all = try numbers(store)
    let chosen = all.shuffled(using: &generator).prefix(400)
    #expect(chosen.count == 400)
    var causes: [ReplayToday.Cause: Int] = [:]
    for (place, number) in chosen.enumerated() {
      let replay = try replayer.replay(number)
      #expect(
        replay.isIdentical, "\(replay.keptJSON)\n\(replay.json ?? "")")
      #expect(!replay.hasOtherEngine && replay.hasSameAnswer)
      #expect(replay.determination?.because.isEmpty == false)
      guard place < 100 else { continue }
      let today = try replayer.today(replay)
      causes[today.cause, default: 0] += 1
      #expect(today.hasNewFacts)
      for pair in [today.rules, today.facts, today.both].compactMap(\.self)
      where !pair.isSame && pair.left != nil && pair.right != nil {
        #expect(pair.deciding != nil, "\(pair.lines(.en))")
      }
    }
    #expect((causes[.nothing] ?? 0) > 0 && causes.count > 1, "\(causes)")
  }

  @Test("the canonical form: names in order, no blanks, the same when it is read and written")
  func canonical() throws {
    let town = try ReplayTown(workers: 60)
    let bench = try ReplayTown.Rules().bench()
    _ = try DeterminationRunner(
      town.store, Rulebook(bench.plans), on: try #require(CivilDate("2020-06-30"))
    ).all()
    for number in try numbers(town.store) {
      let text = try #require(try town.store.stored(number: number)).canonicalJSON
      let json = try JSON.parse(SourceText(name: "answer", text: text))
      var writer = JSONWriter()
      writer.value(json)
      #expect(writer.text == text)
      expectSorted(json, text)
    }
  }

  private func expectSorted(_ json: JSON, _ text: String) {
    let keys = (json.members ?? []).map(\.key)
    #expect(keys == keys.sorted(), "\(text)")
    for value in (json.members ?? []).map(\.value) + (json.items ?? []) {
      expectSorted(value, text)
    }
  }

  @Test("what was determined before texts were kept says so")
  func before() throws {
    let town = try ReplayTown(workers: 20)
    let bench = try ReplayTown.Rules().bench()
    let rules = try Rulebook(bench.plans)
    _ = try DeterminationRunner(town.store, rules, on: try #require(CivilDate("2020-06-30"))).all()
    try town.registry.database.write { connection in
      try connection.run(
        "UPDATE \"_run\" SET \"rules\" = NULL, \"engine\" = NULL, \"version\" = NULL")
    }
    let number = try #require(try numbers(town.store).first)
    // Under the same documents a later run keeps their texts, and the hash says that they are the same.
    #expect(try Replayer(town.store, rules).replay(number).isIdentical)
    try town.registry.database.write { try $0.run("DELETE FROM \"_rule_set_plan\"") }
    let document = try #require(try town.store.stored(number: number)).determination.benefit
      .prefix { $0 != "/" }
    #expect(
      throws: ReplayProblem.textsNotKept(number: "\(number)", document: String(document))
    ) { try Replayer(town.store, rules).replay(number) }
    #expect(throws: ReplayProblem.unknownNumber(1 << 40)) {
      try Replayer(town.store, rules).replay(1 << 40)
    }
  }

  @Test("another engine is told, and a text that was altered is refused")
  func others() throws {
    let town = try ReplayTown(workers: 20)
    let rules = try Rulebook(ReplayTown.Rules().bench().plans)
    _ = try DeterminationRunner(town.store, rules, on: try #require(CivilDate("2020-06-30"))).all()
    let number = try #require(try numbers(town.store).first)
    let database = town.registry.database
    try database.write { try $0.run("UPDATE \"_run\" SET \"engine\" = 2") }
    var replay = try Replayer(town.store, rules).replay(number)
    #expect(!replay.isIdentical && replay.hasSameAnswer && replay.hasOtherEngine)
    try database.write { try $0.run("UPDATE \"_run\" SET \"engine\" = \(Int64(PlanHash.engine))") }
    try database.write { try $0.run("UPDATE \"_plan\" SET \"hash\" = 'x' || \"hash\"") }
    replay = try Replayer(town.store, rules).replay(number)
    #expect(!replay.isIdentical && replay.hasSameAnswer && replay.hasOtherEngine)
    try database.write { try $0.run("UPDATE \"_rule_text\" SET \"text\" = \"text\" || ' '") }
    #expect(throws: DeterminationProblem.self) { try Replayer(town.store, rules).replay(number) }
  }

  @Test("texts are kept once, and again only where one is another")
  func once() throws {
    let town = try ReplayTown(workers: 5)
    func count(_ table: String) throws -> Int64? {
      try town.registry.database.read { connection in
        try connection.first("SELECT count(*) FROM \(name: table)") { $0.integer(0) }
      }
    }
    let day = try #require(CivilDate("2020-06-30"))
    let rules = try Rulebook(ReplayTown.Rules().bench().plans)
    _ = try DeterminationRunner(town.store, rules, on: day).all()
    let texts = try #require(try count("_rule_text"))
    #expect(try count("_rule_set") == 1)
    _ = try DeterminationRunner(town.store, rules, on: day).all()
    try town.store.keep(rules)
    #expect(try count("_rule_set") == 1 && count("_rule_text") == texts)
    // Prose makes no other plan, and another set: explanations cite lines.
    let other = try Rulebook(
      ReplayTown.Rules(documents: [
        "高级技师每月 · senior technician, a month": "每月给高级技师 · a month, senior technician"
      ]).bench().plans)
    #expect(other.hashes == rules.hashes)
    try town.store.keep(other)
    #expect(try count("_rule_set") == 2 && count("_rule_text") == texts + 2, "two documents say so")
    #expect(try town.store.sets(ofPlan: rules.hashes[0]) == [2, 1])
    let kept = try town.store.texts(ofSet: 2)
    #expect(kept.documents.contains { $0.text.contains("每月给高级技师") })
    #expect(kept.vocabulary.map(\.name).sorted() == kept.vocabulary.map(\.name))
  }
}

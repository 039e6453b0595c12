import Bureau
import Casework
import Comparison
import Core
import Determinations
import Office
import OfficeSupport
import PolicyDocument
import PolicyPlan
import Registry
import Replay
import Store
import TestSupport
import Testing
import Vocabulary

/// What a case was opened with is worked out again, reasons and citations included.
@Suite("A case replayed")
struct ReplayedCaseTests {
  private let city: City

  init() throws { city = try City() }

  /// Opens the worker's case.
  private func opened() throws -> KeptCase {
    try city.determine()
    _ = try city.bureau.openFound()
    let number = try city.record().number
    let (record, json) = try city.bureau.office.read {
      try city.bureau.casework.basis(of: number, $0)
    }
    let entitlement = record.entitlement
    return KeptCase(
      number: number,
      subject: ReplayedSubject(
        benefit: entitlement.benefit, owner: entitlement.owner, party: entitlement.party,
        subject: entitlement.subject, on: record.basis.on),
      change: record.basis.change, plan: record.basis.plan, json: json)
  }

  /// The rules when words of the document are others.
  private func rules(_ words: [String: String]) throws -> Rulebook {
    var text = try ProjectFiles.source("Policies/wenzhou-2018-242.md").text
    for (word, other) in words { text = text.replacing(word, with: other) }
    let vocabulary = city.bureau.registry.vocabulary
    let document = try #require(PolicyDocument.read(SourceText(name: "a.md", text: text)).document)
    return try Rulebook([try #require(Plan.compile(document, vocabulary).plan)])
  }

  @Test("the same bytes, after lines moved, a figure changed and the worker lost a certificate")
  func identical() throws {
    let kept = try opened()
    let moved = try rules(["\n## ": "\n\n\n## "])
    #expect(moved.hashes == city.bureau.rules.hashes)
    // Words that change no answer are other texts: the case says which it was opened under.
    try city.bureau.determinations.keep(moved)
    #expect(try city.bureau.determinations.sets(ofPlan: kept.plan).count == 2)
    let registry = city.bureau.registry
    let certificate = try #require(registry.vocabulary.typeIndex("certificate"))
    _ = try registry.change(source: "withdrawal") {
      try $0.withdraw(type: certificate, id: "c1", of: "p1")
    }
    let replayer = Replayer(
      city.bureau.determinations,
      try rules(["| 三级 · level 3 |         3 |   2000 |": "| 三级 · level 3 |         3 |   2100 |"]))
    let replay = try replayer.replay(kept)
    #expect(replay.isIdentical, "\(kept.json)\n\(replay.json ?? "")")
    #expect(!replay.hasOtherEngine && replay.changed?.number == kept.change)
    #expect(replay.documents.map(\.issued) == [CivilDate("2018-12-19")])
    let today = try replayer.today(replay)
    #expect(today.rules?.answers.first?.right.zh == "3150.00 元")
    #expect(today.facts?.right == nil && today.both?.right == nil)
    #expect(today.cause == .either)
  }

  @Test("texts that were kept later, and whose lines stand elsewhere, give the same answer")
  func moved() throws {
    let kept = try opened()
    try city.bureau.determinations.keep(rules(["\n## ": "\n\n\n## "]))
    try city.bureau.registry.database.write {
      try $0.run("DELETE FROM \"_rule_set_plan\" WHERE \"set\" = 1")
    }
    let replay = try Replayer(city.bureau.determinations, city.bureau.rules).replay(kept)
    #expect(!replay.isIdentical && replay.hasSameAnswer && !replay.hasOtherEngine)
    #expect(replay.verdict.zh == "重新计算：结论相同，措辞或出处不同：当时文件的文本没有保存。")
  }

  @Test("of plans whose texts nobody kept it says so") func unknown() throws {
    let kept = try opened()
    let other = KeptCase(
      number: kept.number, subject: kept.subject, change: kept.change, plan: "0", json: kept.json)
    #expect(
      throws: ReplayProblem.textsNotKept(number: kept.number, document: "wenzhou-2018-242")
    ) { try Replayer(city.bureau.determinations, city.bureau.rules).replay(other) }
  }
}

import Core
import Determination
import Explain
import Foundation
import PolicyPlan
import TestSupport
import Testing

@testable import Workbench

/// Random cases on both sides of the days from which a choice is another one, against all sets of them
/// that the rules allow, worked out here by hand.
@Suite("Amended choices, at random") struct RandomChoiceTests {
  private struct Case {
    /// `grant`, `course` or `start`.
    let benefit: String
    let id: String
    let day: CivilDate
    let yuan: Int64

    /// By which text it goes: 0 as issued, 1 from 2022-07-01 on, 2 from 2023-07-01 on.
    var text: Int {
      let month = day.year * 12 + day.month
      return month < 2022 * 12 + 7 ? 0 : month < 2023 * 12 + 7 ? 1 : 2
    }

    /// The benefits of which its text lets the party have one a year.
    var choice: Set<String> {
      [["grant", "course"], ["grant", "course", "start"], []][text]
    }

    /// The order of ties: day, sum, benefit, id.
    func precedes(_ other: Case) -> Bool {
      if day != other.day { return day < other.day }
      if yuan != other.yuan { return yuan > other.yuan }
      return (benefit, id) < (other.benefit, other.id)
    }

    /// Whether the later of the two goes by a text that bars one beside the other.
    func bars(_ other: Case) -> Bool {
      guard benefit != other.benefit, day.year == other.day.year else { return false }
      let later = precedes(other) ? other : self
      return later.choice.isSuperset(of: [benefit, other.benefit])
    }

    var facts: String {
      switch benefit {
      case "grant":
        #"{"type": "certificate", "party": "p1", "id": "\#(id)", "level": \#(4 - yuan / 1000), "#
          + #""issuedOn": "\#(day)"}"#
      default:
        #"{"type": "training", "party": "p1", "id": "\#(id)", "cost": \#(yuan), "#
          + #""kind": "\#(benefit == "start" ? "pre-job" : "skill")", "from": "\#(day)"}"#
      }
    }
  }

  private static func cases(_ random: inout SeededGenerator) -> [Case] {
    (0..<Int.random(in: 1...7, using: &random)).map { number in
      let benefit = ["grant", "course", "start"].randomElement(using: &random) ?? "grant"
      let steps: Int64 = benefit == "grant" ? 1000 : 500
      let first = CivilDate(year: 2022, month: 1, day: 1)?.dayNumber ?? 0
      return Case(
        benefit: benefit, id: "s\(number)",
        day: CivilDate(dayNumber: first + Int.random(in: 0..<730, using: &random)),
        yuan: Int64.random(in: 1...3, using: &random) * steps)
    }
  }

  /// The most that may be had: what no rule of its own text lets the party leave is had in any case.
  private static func most(_ cases: [Case]) -> Int64 {
    let starts = Dictionary(grouping: cases.filter { $0.benefit == "start" }, by: \.day.year)
    let standing = cases.filter {
      !$0.choice.contains($0.benefit) && (starts[$0.day.year]?.count ?? 0) < 2
        && $0.benefit == "start"
    }.map(\.id)
    return (0..<(1 << cases.count)).map { bits -> Int64 in
      let taken = cases.indices.filter { bits >> $0 & 1 == 1 }.map { cases[$0] }
      let isLawful =
        Set(standing).isSubset(of: taken.map(\.id))
        && Dictionary(grouping: taken.filter { $0.benefit == "start" }, by: \.day.year)
          .allSatisfy { $0.value.count < 2 }
        && !taken.contains { one in taken.contains { one.bars($0) } }
      return isLawful ? taken.reduce(0) { $0 + $1.yuan } : -1
    }.max() ?? 0
  }

  @Test("What is paid in all is the most that may be had", arguments: 0..<4 as Range<UInt64>)
  func most(_ part: UInt64) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let folder = try TemporaryFolder()
    for name in ["choices", "choices-later"] {
      let text = try Corpus("Documents").source(name).text
      try Data(text.utf8).write(to: folder.url.appending(path: name + ".md"))
    }
    let bench = try Workbench(
      try Home(at: root, namedBy: "test"), policies: folder.url.path)
    let engine = ExplainEngine(plans: bench.plans)
    let seeds = part * 75..<(part + 1) * 75
    print("amended choices: seeds \(seeds)")
    for seed in seeds {
      var random = SeededGenerator(seed: seed)
      let cases = Self.cases(&random)
      let text = """
        {"on": "2023-12-31", "region": "330302", "parties": [{"type": "person", "id": "p1"}],
         "records": [\(cases.map(\.facts).joined(separator: ", "))]}
        """
      let facts = try bench.facts(SourceText(name: "facts.json", text: text))
      let paid = engine.determine(facts, narrowsMissing: false).determinations.compactMap(\.amount)
      #expect(
        paid.reduce(Int64(0)) { $0 + $1.fen } == Self.most(cases) * 100,
        "seed \(seed): \(cases)")
    }
  }
}

import Core
import Determination
import Explain
import Facts
import PolicyPlan
import Testing
import TestSupport

/// What must hold of every stacking rule, on random records of one person: it never pays more than
/// there would be without it, the order of the records changes nothing, and amounts lie between
/// nothing and the cap. 130 random persons a rule, ten rules.
@Suite("Stacking properties")
struct StackingPropertyTests {
  struct Rule: CustomTestStringConvertible {
    let text: String
    /// 分 that all cases of a year together may come to.
    var most: Int64?
    var testDescription: String { text.split(separator: "\n").first.map(String.init) ?? text }
  }

  private static let rules = [
    Rule(text: "  kind: once\n  over: [grant]\n  per: [人, 证书.等级]"),
    Rule(text: "  kind: once\n  over: [grant, course]\n  per: [人]\n  period: year"),
    Rule(text: "  kind: highest\n  over: [prize, talent]\n  per: [人]\n  other-series: P2Y"),
    Rule(text: "  kind: one-per-month\n  over: [post, introduced]\n  per: [人]"),
    Rule(
      text: "  kind: cap\n  over: [grant, course]\n  per: [人]\n  period: year\n  amount: 4500",
      most: 450_000),
    Rule(text: "  kind: cap\n  over: [post]\n  per: [人]\n  period: year\n  amount: 2500"),
    Rule(
      text: "  kind: cap\n  over: [grant, course]\n  per: [人]\n  period: year\n  count: 2\n"
        + "  keep: best"),
    Rule(
      text: "  kind: blocks\n  over: [grant]\n  lower: [course]\n  per: [人]\n  period: year"),
    Rule(
      text: "  kind: blocks\n  over: [grant]\n  level: 证书.等级\n  higher: smaller\n"
        + "  per: [人, 证书.职业]"),
    Rule(text: "  kind: choice\n  over: [grant, course]\n  per: [人]\n  period: year"),
  ]

  private static func facts(_ random: inout SeededGenerator) -> [String] {
    func day() -> String {
      CivilDate(dayNumber: Int.random(in: 17_600...18_600, using: &random)).description
    }
    /// Now and then nobody has told.
    func told(_ text: String) -> String {
      Int.random(in: 0..<12, using: &random) == 0 ? "" : " " + text
    }
    return (0..<Int.random(in: 1...6, using: &random)).map { number in
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        let occupation = Int.random(in: 1...2, using: &random)
        return "certificate c\(number)" + told("occupation=6-18-01-0\(occupation)")
          + told("level=\(Int.random(in: 1...5, using: &random))") + told("kind=skill-level")
          + told("issuedOn=\(day())")
      case 1:
        return "training t\(number)" + told("kind=skill")
          + told("cost=\(Int.random(in: 0...6, using: &random) * 700)") + told("from=\(day())")
      case 2:
        let series = Bool.random(using: &random) ? "contest" : "leading-talent"
        return "award a\(number) series=\(series)"
          + told("rank=\(Int.random(in: 1...5, using: &random))") + told("grantedOn=\(day())")
      default:
        return "relocation r\(number) fullTime=true"
          + told("contractMonths=\(Int.random(in: 20...120, using: &random))")
          + told("arrivedOn=\(day())")
      }
    }
  }

  /// The year of a case's own day; `nil` where nobody has told it.
  private static func year(of key: String, _ lines: [String]) -> Substring? {
    guard let subject = key.split(separator: " ").last,
      let line = lines.first(where: { $0.split(separator: " ")[1] == subject })
    else { return nil }
    let day = line.split(separator: " ").first {
      $0.hasPrefix("issuedOn=") || $0.hasPrefix("from=")
    }
    return day?.split(separator: "=").last?.prefix(4)
  }

  private static func answers(_ scene: Scene, _ lines: [String]) throws -> [String: Determination] {
    let source = FactLines(lines, scene.plan.vocabulary).file(on: "2020-12-31")
    let facts = try FactsFile.read(source, FactsSchema(scene.plan.vocabulary))
    let found = ExplainEngine(plans: [scene.plan]).assess(facts, Scope(isExplaining: false))
    return Dictionary(
      found.flatMap(\.findings).map(\.determination).map {
        ("\($0.benefit) \($0.subject ?? "-")", $0)
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test("Less at most, in any order, within the cap", arguments: rules)
  func property(_ rule: Rule) throws {
    let ruled = try Scene("stacking", ["STACKING": rule.text])
    let free = try Scene(
      "stacking",
      ["STACKING": "  kind: cap\n  over: [excellent]\n  per: [机构]\n  amount: 99999999"])
    print("stacking, \(rule.testDescription): seeds 0..<130")
    var cut = 0
    for seed in 0..<130 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let lines = Self.facts(&random)
      let answers = try Self.answers(ruled, lines)
      let without = try Self.answers(free, lines)
      let shuffled = try Self.answers(ruled, lines.shuffled(using: &random))
      #expect(answers.mapValues(\.answer) == shuffled.mapValues(\.answer), "seed \(seed)")
      cut += answers.count { $1.answer != without[$0]?.answer }
      for (key, answer) in answers {
        let says = "seed \(seed): \(key) \(answer.answer) for \(lines)"
        guard let amount = answer.amount else { continue }
        let before = without[key]
        #expect(amount >= .zero && amount <= before?.amount ?? .zero, "\(says)")
        if let monthly = answer.monthly {
          let sum = monthly.spans.reduce(Int64(0)) { sum, span in
            sum + span.rate.fen * Int64(span.to.monthNumber - span.from.monthNumber + 1)
          }
          #expect(sum == amount.fen, "\(says)")
        }
      }
      if let most = rule.most {
        let paid = answers.filter { !$0.key.contains("prize") && !$0.key.contains("talent") }
          .filter { $0.key.contains("grant") || $0.key.contains("course") }
        var years: [Substring: Int64] = [:]
        for (key, answer) in paid {
          guard let amount = answer.amount, let year = Self.year(of: key, lines) else { continue }
          years[year, default: 0] += amount.fen
        }
        #expect(years.values.allSatisfy { $0 <= most }, "seed \(seed): \(years)")
      }
    }
    // A rule that cuts nobody proves nothing.
    #expect(cut > 10)
  }
}

extension CivilDate {
  fileprivate var monthNumber: Int { parts.year * 12 + parts.month - 1 }
}

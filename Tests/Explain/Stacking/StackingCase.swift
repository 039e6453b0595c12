import Testing

/// Facts under one stacking rule, and what becomes of the benefits it is about.
///
/// In `Documents/stacking.md` a certificate pays a thousand a level, a prize a thousand a rank, a
/// course its cost.
struct StackingCase: CustomTestStringConvertible {
  let testDescription: String
  let facts: [String]
  let answers: [String]

  init(_ name: String, _ facts: [String], _ answers: [String]) {
    testDescription = name
    self.facts = facts
    self.answers = answers
  }

  /// Expects the answers about `benefits`, whatever the order of the facts.
  func check(_ rule: String, of benefits: [String], on day: String = "2020-12-31") throws {
    let scene = try Scene("stacking", ["STACKING": rule])
    #expect(try scene.answers(facts, on: day, of: benefits) == answers)
    let other = try scene.answers(facts.reversed(), on: day, of: benefits)
    #expect(other == answers, "in the other order")
  }

  /// A skill-level certificate of one occupation.
  static let turner = "occupation=6-18-01-01 kind=skill-level"

  static func course(_ id: String, _ cost: Int, _ day: String) -> String {
    "training \(id) kind=skill cost=\(cost) from=\(day)"
  }
}

import Determination
import Testing

/// Decision tables by hit policy, with inputs that are unknown or none.
@Suite("Decision tables")
struct TableTests {
  struct Case: CustomTestStringConvertible {
    let policy: String
    let rows: String
    let certificate: String
    let answer: String

    init(_ policy: String, _ rows: String, _ certificate: String, _ answer: String) {
      self.policy = policy
      self.rows = rows
      self.certificate = certificate
      self.answer = answer
    }

    var testDescription: String { "\(policy) \(certificate)" }
  }

  private static let byLevel = """
    | 一 · one | 1 | - | 1000 |
    | 二 · two | [2..3] | 技能等级 | 2000 |
    | 三 · three | [2..3] | 职业资格, 专项能力 | 3000 |
    """
  private static let overlapping = """
    | 一 · one | <= 2 | - | 1000 |
    | 二 · two | >= 2 | - | 2000 |
    """
  private static let agreeing = """
    | 一 · one | <= 3 | - | 1000 |
    | 二 · two | - | 技能等级 | 1000 |
    | 三 · three | - | - | 1000 |
    """
  private static let fallback = """
    | 一 · one | 1 | - | 1000 |
    | 二 · two | not(2, 3) | 技能等级 | 2000 |
    | 三 · three | - | - | 3000 |
    """

  private static let cases = [
    Case("U", byLevel, "level=1", "entitled 1000.00"),
    Case("U", byLevel, "level=2 kind=skill-level", "entitled 2000.00"),
    Case("U", byLevel, "level=3 kind=special-ability", "entitled 3000.00"),
    Case("U", byLevel, "level=3", "undetermined ? certificate.kind"),
    Case("U", byLevel, "kind=skill-level", "undetermined ? certificate.level"),
    Case("U", byLevel, "level=4 kind=skill-level", "undetermined"),
    Case("U", byLevel, "level=none kind=skill-level", "undetermined"),
    Case("U", overlapping, "level=2", "undetermined"),
    Case("U", overlapping, "level=3", "entitled 2000.00"),
    Case("A", overlapping, "level=2", "undetermined"),
    Case("A", agreeing, "level=2 kind=skill-level", "entitled 1000.00"),
    Case("A", agreeing, "kind=skill-level", "entitled 1000.00"),
    Case("F", overlapping, "level=2", "entitled 1000.00"),
    Case("F", fallback, "level=1", "entitled 1000.00"),
    Case("F", fallback, "level=4 kind=skill-level", "entitled 2000.00"),
    Case("F", fallback, "level=4 kind=qualification", "entitled 3000.00"),
    Case("F", fallback, "level=2 kind=skill-level", "entitled 3000.00"),
    Case("F", fallback, "level=2", "entitled 3000.00"),
    Case("F", fallback, "level=4", "undetermined ? certificate.kind"),
    Case("F", agreeing, "", "entitled 1000.00"),
    Case("C+", overlapping, "level=2", "entitled 3000.00"),
    Case("C+", overlapping, "level=1", "entitled 1000.00"),
    Case("C+", overlapping, "kind=skill-level", "undetermined ? certificate.level"),
    Case("C<", overlapping, "level=2", "entitled 1000.00"),
    Case("C>", overlapping, "level=2", "entitled 2000.00"),
    Case("C#", overlapping, "level=2", "entitled 2.00"),
    Case("C#", byLevel, "level=4 kind=skill-level", "entitled 0.00"),
    Case("C+", byLevel, "level=4 kind=skill-level", "undetermined"),
  ]

  @Test("A table's value by hit policy", arguments: cases)
  func table(_ one: Case) throws {
    let scene = try Scene("table", ["POLICY": one.policy, "ROWS": one.rows])
    let facts = "certificate c1 " + one.certificate
    #expect(try scene.answers([facts]) == ["c1 " + one.answer])
  }

  @Test(
    "A table that gives no value is a defect, and says which",
    arguments: [
      (byLevel, "level=4 kind=skill-level", "no row of the decision table “标准” hits (PLN-R02)"),
      (
        overlapping, "level=2",
        "several rows of the decision table “标准” hit: one, two (PLN-R03)"
      ),
    ])
  func defect(_ rows: String, _ certificate: String, _ doubt: String) throws {
    let scene = try Scene("table", ["POLICY": "U", "ROWS": rows])
    let report = try scene.report(["certificate c1 " + certificate])
    #expect(report.determinations.first?.doubts == [doubt])
  }
}

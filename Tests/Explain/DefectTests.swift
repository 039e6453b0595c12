import Determination
import Testing

/// An error of a rule is a defect of the document: the answer stays open, names the code, and is
/// never a silent no.
@Suite("Defects")
struct DefectTests {
  struct Case: CustomTestStringConvertible {
    let condition: String
    let amount: String
    let code: String

    var testDescription: String { condition + " | " + amount }
  }

  private static let cases = [
    Case(condition: "1 / (引进.合同月数 - 6) > 0", amount: "1", code: "FEEL-N03"),
    Case(condition: "not(1 / (引进.合同月数 - 6) > 0)", amount: "1", code: "FEEL-N03"),
    Case(condition: "引进.单位.规上 = true or 1 / (引进.合同月数 - 6) > 0", amount: "1", code: "FEEL-N03"),
    Case(condition: "标准(@\"2018-12-31\") > 0", amount: "1", code: "PLN-R01"),
    Case(condition: "标准(none) > 0", amount: "1", code: "PLN-R06"),
    Case(condition: "次月(none) > 认定日", amount: "1", code: "PLN-R06"),
    Case(condition: "none + @\"P1M\" > 认定日", amount: "1", code: "FEEL-N02"),
    Case(condition: "true", amount: "1 - 引进.合同月数", code: "PLN-R04"),
    Case(condition: "true", amount: "10 ** 40", code: "PLN-R04"),
    Case(condition: "true", amount: "if 引进.全职 then null else 1", code: "PLN-R05"),
    Case(condition: "true", amount: "1 / (引进.合同月数 - 6)", code: "FEEL-N03"),
  ]

  @Test("A defect leaves the answer open and shows its code", arguments: cases)
  func defect(_ one: Case) throws {
    let scene = try Scene("condition", ["CONDITION": one.condition, "AMOUNT": one.amount])
    let report = try scene.report([
      "relocation r1 arrivedOn=2020-05-10 fullTime=true contractMonths=6 employer=e1",
      "organisation e1 aboveScale=false region=330302",
    ])
    let found = try #require(report.determinations.first)
    #expect(found.answer == "r1 undetermined")
    #expect(found.doubts.contains { $0.contains(one.code) }, "\(found.doubts)")
  }

  @Test(
    "A false condition settles the answer, whatever else is wrong",
    arguments: ["false and 1 / 0 > 0", "1 / 0 > 0 and false"])
  func settled(_ condition: String) throws {
    let scene = try Scene("condition", ["CONDITION": condition, "AMOUNT": "1"])
    #expect(try scene.answers(["relocation r1 arrivedOn=2020-05-10"]) == ["r1 not-entitled"])
  }

  @Test(
    "Amounts are rounded half up to 分 once",
    arguments: [
      ("标准(引进.到岗日期)", "200.01"), ("0.005", "0.01"), ("0.015", "0.02"), ("2.675", "2.68"),
      ("100 / 3", "33.33"), ("100 / 3 * 3", "100.00"), ("0 * (0 - 1)", "0.00"),
    ])
  func rounding(_ amount: String, _ expected: String) throws {
    let scene = try Scene("condition", ["CONDITION": "true", "AMOUNT": amount])
    let answers = try scene.answers(["relocation r1 arrivedOn=2020-05-10 fullTime=true"])
    #expect(answers == ["r1 entitled " + expected])
  }
}

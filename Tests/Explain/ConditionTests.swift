import Testing

/// The meaning of conditions, operator by operator: unknown by Kleene's logic, none as decided in
/// `Documentation/decisions/none-in-comparisons.md`, errors of a rule as defects.
///
/// Of the relocation under test `fullTime` is true, `confirmed` and `fromRegion` are unknown,
/// `contractMonths` and `talentClass` are none.
@Suite("Conditions")
struct ConditionTests {
  struct Case: CustomTestStringConvertible {
    let condition: String
    let answer: String
    var facts: [String] = []

    init(_ condition: String, _ answer: String, _ facts: [String] = []) {
      self.condition = condition
      self.answer = answer
      self.facts = facts
    }

    var testDescription: String { condition }
  }

  private static let yes = "entitled 1.00"
  private static let no = "not-entitled"
  private static let confirmed = "undetermined ? relocation.confirmed"
  private static let region = "undetermined ? relocation.fromRegion"
  private static let employment = "undetermined ? employment"

  private static let logic = [
    Case("引进.全职", yes), Case("not(引进.全职)", no), Case("引进.已确认", confirmed),
    Case("not(引进.已确认)", confirmed),
    Case("引进.全职 and 引进.已确认", confirmed), Case("引进.已确认 and 引进.全职", confirmed),
    Case("not(引进.全职) and 引进.已确认", no), Case("引进.已确认 and not(引进.全职)", no),
    Case("引进.全职 or 引进.已确认", yes), Case("引进.已确认 or 引进.全职", yes),
    Case("引进.已确认 or not(引进.全职)", confirmed), Case("not(引进.已确认 or 引进.全职)", no),
    Case(
      "引进.已确认 and 引进.来源地区 = \"310000\"",
      "undetermined ? relocation.confirmed relocation.fromRegion"),
    Case("if 引进.已确认 then 引进.全职 else true", yes),
    Case("if 引进.已确认 then true else false", confirmed),
    Case("if 引进.全职 then true else 引进.已确认", yes),
    Case("(if 引进.已确认 then 1 else 1.0) = 1", yes),
    Case("(if 引进.已确认 then null else null) = null", yes),
  ]

  private static let none = [
    Case("引进.合同月数 >= 12", no), Case("引进.合同月数 < 12", no), Case("12 > 引进.合同月数", no),
    Case("not(引进.合同月数 >= 12)", yes), Case("引进.合同月数 = 12", no),
    Case("引进.合同月数 != 12", yes), Case("引进.合同月数 = null", yes),
    Case("引进.合同月数 != null", no), Case("引进.合同月数 in [1..12]", no),
    Case("引进.合同月数 in (< 12)", no), Case("引进.合同月数 in (null, 12)", yes),
    Case("引进.合同月数 between 1 and 12", no), Case("引进.人才类别 = \"B类\"", no),
    Case("引进.人才类别 = null", yes), Case("引进.人才类别 in (\"B类\", \"C类\")", no),
    Case("引进.全职 = null", no), Case("引进.已确认 = null", confirmed),
    Case("none = null", yes), Case("none < 认定日", no),
  ]

  private static let membership = [
    Case("引进.来源地区 = \"310000\"", region), Case("引进.来源地区 in (\"310000\", \"320000\")", region),
    Case("not(引进.来源地区 in (\"310000\"))", region),
    Case("引进.到岗日期 in [@\"2020-05-10\"..@\"2020-12-31\"]", yes),
    Case("引进.到岗日期 in (@\"2020-05-10\"..@\"2020-12-31\"]", no),
    Case("引进.到岗日期 in (< @\"2020-01-01\", >= @\"2020-05-10\")", yes),
    Case("引进.到岗日期.year = 2020 and 引进.到岗日期.month = 5 and 引进.到岗日期.day = 10", yes),
    Case("本地(引进.来源地区)", region), Case("本地(人.所在地区)", yes),
    Case("引进.单位.类型 = \"企业\"", yes), Case("引进.单位.编号 = \"e1\"", yes),
    Case("口径 = \"宽\"", yes),
  ]

  private static let courses = ["training t1 hours=40", "training t2 from=2020-01-01"]

  /// Training records are complete: what is not on record does not exist.
  private static let complete = [
    Case("some 课 in 培训 satisfies 课.课时 >= 40", yes, courses),
    Case("some 课 in 培训 satisfies 课.课时 > 40", "undetermined ? training.hours", courses),
    Case("every 课 in 培训 satisfies 课.课时 >= 40", "undetermined ? training.hours", courses),
    Case("every 课 in 培训 satisfies 课.课时 > 40", no, courses),
    Case("some 课 in 培训 satisfies true", no), Case("every 课 in 培训 satisfies false", yes),
    Case("count(培训) = 0", yes), Case("count(培训) = 2", yes, courses),
    Case("count(培训[课时 >= 40]) = 1", "undetermined ? training.hours", courses),
    Case("sum(培训.课时) > 10", "undetermined ? training.hours", courses),
    Case("max(培训.起) = @\"2020-01-01\"", "undetermined ? training.from", courses),
    Case(
      "count(培训[课时 = 40 and 起 > @\"2021-01-01\"]) = 0", "undetermined ? training.from", courses),
    Case(
      "some 课 in 培训 satisfies (some 证 in 证书 satisfies 证.发证日期 >= 课.起)", yes,
      courses + ["certificate c1 issuedOn=2020-02-01"]),
    Case(
      "count(证书[some 课 in 培训 satisfies 课.起 <= 发证日期]) = 1", yes,
      ["training t2 from=2020-01-01", "certificate c1 issuedOn=2020-02-01"]),
    Case(
      "count(证书[count(培训[起 <= 发证日期]) > 0]) = 1", yes,
      ["training t2 from=2020-01-01", "certificate c1 issuedOn=2020-02-01"]),
    Case("count(培训) = 0", yes, ["training t1 from=2021-01-01"]),
  ]

  private static let hours = "undetermined ? training.hours"

  /// One record is known to count and one may: the number is 1 or 2, and what is so either way holds.
  private static let numbers = [
    Case("count(培训[课时 >= 40]) > 0", yes, courses), Case("0 < count(培训[课时 >= 40])", yes, courses),
    Case("count(培训[课时 >= 40]) = 0", no, courses), Case("count(培训[课时 >= 40]) != 0", yes, courses),
    Case("count(培训[课时 >= 40]) >= 2", hours, courses),
    Case("count(培训[课时 >= 40]) > 2", no, courses), Case("count(培训[课时 >= 40]) <= 2", yes, courses),
    Case("count(培训[课时 >= 40]) = 2", hours, courses),
    Case("count(培训[课时 >= 40]) = 3", no, courses), Case("count(培训[课时 >= 40]) != 3", yes, courses),
    Case("count(培训[课时 >= 40][起 > @\"2020-01-01\"]) < 3", yes, courses),
    Case("count(就业) >= 0", yes), Case("count(就业) > 0", employment),
    Case("count(就业[一线]) < 2", yes, job),
    Case("count(就业[一线]) < 1", "undetermined ? employment.frontLine", job),
    Case("count(参保[险种 = \"失业\"]) < 5", insurance, pension),
  ]

  /// A record of which nobody knows whether it is in a list matters only where it could settle
  /// something.
  private static let possible = [
    Case(
      "some 课 in 培训[课时 >= 40] satisfies 课.起 > @\"2021-01-01\"", no, ["training t2 from=2020-01-01"]),
    Case(
      "some 课 in 培训[课时 >= 40] satisfies 课.起 = @\"2020-01-01\"", hours,
      ["training t2 from=2020-01-01"]),
    Case(
      "every 课 in 培训[课时 >= 40] satisfies 课.起 = @\"2020-01-01\"", yes,
      ["training t2 from=2020-01-01"]),
    Case(
      "every 课 in 培训[课时 >= 40] satisfies 课.起 < @\"2020-01-01\"", hours,
      ["training t2 from=2020-01-01"]),
    Case(
      "count(培训[课时 >= 40][起 > @\"2021-01-01\"]) = 0", yes, ["training t2 from=2020-01-01"]),
    Case(
      "some 课 in 培训[课时 >= 40] satisfies 课.费用 > 5",
      "undetermined ? training.cost training.hours", ["training t2 from=2020-01-01"]),
  ]

  /// A figure that is the same on every day is known without the day.
  private static let figures = [
    Case("引进.合同月数 = null and 定额(发证) = 5", yes, ["certificate c1 level=1"]),
    Case("定额(发证) > 5", no, ["certificate c1 level=1"]),
    Case("标准(发证) > 5", "undetermined ? certificate.issuedOn", ["certificate c1 level=1"]),
    Case("续额(发证) = 7", yes, ["certificate c1 level=1"]),
    Case("短额(发证) = 7", "undetermined ? certificate.issuedOn", ["certificate c1 level=1"]),
  ]

  private static let job = ["employment j1 employer=e1 from=2019-01-01"]

  /// Employment records are open: without any nothing is known, one makes them complete.
  private static let open = [
    Case("some 工作 in 就业 satisfies true", employment),
    Case("every 工作 in 就业 satisfies false", employment), Case("count(就业) = 0", employment),
    Case("some 工作 in 就业 satisfies 覆盖(工作, 认定日)", yes, job),
    Case("some 工作 in 就业 satisfies 覆盖(工作, @\"2018-12-31\")", no, job),
    Case(
      "some 工作 in 就业 satisfies 工作.单位.类型 = \"学校\"", no, job),
    Case(
      "some 工作 in 就业 satisfies 工作.单位.规上", "undetermined ? organisation.aboveScale", job),
    Case("count(就业[一线]) = 0", "undetermined ? employment.frontLine", job),
  ]

  private static let pension = ["insurance - scheme=pension from=2018-01 to=2018-03"]
  private static let unemployment = ["insurance - scheme=unemployment from=2020-01 to=2020-03"]
  private static let insurance = "undetermined ? insurance"

  /// Insurance is open by scheme where the scheme is asked for; else one record of any will do.
  private static let perScheme = [
    Case("count(参保[险种 = \"失业\"]) = 0", insurance),
    Case("count(参保[险种 = \"失业\"]) = 0", insurance, pension),
    Case("count(参保[险种 = \"失业\"]) = 1", yes, pension + unemployment),
    Case("count(参保[险种 = \"失业\"]) = 1", yes, unemployment),
    Case("count(参保[险种 = \"养老\"]) = 1", yes, pension),
    Case("count(参保[险种 in (\"养老\", \"失业\")]) = 1", insurance, pension),
    Case("some 段 in 参保 satisfies 覆盖(段, 认定日)", no, pension),
    Case("some 段 in 参保 satisfies 段.险种 = \"失业\"", insurance, pension),
    Case("every 段 in 参保 satisfies 段.险种 = \"养老\"", insurance, pension),
    Case("覆盖月数(参保, 认定日) = 3", yes, pension),
    Case("覆盖月数(参保[险种 = \"失业\"], 认定日) = 0", insurance, pension),
    Case("覆盖月数(参保[险种 = \"失业\"], 认定日) = 3", yes, pension + unemployment),
    Case("count(参保[起 < @\"2017-01-01\"][险种 = \"失业\"]) = 0", insurance, pension),
    Case("count(参保[起 < @\"2017-01-01\"][险种 = \"失业\"]) = 0", yes, pension + unemployment),
    Case(
      "count(参保[险种 = \"失业\"]) = 1", "undetermined ? insurance insurance.scheme",
      ["insurance - from=2018-01"]),
  ]

  @Test(
    "A condition holds, fails or stays open",
    arguments: logic + none + membership + complete + open + perScheme + numbers + possible
      + figures)
  func condition(_ one: Case) throws {
    let scene = try Scene("condition", ["CONDITION": one.condition, "AMOUNT": "1"])
    let relocation =
      "relocation r1 arrivedOn=2020-05-10 fullTime=true contractMonths=none employer=e1"
    #expect(try scene.answers([relocation] + one.facts) == ["r1 " + one.answer])
  }
}

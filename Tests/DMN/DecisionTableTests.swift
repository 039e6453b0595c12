import Testing

/// Hit policies, aggregators, default and allowed values (DMN 1.5, chapter 8).
@Suite struct DecisionTableTests {
  struct Output {
    var name: String?
    var type: String?
    var allowed: String?
    var fallback: String?

    var xml: String {
      "<output\(name.map { " name=\"\($0)\"" } ?? "")\(type.map { " typeRef=\"\($0)\"" } ?? "")>"
        + (allowed.map { "<outputValues>\(cell($0))</outputValues>" } ?? "")
        + (fallback.map { "<defaultOutputEntry>\(cell($0))</defaultOutputEntry>" } ?? "")
        + "</output>"
    }
  }

  /// A table over the input `n`: each rule is a test and its output entries.
  static func table(
    _ policy: String, aggregating aggregation: String? = nil, outputs: [Output] = [Output()],
    _ rules: [(String, [String])]
  ) -> String {
    "<decisionTable hitPolicy=\"\(policy)\"\(aggregation.map { " aggregation=\"\($0)\"" } ?? "")>"
      + "<input><inputExpression typeRef=\"number\">\(cell("n"))</inputExpression></input>"
      + outputs.map(\.xml).joined()
      + rules.map { test, values in
        "<rule><inputEntry>\(cell(test))</inputEntry>"
          + values.map { "<outputEntry>\(cell($0))</outputEntry>" }.joined() + "</rule>"
      }.joined() + "</decisionTable>"
  }

  static func run(_ table: String, _ n: String, type: String? = nil) throws -> String {
    try result(in: input("n") + decision("d", type: type, needs: ["#n"], table), "{n: \(n)}")
  }

  static let three = [
    ("> 0", ["\"低\""]), ("> 10", ["\"高\""]), ("> 20", ["\"高\""]), ("< -5", ["\"低\""]),
  ]
  static let ranked = [Output(allowed: "\"高\", \"低\"")]

  @Test(arguments: [
    ("UNIQUE", "5", "\"低\""), ("UNIQUE", "15", "null DMN-N04"), ("UNIQUE", "0", "null DMN-N06"),
    ("ANY", "5", "\"低\""), ("ANY", "15", "null DMN-N05"), ("ANY", "0", "null DMN-N06"),
    ("FIRST", "25", "\"低\""), ("FIRST", "0", "null DMN-N06"),
    ("PRIORITY", "25", "\"高\""), ("PRIORITY", "0", "null DMN-N06"),
    ("RULE ORDER", "25", "[\"低\", \"高\", \"高\"]"), ("RULE ORDER", "0", "[]"),
    ("OUTPUT ORDER", "25", "[\"高\", \"高\", \"低\"]"), ("OUTPUT ORDER", "0", "[]"),
    ("COLLECT", "25", "[\"低\", \"高\", \"高\"]"), ("COLLECT", "0", "[]"),
    ("UNIQUE", "null", "null DMN-N06"),
  ])
  func hitPolicies(policy: String, n: String, expected: String) throws {
    let table = Self.table(policy, outputs: Self.ranked, Self.three)
    #expect(try Self.run(table, n) == expected)
  }

  /// A missing Boolean is neither of the two.
  @Test(arguments: [("true", "\"yes\""), ("false", "\"no\""), ("null", "\"open\"")])
  func cellsOfABoolean(n: String, expected: String) throws {
    let table = Self.table(
      "UNIQUE", [("true", ["\"yes\""]), ("false", ["\"no\""]), ("null", ["\"open\""])]
    )
    .replacing("typeRef=\"number\"", with: "typeRef=\"boolean\"")
    #expect(try Self.run(table, n) == expected)
  }

  @Test func anyIsContentWhenTheRulesAgree() throws {
    let table = Self.table("ANY", [("> 0", ["1 + 1"]), ("> 10", ["2.0"])])
    #expect(try Self.run(table, "15") == "2")
  }

  static let amounts = [("> 0", ["10"]), ("> 10", ["2.5"]), ("> 10", ["2.5"])]

  @Test(arguments: [
    ("SUM", "15", "15"), ("MIN", "15", "2.5"), ("MAX", "15", "10"), ("COUNT", "15", "3"),
    ("SUM", "0", "null DMN-N06"), ("MIN", "0", "null DMN-N06"), ("MAX", "0", "null DMN-N06"),
    ("COUNT", "0", "0"),
  ])
  func aggregators(aggregator: String, n: String, expected: String) throws {
    #expect(
      try Self.run(Self.table("COLLECT", aggregating: aggregator, Self.amounts), n) == expected)
  }

  static let pair = [
    Output(name: "等级", allowed: "\"高\", \"低\""), Output(name: "sum due", allowed: "300, 200, 100"),
  ]
  static let pairs = [
    ("> 0", ["\"低\"", "300"]), ("> 10", ["\"高\"", "100"]), ("> 20", ["\"高\"", "200"]),
  ]

  @Test(
    arguments: [
      ("UNIQUE", nil, "5", "{等级: \"低\", sum due: 300}"),
      ("PRIORITY", nil, "25", "{等级: \"高\", sum due: 200}"),
      ("FIRST", nil, "25", "{等级: \"低\", sum due: 300}"),
      ("ANY", nil, "15", "null DMN-N05"),
      (
        "OUTPUT ORDER", nil, "25",
        "[{等级: \"高\", sum due: 200}, {等级: \"高\", sum due: 100}, {等级: \"低\", sum due: 300}]"
      ),
      ("RULE ORDER", nil, "15", "[{等级: \"低\", sum due: 300}, {等级: \"高\", sum due: 100}]"),
      ("COLLECT", "MAX", "15", "{等级: \"高\", sum due: 300}"),
      ("COLLECT", "COUNT", "15", "{等级: 2, sum due: 2}"),
    ] as [(String, String?, String, String)])
  func severalOutputs(policy: String, aggregator: String?, n: String, expected: String) throws {
    let table = Self.table(policy, aggregating: aggregator, outputs: Self.pair, Self.pairs)
    #expect(try Self.run(table, n) == expected)
  }

  @Test func equalPrioritiesStayInTheOrderOfTheRules() throws {
    let outputs = [Output(name: "a", allowed: "1, 2"), Output(name: "b")]
    let rules = [("-", ["2", "\"z\""]), ("-", ["1", "\"y\""]), ("-", ["2", "\"x\""])]
    let table = Self.table("OUTPUT ORDER", outputs: outputs, rules)
    #expect(
      try Self.run(table, "0") == "[{a: 1, b: \"y\"}, {a: 2, b: \"z\"}, {a: 2, b: \"x\"}]")
  }

  @Test func prioritiesMayComeFromTheType() throws {
    let type = """
      <itemDefinition name="tBand"><typeRef>string</typeRef>
      <allowedValues>\(cell("\"高\", \"低\""))</allowedValues></itemDefinition>
      """
    let table = Self.table("PRIORITY", outputs: [Output(type: "tBand")], Self.three)
    let model = type + input("n") + decision("d", needs: ["#n"], table)
    #expect(try result(in: model, "{n: 15}") == "\"高\"")
  }

  @Test(arguments: [
    ("UNIQUE", "0", "\"无\""), ("COLLECT", "0", "\"无\""), ("UNIQUE", "5", "\"低\""),
    // Several hits are no lack of hits.
    ("UNIQUE", "15", "null DMN-N04"),
  ])
  func defaultOutput(policy: String, n: String, expected: String) throws {
    let table = Self.table(policy, outputs: [Output(fallback: "\"无\"")], Self.three)
    #expect(try Self.run(table, n) == expected)
  }

  @Test func aDefaultOfOneOutputLeavesTheOthersNull() throws {
    let outputs = [Output(name: "a", fallback: "n + 1"), Output(name: "b")]
    #expect(
      try Self.run(Self.table("FIRST", outputs: outputs, [("1", ["1", "2"])]), "5")
        == "{a: 6, b: null}")
  }

  @Test(arguments: [
    ("\"甲\"", "\"甲\""), ("\"丙\"", "null DMN-N10"), ("null", "null"),
    ("[\"甲\", \"乙\"]", "[\"甲\", \"乙\"]"),
    ("[\"甲\", \"丙\"]", "null DMN-N10"),
  ])
  func outputValues(entry: String, expected: String) throws {
    let table = Self.table("UNIQUE", outputs: [Output(allowed: "\"甲\", \"乙\"")], [("-", [entry])])
    #expect(try Self.run(table, "1") == expected)
  }

  @Test(arguments: [
    ("3", "\"hit\""), ("30", "null DMN-N10"), ("null", "\"hit\""),
  ])
  func inputValues(n: String, expected: String) throws {
    let table = """
      <decisionTable><input><inputExpression>\(cell("n"))</inputExpression>
      <inputValues>\(cell("[1..9]"))</inputValues></input><output/>
      <rule><inputEntry>\(cell("-"))</inputEntry><outputEntry>\(cell("\"hit\""))</outputEntry></rule>
      </decisionTable>
      """
    #expect(try Self.run(table, n) == expected)
  }

  @Test(arguments: [
    ("1, 3, [5..7]", "6", "true"), ("not(1, 3)", "3", "null DMN-N06"), ("not(1, 3)", "2", "true"),
    ("? * 2 > 9", "5", "true"), ("-", "null", "true"), ("null", "null", "true"), ("", "5", "true"),
    ("limit", "5", "null DMN-N06"), ("n", "5", "true"), ("5 5", "5", "null DMN-N06"),
    ("\"x\"", "5", "null DMN-N06"),
  ])
  func inputEntries(test: String, n: String, expected: String) throws {
    #expect(try Self.run(Self.table("UNIQUE", [(test, ["true"])]), n) == expected)
  }

  @Test func outputsAreConvertedToTheirTypes() throws {
    let outputs = [Output(name: "a", type: "number"), Output(name: "b", type: "date and time")]
    let table = Self.table("UNIQUE", outputs: outputs, [("-", ["[1]", "@\"2020-01-01\""])])
    #expect(try Self.run(table, "1") == "{a: 1, b: 2020-01-01T00:00:00Z}")
    #expect(try Self.run(Self.table("COLLECT", Self.amounts), "5", type: "number") == "10")
  }
}

import Core
import DMN
import FEEL
import Testing

/// Requirements, decision services and imports (DMN 1.5, 6.2, 6.3 and 10.4).
@Suite struct GraphTests {
  static func service(
    _ name: String, outputs: [String], encapsulated: [String] = [], decisions: [String] = [],
    inputs: [String] = []
  ) -> String {
    func part(_ kind: String, _ names: [String]) -> String {
      names.map { "<\(kind) href=\"#\($0)\"/>" }.joined()
    }
    return """
      <decisionService id="\(name)" name="\(name)"><variable name="\(name)"/>
      \(part("outputDecision", outputs))\(part("encapsulatedDecision", encapsulated))
      \(part("inputDecision", decisions))\(part("inputData", inputs))</decisionService>
      """
  }

  /// `total` adds `base` and `extra`; `base` needs `n`; `extra` is 1000 unless it is given.
  static let graph =
    input("n", type: "number") + input("用 户 name") + decision("base", needs: ["#n"], feel("n * 2"))
    + decision("extra", feel("1000"))
    + decision("total", decisions: ["#base", "#extra"], feel("base + extra"))
    + decision("greeting", needs: ["#用 户 name"], feel("\"你好 \" + 用 户 name"))
    + service(
      "S", outputs: ["total"], encapsulated: ["base"], decisions: ["extra"], inputs: ["n"])
    + service("two", outputs: ["base", "extra"], inputs: ["n"])

  @Test(arguments: [
    ("base", "{n: 2}", "4"), ("total", "{n: 2}", "1004"), ("total", "{}", "null DMN-N15"),
    ("base", "{n: \"x\"}", "null DMN-N10"), ("base", "{n: [7]}", "14"),
    ("greeting", "{\"用 户 name\": \"x\"}", "\"你好 x\""),
    // Asked for as such, a service takes its input decisions from the inputs.
    ("S", "{n: 2, extra: 5}", "9"), ("S", "{n: 2}", "null DMN-N15"),
    ("two", "{n: 2}", "{base: 4, extra: 1000}"), ("nobody", "{}", "none"),
  ])
  func values(asked: String, given: String, expected: String) throws {
    #expect(try result(of: asked, in: Self.graph, given) == expected)
  }

  /// Input data first, then input decisions; by name in any order.
  @Test(arguments: [
    ("S(2, 5)", "9"), ("S(extra: 5, n: 2)", "9"), ("S([2], 5)", "9"), ("S(2)", "null FEEL-N11"),
    ("S(\"x\", 5)", "null DMN-N10"), ("S(n: 2, other: 5)", "null FEEL-N11"),
    ("two(3).base", "6"), ("S(1, 1) + S(2, 2)", "9"),
    ("for i in [1, 2] return S(i, 0)", "[2, 4]"),
  ])
  func services(call: String, expected: String) throws {
    let model = Self.graph + decision("d", knows: ["#S", "#two"], feel(call))
    #expect(try result(in: model, "{n: 100}") == expected)
  }

  @Test func aServiceIsInvokedAsABoxedExpressionToo() throws {
    let call = BoxedExpressionTests.invocation("S", [("extra", "5"), ("n", "2")])
    #expect(try result(in: Self.graph + decision("d", knows: ["#S"], call)) == "9")
  }

  @Test func knowledgeModelsUseEachOther() throws {
    func knowledge(_ name: String, knows: String = "", _ body: String) -> String {
      """
      <businessKnowledgeModel id="\(name)" name="\(name)"><variable name="\(name)"/>
      <encapsulatedLogic><formalParameter name="a"/>\(feel(body))</encapsulatedLogic>\(knows)
      </businessKnowledgeModel>
      """
    }
    let requirement =
      "<knowledgeRequirement><requiredKnowledge href=\"#double-it\"/></knowledgeRequirement>"
    let model =
      knowledge("double-it", "a * 2") + knowledge("outer", knows: requirement, "double-it(a) + 1")
    #expect(try result(in: model + decision("d", knows: ["#outer"], feel("outer(4)"))) == "9")
    #expect(
      try result(in: model + decision("d", knows: ["#outer"], feel("double-it(4)")))
        == "null FEEL-N06")
  }

  @Test(arguments: ["20180521", "20191111", "20211108", "20230324"])
  func editions(edition: String) throws {
    let text = modelText(decision("d", feel("1")), edition: edition)
    #expect(try result(of: "d", program(text)) == "1")
  }

  static func importing(_ name: String, _ namespace: String) -> String {
    """
    <import name="\(name)" namespace="\(namespace)"
      importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
    """
  }

  /// `rates` is imported by `fees`, which the main model imports.
  static let rates = modelText(
    "<itemDefinition name=\"tRate\"><typeRef>number</typeRef><allowedValues>"
      + "\(cell("< 10"))</allowedValues></itemDefinition>"
      + input("每 月") + decision("rate", needs: ["#每 月"], feel("每 月 / 100"))
        + """
        <businessKnowledgeModel id="twice" name="twice"><variable name="twice"/><encapsulatedLogic>
        <formalParameter name="a" typeRef="tRate"/>\(feel("a * 2"))
        </encapsulatedLogic></businessKnowledgeModel>
        """, namespace: "urn:x/rates")
  static let fees = modelText(
    importing("r.a", "urn:x/rates")
      + decision(
        "fee", type: "r.a.tRate", decisions: ["urn:x/rates#rate"], knows: ["urn:x/rates#twice"],
        feel("r.a.twice(r.a.rate)")), namespace: "urn:x/fees")

  @Test(arguments: [
    ("f", "f.fee", "{\"每 月\": 50}", "1"), ("", "fee", "{\"每 月\": 50}", "1"),
    ("f", "f.fee", "{\"每 月\": 5000}", "null DMN-N10"), ("f", "fee", "{}", "null FEEL-N06"),
  ])
  func imports(name: String, formula: String, given: String, expected: String) throws {
    let model =
      Self.importing(name, "urn:x/fees")
      + decision("d", decisions: ["urn:x/fees#fee"], feel("\(formula) + 0"))
    #expect(
      try result(in: model, given, imported: [Self.rates, Self.fees])
        == expected)
  }

  @Test(arguments: [("r", "r.tRate"), ("", "tRate")])
  func importedTypes(name: String, type: String) throws {
    let model =
      Self.importing(name, "urn:x/rates") + decision("d", type: type, feel("5"))
      + decision("e", type: type, feel("50"))
    #expect(try result(in: model, imported: [Self.rates]) == "5")
    #expect(try result(of: "e", in: model, imported: [Self.rates]) == "null DMN-N10")
  }

  /// A caller may give an imported model's input in a context under the import's name.
  @Test func inputsOfAnImportedModel() throws {
    let model =
      Self.importing("r", "urn:x/rates")
      + decision("d", decisions: ["urn:x/rates#rate"], feel("r.rate"))
    let given = "{r: {\"每 月\": 50}}"
    #expect(try result(in: model, given, imported: [Self.rates]) == "0.5")
  }

  @Test func elementsOfOtherToolsAreNoPartOfTheModel() throws {
    let text = modelText(
      """
      <decision id="d" name="d" xmlns:o="urn:other" o:name="other"><extensionElements>
      <o:literalExpression><o:text>2</o:text></o:literalExpression></extensionElements>
      <o:literalExpression><o:text>3</o:text></o:literalExpression>\(feel("1"))</decision>
      """)
    #expect(try result(of: "d", program(text)) == "1")
  }

  /// A knowledge model that is asked for as such takes its parameters from the inputs.
  @Test func aKnowledgeModelIsCalledByName() throws {
    let model = """
      <businessKnowledgeModel id="f" name="f"><variable name="f"/><encapsulatedLogic>
      <formalParameter name="a"/><formalParameter name="b"/>\(feel("a - b"))
      </encapsulatedLogic></businessKnowledgeModel>
      """
    #expect(try result(of: "f", in: model, "{b: 1, a: 5}") == "4")
    #expect(try result(of: "f", in: model, "{a: 5}") == "null DMN-N15")
  }

  @Test func problemsSayWhatDoesNotRun() throws {
    let model = """
      <itemDefinition name="t"><typeRef>tNobody</typeRef>
      <allowedValues>\(cell("1, , 2"))</allowedValues></itemDefinition>
      """
    let problems = try program(
      modelText(
        model + decision("good", type: "t", feel("1"))
          + decision("坏", "<list>\(feel("1 +"))</list>")
          + decision("d", type: "tOther", decisions: ["#away"], "<list/>"))
    ).problems
    #expect(
      problems.map { "\($0.node): \($0.reason.code) \($0.reason.message.zh)" } == [
        "t: DMN-N16 没有名为“tNobody”的类型，按任意值对待",
        "t: DMN-N07 无法读懂公式“1, , 2”：这里应当是一个值，却是“,”",
        "坏: DMN-N07 无法读懂公式“1 +”：这里应当是一个值，却是结尾",
        "d: DMN-N17 所依赖的“away”不在模型里", "d: DMN-N16 没有名为“tOther”的类型，按任意值对待",
      ])
    #expect(
      problems.prefix(1).map(\.reason.message.en) + problems.suffix(2).map(\.reason.message.en) == [
        "no type is named “tNobody”; any value is taken",
        "“away”, which is required, is not in the model",
        "no type is named “tOther”; any value is taken",
      ])
  }

  @Test func aTraceNamesNodesAndRulesInOrder() throws {
    let table = DecisionTableTests.table("COLLECT", DecisionTableTests.three)
    let model =
      input("n") + decision("t", needs: ["#n"], table)
      + decision("d", decisions: ["#t"], feel("count(t)"))
    let (values, trace) = try program(modelText(model)).evaluateAll(inputs: inputs("{n: 15}"))
    #expect(values.map { "\($0.name) \($0.value.literalText)" } == ["t [\"低\", \"高\"]", "d 2"])
    #expect(trace.steps.map { "\($0.kind) \($0.name)" } == ["input n", "decision t", "decision d"])
    #expect(trace.steps.map { $0.tables.map(\.rules) } == [[], [[1, 2]], []])
  }

  @Test func aTraceTellsWhatIsInvoked() throws {
    let model = Self.graph + decision("d", knows: ["#S"], feel("S(2, 5) + S(\"x\", 1)"))
    let (_, trace) = try program(modelText(model)).evaluateAll(inputs: inputs("{n: 1}"))
    let calls = trace.steps.filter { $0.kind == .invocation }
    #expect(calls.map { "\($0.name) \($0.value.literalText)" } == ["S 9", "S null"])
  }
}

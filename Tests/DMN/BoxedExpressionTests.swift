import Testing

/// Every boxed expression of chapter 10.2, in small models of our own.
@Suite struct BoxedExpressionTests {
  @Test(arguments: [
    (feel("1 + 2"), "3"),
    (feel("[1]", type: "number"), "1"),
    (feel("\"甲\"", type: "number"), "null DMN-N10"),
    ("<literalExpression/>", "null DMN-N14"),
    (
      "<literalExpression expressionLanguage=\"urn:xpath\">\(cell("1"))</literalExpression>",
      "null DMN-N03"
    ),
    (feel("1 +"), "null DMN-N07"),
    ("", "null DMN-N01"),
  ])
  func literal(logic: String, expected: String) throws {
    #expect(try result(in: decision("d", logic)) == expected)
  }

  static let entry = """
    <contextEntry><variable name="月 fee" typeRef="number"/>\(feel("[40]"))</contextEntry>
    <contextEntry><variable name="b"/>\(feel("月 fee * 2", type: "number"))</contextEntry>
    """

  @Test(arguments: [
    ("<context>\(entry)</context>", "{月 fee: 40, b: 80}"),
    ("<context>\(entry)<contextEntry>\(feel("b + 1"))</contextEntry></context>", "81"),
    ("<context typeRef=\"string\">\(entry)</context>", "null DMN-N10"),
    (
      "<context><contextEntry><variable name=\"a\" typeRef=\"number\"/>"
        + "\(feel("\"x\"", type: "string"))</contextEntry></context>", "{a: null}"
    ),
    ("<context/>", "{}"),
  ])
  func context(logic: String, expected: String) throws {
    #expect(try result(in: decision("d", logic)) == expected)
  }

  static let relation = """
    <relation><column name="月 份" typeRef="number"/><column name="b" typeRef="date"/>
    <row>\(feel("[1]"))\(feel("@\"2020-01-01\""))</row><row>\(feel("2"))\(feel("\"x\""))</row>
    </relation>
    """

  @Test(arguments: [
    ("<list>\(feel("1"))\(feel("\"x\""))</list>", "[1, \"x\"]"),
    ("<list typeRef=\"number\">\(feel("1"))</list>", "1"),
    ("<list/>", "[]"),
    (relation, "[{月 份: 1, b: 2020-01-01}, {月 份: 2, b: null}]"),
    ("<relation><column name=\"a\"/></relation>", "[]"),
  ])
  func listAndRelation(logic: String, expected: String) throws {
    #expect(try result(in: decision("d", logic)) == expected)
  }

  static func invocation(_ callee: String, _ bindings: [(String, String)]) -> String {
    "<invocation>\(feel(callee))"
      + bindings.map { "<binding><parameter name=\"\($0)\"/>\(feel($1))</binding>" }.joined()
      + "</invocation>"
  }

  @Test(arguments: [
    (invocation("f", [("b", "1"), ("a", "10")]), "9"),
    (invocation("f", [("a", "10")]), "null FEEL-N02"),
    (invocation("f", [("a", "10"), ("c", "1")]), "null DMN-N13"),
    (invocation("substring", [("string", "\"工匠学院\""), ("start position", "3")]), "\"学院\""),
    (
      invocation("substring", [("string", "\"abc\""), ("start position", "2"), ("length", "1")]),
      "\"b\""
    ),
    (invocation("nobody", []), "null DMN-N08"),
    (invocation("12", []), "null DMN-N08"),
    ("<invocation/>", "null DMN-N14"),
  ])
  func invocations(logic: String, expected: String) throws {
    let model = """
      <businessKnowledgeModel id="f" name="f"><variable name="f"/><encapsulatedLogic>
      <formalParameter name="a"/><formalParameter name="b"/>\(feel("a - b"))
      </encapsulatedLogic></businessKnowledgeModel>
      """
    #expect(try result(in: model + decision("d", knows: ["#f"], logic)) == expected)
  }

  @Test(arguments: [
    ("f(\"x\")", "null DMN-N10"), ("f(3)", "6"), ("f([3])", "6"), ("f(n: 3)", "6"),
    ("f()", "null FEEL-N11"), ("f(m: 3)", "null FEEL-N11"),
    ("f instance of function<Any>->Any", "true"),
  ])
  func functionDefinition(call: String, expected: String) throws {
    let logic = """
      <context><contextEntry><variable name="f"/><functionDefinition>
      <formalParameter name="n" typeRef="number"/>\(feel("n * 2"))
      </functionDefinition></contextEntry><contextEntry>\(feel(call))</contextEntry></context>
      """
    #expect(try result(in: decision("d", logic)) == expected)
  }

  @Test func functionsOfOtherLanguagesAreNotRun() throws {
    let logic = "<functionDefinition kind=\"Java\">\(feel("1"))</functionDefinition>"
    #expect(try result(in: decision("d", logic)) == "null DMN-N02")
  }

  static func conditional(_ condition: String) -> String {
    "<conditional><if>\(feel(condition))</if><then>\(feel("\"是\""))</then>"
      + "<else>\(feel("\"否\""))</else></conditional>"
  }

  @Test(arguments: [
    (conditional("1 < 2"), "\"是\""), (conditional("1 > 2"), "\"否\""),
    (conditional("null"), "\"否\""), (conditional("3"), "null DMN-N11"),
    ("<conditional><if>\(feel("true"))</if></conditional>", "null DMN-N14"),
  ])
  func conditionals(logic: String, expected: String) throws {
    #expect(try result(in: decision("d", logic)) == expected)
  }

  static func filter(_ list: String, _ match: String) -> String {
    "<filter><in>\(feel(list))</in><match>\(feel(match))</match></filter>"
  }

  @Test(arguments: [
    (filter("[1, 5, 9]", "item > 3"), "[5, 9]"),
    (filter("[{a: 1}, {a: 2}]", "a = 2"), "[{a: 2}]"),
    (filter("[{item: 1}, {item: 2}]", "item = 2"), "[{item: 2}]"),
    (filter("[{a: 1}, {a: 2}]", "item.a = 2"), "[{a: 2}]"),
    (filter("[1, 5, 9]", "-1"), "9"), (filter("[1, 5, 9]", "4"), "null DMN-N12"),
    (filter("[]", "1"), "null DMN-N12"), (filter("[]", "item > 1"), "[]"),
    (filter("7", "item > 1"), "[7]"), (filter("null", "true"), "null"),
    (filter("[1, 2]", "\"x\""), "null DMN-N11"), (filter("[1, null]", "item > 0"), "[1]"),
  ])
  func filters(logic: String, expected: String) throws {
    #expect(try result(in: decision("d", logic)) == expected)
  }

  static func iteration(_ list: String, _ body: String, as name: String = "i") -> String {
    "<for iteratorVariable=\"\(name)\"><in>\(feel(list))</in><return>\(feel(body))</return></for>"
  }

  @Test(arguments: [
    (iteration("[1, 2]", "i * 10"), "[10, 20]"),
    (iteration("[1..4]", "i"), "[1, 2, 3, 4]"), (iteration("[1..4)", "i"), "[1, 2, 3]"),
    (iteration("[@\"2020-02-28\"..@\"2020-03-01\"]", "i.day"), "[28, 29, 1]"),
    (iteration("[1, 2, 3]", "sum(append(partial, i))"), "[1, 3, 7]"),
    (iteration("5", "i"), "[5]"), (iteration("null", "i"), "null"),
    (iteration("[1]", "该 项 + 1", as: "该 项"), "[2]"),
    (iteration("(> 5)", "i"), "null FEEL-N17"),
    (iteration("1..3", "if i = 1 then 1 else i * partial[-1]"), "[1, 2, 6]"),
    (iteration("2..0", "i"), "[2, 1, 0]"), (iteration("1..null", "i"), "null FEEL-N02"),
  ])
  func iterations(logic: String, expected: String) throws {
    #expect(try result(in: decision("d", logic)) == expected)
  }

  static func quantified(_ kind: String, _ list: String, _ condition: String) -> String {
    "<\(kind) iteratorVariable=\"i\"><in>\(feel(list))</in>"
      + "<satisfies>\(feel(condition))</satisfies></\(kind)>"
  }

  @Test(arguments: [
    (quantified("some", "[1, 5]", "i > 3"), "true"),
    (quantified("some", "[1, 2]", "i > 3"), "false"),
    (quantified("some", "[]", "true"), "false"), (quantified("every", "[]", "false"), "true"),
    (quantified("every", "[4, 5]", "i > 3"), "true"),
    (quantified("every", "[4..6]", "i > 4"), "false"),
    (quantified("every", "[4, null]", "i > 3"), "null FEEL-N02"),
    (quantified("every", "[null, 1]", "i > 3"), "false"),
    (quantified("every", "4..6", "i > 4"), "false"), (quantified("some", "6..4", "i > 5"), "true"),
    (quantified("some", "[1]", "i"), "null DMN-N11"),
    (quantified("some", "null", "true"), "null"),
  ])
  func quantifiers(logic: String, expected: String) throws {
    #expect(try result(in: decision("d", logic)) == expected)
  }
}

import Testing

/// Types of a model, and the conversions at its borders (DMN 1.5, 7.3.3 and 10.3.2.9.4).
@Suite struct TypeTests {
  static let definitions = """
    <itemDefinition name="tGrade"><typeRef>string</typeRef>
      <allowedValues>\(cell("\"初级\", \"高级\""))</allowedValues></itemDefinition>
    <itemDefinition name="tGrades" isCollection="true"><typeRef>tGrade</typeRef></itemDefinition>
    <itemDefinition name="tScores" isCollection="true"><typeRef>number</typeRef>
      <allowedValues>\(cell("[0..100]"))</allowedValues>
      <typeConstraint>\(cell("count(?) <= 3"))</typeConstraint></itemDefinition>
    <itemDefinition name="tTable" isCollection="true"><typeRef>tScores</typeRef></itemDefinition>
    <itemDefinition name="tWorker">
      <itemComponent name="name"><typeRef>string</typeRef></itemComponent>
      <itemComponent name="years-of service"><typeRef>number</typeRef></itemComponent>
      <itemComponent name="grades" isCollection="true"><typeRef>tGrade</typeRef></itemComponent>
    </itemDefinition>
    <itemDefinition name="tWorkers" isCollection="true"><typeRef>tWorker</typeRef></itemDefinition>
    <itemDefinition name="tTree">
      <itemComponent name="left"><typeRef>tTree</typeRef></itemComponent>
      <itemComponent name="right"><typeRef>tTree</typeRef></itemComponent>
    </itemDefinition>
    <itemDefinition name="tChicken"><typeRef>tEgg</typeRef></itemDefinition>
    <itemDefinition name="tEgg"><typeRef>tChicken</typeRef></itemDefinition>
    <itemDefinition name="tAdd"><functionItem outputTypeRef="number">
      <parameters name="a" typeRef="number"/></functionItem></itemDefinition>
    """

  static let conversions: [(type: String, given: String, expected: String)] = [
    ("number", "3", "3"), ("number", "\"3\"", "null DMN-N10"), ("number", "null", "null"),
    ("number", "[3]", "3"), ("number", "[]", "null DMN-N10"), ("number", "[3, 4]", "null DMN-N10"),
    ("number", "[[3]]", "null DMN-N10"), ("tNobody", "[3]", "[3]"), ("Any", "[3]", "[3]"),
    ("date and time", "@\"2020-02-29\"", "2020-02-29T00:00:00Z"),
    ("date", "@\"2020-02-29T10:00:00\"", "null DMN-N10"),
    ("tScores", "5", "[5]"), ("tScores", "[]", "[]"), ("tScores", "[1, null]", "[1, null]"),
    ("tScores", "[1, 101]", "null DMN-N10"), ("tScores", "101", "null DMN-N10"),
    ("tScores", "[1, 2, 3, 4]", "null DMN-N10"), ("tScores", "[[1], [2]]", "null DMN-N10"),
    ("tScores", "[[1]]", "[1]"), ("tTable", "[[1], [2]]", "[[1], [2]]"),
    ("tTable", "[1, 2]", "[[1, 2]]"), ("tTable", "1", "null DMN-N10"),
    ("tGrade", "\"高级\"", "\"高级\""), ("tGrade", "[\"高级\"]", "\"高级\""),
    ("tGrade", "\"中级\"", "null DMN-N10"), ("tGrades", "\"初级\"", "[\"初级\"]"),
    ("tGrades", "[\"初级\", \"中级\"]", "null DMN-N10"),
    (
      "tWorker", "{name: \"甲\", \"years-of service\": 3, grades: []}",
      "{name: \"甲\", \"years-of service\": 3, grades: []}"
    ),
    (
      "tWorker", "{name: \"甲\", \"years-of service\": null, grades: [\"初级\"], other: 1}",
      "{name: \"甲\", \"years-of service\": null, grades: [\"初级\"], other: 1}"
    ),
    ("tWorker", "{name: \"甲\", grades: []}", "null DMN-N10"),
    ("tWorker", "{name: 1, \"years-of service\": 3, grades: []}", "null DMN-N10"),
    ("tWorker", "{name: \"甲\", \"years-of service\": 3, grades: \"初级\"}", "null DMN-N10"),
    ("tWorker", "\"甲\"", "null DMN-N10"),
    (
      "tWorkers", "{name: \"甲\", \"years-of service\": 3, grades: []}",
      "[{name: \"甲\", \"years-of service\": 3, grades: []}]"
    ),
    (
      "tTree", "{left: null, right: {left: null, right: null}}",
      "{left: null, right: {left: null, right: null}}"
    ),
    ("tTree", "{left: null}", "null DMN-N10"), ("tChicken", "1", "1"),
    ("tAdd", "function(a) a", "function(a)"), ("tAdd", "abs", "function(n)"),
    ("feel:number", "[1]", "1"), ("list<number>", "1", "[1]"), ("context", "{}", "{}"),
  ]

  /// The same at each border: the type stands on the decision's variable, the logic, a context's
  /// entry, an input, a parameter and the result of a knowledge model, and a service.
  @Test(arguments: conversions)
  func everyBorder(type: String, given: String, expected: String) throws {
    let escaped = type.replacing("<", with: "&lt;")
    let knowledge = """
      <businessKnowledgeModel id="p" name="p"><variable name="p"/><encapsulatedLogic>
      <formalParameter name="a" typeRef="\(escaped)"/>\(feel("a"))
      </encapsulatedLogic></businessKnowledgeModel>
      <businessKnowledgeModel id="r" name="r"><variable name="r" typeRef="\(escaped)"/>
      <encapsulatedLogic>\(feel(given))</encapsulatedLogic></businessKnowledgeModel>
      <decisionService id="s" name="s"><variable name="s" typeRef="\(escaped)"/>
      <outputDecision href="#plain"/></decisionService>
      """
    let model =
      Self.definitions + knowledge + input("n", type: escaped) + decision("plain", feel(given))
      + decision("variable", type: escaped, feel(given))
      + decision("logic", feel(given, type: escaped))
      + decision("input", needs: ["#n"], feel("n"))
      + decision("parameter", knows: ["#p"], feel("p(\(given))"))
      + decision("knowledge", knows: ["#r"], feel("r()"))
      + decision("service", knows: ["#s"], feel("s()"))
      + decision(
        "entry",
        "<context><contextEntry><variable name=\"x\" typeRef=\"\(escaped)\"/>\(feel(given))"
          + "</contextEntry><contextEntry>\(feel("x"))</contextEntry></context>")
    let program = try program(modelText(model))
    for border in ["variable", "logic", "input", "parameter", "knowledge", "service", "entry"] {
      #expect(try result(of: border, program, "{n: \(given)}") == expected, "\(border)")
    }
  }

  /// A knowledge model is left out: a function type there is its own.
  @Test(arguments: [("function(a, b) a", "null DMN-N10"), ("substring", "null DMN-N10")])
  func aFunctionOfAnotherNumberOfParameters(given: String, expected: String) throws {
    #expect(
      try result(in: Self.definitions + decision("d", type: "tAdd", feel(given))) == expected)
  }

  @Test(arguments: [
    ("{name: \"甲\", \"years-of service\": 3, grades: []} instance of tWorker", "true"),
    ("{name: \"甲\"} instance of tWorker", "false"), ("\"中级\" instance of tGrade", "true"),
    ("1 instance of tGrade", "false"), ("[1, null] instance of tScores", "true"),
    ("1 instance of tScores", "false"), ("null instance of tScores", "false"),
    ("1 instance of tNobody", "null FEEL-N25"), ("1 instance of tEgg", "true"),
    ("(function(a: tScores) a) instance of function<tScores>->Any", "true"),
    ("(function(a: tGrade) a) instance of function<tScores>->Any", "false"),
    ("(function(a: tGrade) a + a) instance of function<tGrade>->tGrade", "true"),
    ("(function(a: number) a) instance of function<tNobody>->Any", "null FEEL-N25"),
  ])
  func instances(expression: String, expected: String) throws {
    #expect(try result(in: Self.definitions + decision("d", feel(expression))) == expected)
  }

  @Test func membersWithBlanksAndSignsAreFound() throws {
    let given = "{w: {name: \"甲\", \"years-of service\": 3, grades: []}}"
    let model =
      Self.definitions + input("w", type: "tWorker")
      + decision("d", needs: ["#w"], feel("w.years-of service + 1"))
    #expect(try result(in: model, given) == "4")
  }

  /// Each type rests twice on the one before: looked at one by one they would be 2⁴⁰.
  @Test func manyTypesUponTypesAreReadAtOnce() throws {
    var definitions = "<itemDefinition name=\"t0\"><typeRef>number</typeRef></itemDefinition>"
    for level in 1...40 {
      let part = "<typeRef>t\(level - 1)</typeRef></itemComponent>"
      definitions +=
        "<itemDefinition name=\"t\(level)\"><itemComponent name=\"a\">\(part)"
        + "<itemComponent name=\"b\">\(part)</itemDefinition>"
    }
    let model = definitions + decision("d", type: "t40", feel("1"))
    #expect(try result(in: model) == "null DMN-N10")
  }

  @Test func aLongChainOfTypesIsCutOff() throws {
    var definitions = ""
    for level in 0..<5_000 {
      definitions +=
        "<itemDefinition name=\"t\(level)\"><typeRef>t\(level + 1)</typeRef></itemDefinition>"
    }
    #expect(try result(in: definitions + decision("d", type: "t0", feel("1"))) == "1")
  }
}

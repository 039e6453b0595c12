import Core
import DMN
import FEEL
import Testing

/// Models that are refused when they are loaded, word for word.
@Suite struct RefusalTests {
  /// The rendered error of a model made of elements, in both languages.
  static func refused(_ elements: String, imported: [String] = []) -> [String] {
    Language.allCases.map { language in
      refusal(language) { _ = try program(modelText(elements), imported: imported) }
    }
  }

  static func needing(_ name: String, _ decisions: String...) -> String {
    decision(name, decisions: decisions.map { "#" + $0 }, feel("1"))
  }

  static func knowledge(_ name: String, _ required: String) -> String {
    """
    <businessKnowledgeModel id="\(name)" name="\(name)"><variable name="\(name)"/>
    <encapsulatedLogic>\(feel("1"))</encapsulatedLogic><knowledgeRequirement>
    <requiredKnowledge href="#\(required)"/></knowledgeRequirement></businessKnowledgeModel>
    """
  }

  static let circles: [(elements: String, path: String)] = [
    (needing("甲", "甲"), "甲 → 甲"),
    (
      needing("x", "甲") + needing("甲", "乙") + needing("乙", "丙") + needing("丙", "甲"),
      "甲 → 乙 → 丙 → 甲"
    ),
    (knowledge("f", "g") + knowledge("g", "f"), "f → g → f"),
    (
      decision("甲", knows: ["#S"], feel("S()")) + GraphTests.service("S", outputs: ["甲"]),
      "甲 → S → 甲"
    ),
    (
      decision("甲", knows: ["#S"], feel("1")) + needing("乙", "甲")
        + GraphTests.service("S", outputs: ["乙"], encapsulated: ["甲"]), "乙 → 甲 → S → 乙"
    ),
  ]

  @Test(arguments: circles)
  func circle(elements: String, path: String) {
    #expect(
      Self.refused(elements) == [
        "测试 test: 错误 DMN002: 依赖成环：\(path)\n  请去掉其中一条依赖。",
        "测试 test: error DMN002: requirements go in a circle: \(path)\n"
          + "  Remove one of these requirements.",
      ])
  }

  /// What a service takes as an input decision is given by the caller: no circle.
  @Test func aServiceMayStandOnADecisionThatCallsIt() throws {
    let model =
      decision("d", knows: ["#S"], feel("S(3)")) + Self.needing("甲", "d")
      + GraphTests.service("S", outputs: ["甲"], decisions: ["d"])
    #expect(try result(in: model) == "1")
  }

  /// Also under no name of its own, and with nothing required of it.
  @Test(arguments: [("r", "urn:x/rates"), ("", "urn:rates")])
  func aMissingImport(name: String, namespace: String) {
    let model = GraphTests.importing(name, namespace) + decision("d", feel("1"))
    #expect(
      Self.refused(model) == [
        "测试 test: 错误 DMN003: 找不到被引用的模型 \(name)（\(namespace)）\n"
          + "  请把它的 .dmn 文件放在同一目录。",
        "测试 test: error DMN003: the imported model \(name) (\(namespace)) is not there\n"
          + "  Put its .dmn file into the same folder.",
      ])
  }

  @Test func aSchemaThatIsImportedIsNoModel() throws {
    let schema =
      "<import name=\"s\" namespace=\"urn:s\" importType=\"http://www.w3.org/2001/XMLSchema\"/>"
    #expect(try result(in: schema + decision("d", feel("1"))) == "1")
  }

  /// What lies beside a model and is not imported has no say.
  @Test func aModelThatNobodyImports() throws {
    let circle = modelText(Self.needing("甲", "甲"), namespace: "urn:circle")
    let empty = modelText("", namespace: "urn:empty")
    let model = GraphTests.importing("e", "urn:empty") + decision("d", feel("1"))
    #expect(try result(in: model, imported: [circle, empty]) == "1")
    let through = modelText(GraphTests.importing("c", "urn:circle"), namespace: "urn:empty")
    #expect(Self.refused(model, imported: [circle, through]).count { $0.contains("DMN002") } == 2)
  }

  @Test func aChainTooLong() {
    var chain = decision("d0", feel("1"))
    for place in 1...2_000 { chain += Self.needing("d\(place)", "d\(place - 1)") }
    #expect(
      Self.refused(chain) == [
        "测试 test: 错误 DMN005: “d501”的依赖超过 500 层\n  请合并一些决策。",
        "测试 test: error DMN005: the requirements of “d501” are more than 500 levels deep\n"
          + "  Merge some of the decisions.",
      ])
  }

  @Test func aChainThatIsJustShortEnoughRuns() throws {
    var chain = decision("d", decisions: ["#d499"], feel("d499 + 1")) + decision("d0", feel("0"))
    for place in 1...499 {
      chain += decision("d\(place)", decisions: ["#d\(place - 1)"], feel("d\(place - 1) + 1"))
    }
    #expect(try result(in: chain) == "500")
  }

  @Test(arguments: [
    ("<testCases/>", "testCases"), ("<definitions/>", "definitions"),
    ("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>", "definitions"),
  ])
  func noModel(text: String, root: String) {
    let source = SourceText(name: "a.dmn", text: text)
    #expect(
      refusal(.zh) { _ = try DecisionModel.read(source) }
        == "a.dmn: 错误 DMN001: 这不是 DMN 模型：根元素是 \(root)\n  请给出 DMN 1.2–1.5 的 .dmn 文件。")
    #expect(
      refusal(.en) { _ = try DecisionModel.read(source) }
        == "a.dmn: error DMN001: this is no DMN model: its root element is \(root)\n"
        + "  Give a .dmn file of DMN 1.2 to 1.5.")
  }

  @Test func noTests() {
    let source = SourceText(name: "a.xml", text: "<definitions/>")
    #expect(
      refusal(.zh) { _ = try KitTests.read(source) }
        == "a.xml: 错误 DMN004: 这不是测试文件：根元素是 definitions\n  请给出含 testCases 的文件。")
    #expect(
      refusal(.en) { _ = try KitTests.read(source) }
        == "a.xml: error DMN004: this is no file of tests: its root element is definitions\n"
        + "  Give a file with testCases.")
  }

  /// Why a model gives null, in both languages.
  @Test(arguments: [
    (
      "<for iteratorVariable=\"i\"><in>\(feel("[1..300]"))</in><return>\(feel("[partial]"))</return></for>",
      "函数调用嵌套过深，或次数过多", "functions are invoked too deeply, or too often"
    ),
    ("", "这个节点没有逻辑", "this node has no logic"),
    (
      "<functionDefinition kind=\"Java\">\(feel("1"))</functionDefinition>",
      "不运行 FEEL 以外的函数", "functions in other languages than FEEL are not run"
    ),
    (
      feel("\"x\"", type: "number"), "“d”的值不是数字，或不在允许的取值内",
      "the value of “d” is no number, or not among the allowed ones"
    ),
    ("<invocation>\(feel("1"))</invocation>", "被调用的不是函数", "what is invoked is no function"),
    ("<literalExpression/>", "缺少表达式：text", "an expression is missing: text"),
    (
      feel("1 1"), "无法读懂公式“1 1”：表达式到此已经完整，后面却还有“1”",
      "the formula “1 1” cannot be read: the expression is complete before “1”"
    ),
  ])
  func reasons(logic: String, zh: String, en: String) throws {
    let program = try program(modelText(decision("d", logic)))
    guard case .null(let reason?)? = program.evaluate("d", inputs: Context()) else {
      Issue.record("no reason")
      return
    }
    #expect(reason.message == Bilingual(zh: zh, en: en))
  }
}

import Core
import DMN
import FEEL
import Testing

/// Hostile and broken models: refused, or null, and never a crash or a hang.
@Suite struct RobustnessTests {
  /// A small model with a bit of everything.
  static let text = modelText(
    TypeTests.definitions + GraphTests.graph
      + decision("boxed", "<context>\(BoxedExpressionTests.entry)</context>")
      + decision("filter", BoxedExpressionTests.filter("[1, 2]", "item > 1"))
      + decision("loop", BoxedExpressionTests.iteration("[1..3]", "i"))
      + decision(
        "table", needs: ["#n"],
        DecisionTableTests.table(
          "PRIORITY", outputs: DecisionTableTests.ranked, DecisionTableTests.three)))

  private static func survive(_ bytes: [UInt8]) {
    let source = SourceText(name: "a.dmn", text: String(decoding: bytes, as: UTF8.self))
    guard let model = try? DecisionModel.read(source), let program = try? DecisionProgram(model)
    else { return }
    _ = program.evaluateAll(inputs: Context([("n", .number(Decimal128(15)))]))
    _ = program.problems
  }

  /// A character deleted or doubled, or the text cut off before it, throughout the text.
  @Test(arguments: ["deleted", "doubled", "cut"])
  func anyCharacter(change: String) {
    let characters = Array(Self.text)
    for place in stride(from: Int.random(in: 0..<31), to: characters.count, by: 31) {
      var changed = characters
      switch change {
      case "deleted": changed.remove(at: place)
      case "doubled": changed.insert(characters[place], at: place)
      default: changed = Array(characters[..<place])
      }
      Self.survive(Array(String(changed).utf8))
    }
  }

  /// A function that is handed to itself, in an expression as deep as FEEL takes.
  @Test(arguments: [0, 20, 60, 90, 120, 180])
  func recursionEnds(depth: Int) throws {
    let body =
      String(repeating: "0 + (", count: depth) + "f(f, n + 1)"
      + String(repeating: ")", count: depth)
    let knowledge = """
      <businessKnowledgeModel id="b" name="b"><variable name="b"/><encapsulatedLogic>
      <formalParameter name="f"/><formalParameter name="n"/>\(feel(body))
      </encapsulatedLogic></businessKnowledgeModel>
      """
    let found = try result(in: knowledge + decision("d", knows: ["#b"], feel("b(b, 0)")))
    #expect(["null DMN-N09", "null FEEL-N15", "null DMN-N07"].contains(found))
  }

  @Test func aBoxedLoopOverItsOwnResultsEnds() throws {
    let nested = BoxedExpressionTests.iteration("[1..5000]", "[partial]")
    #expect(try result(in: decision("d", nested)) == "null DMN-N09")
    let long = BoxedExpressionTests.iteration("[1..5000]", "i")
    let model = decision("l", long) + decision("d", decisions: ["#l"], feel("count(l)"))
    #expect(try result(in: model) == "5000")
  }

  @Test func aBoxedTreeIsAsDeepAsItsXML() throws {
    let logic =
      String(repeating: "<list>", count: 190) + feel("1") + String(repeating: "</list>", count: 190)
    let model = decision("l", logic) + decision("d", decisions: ["#l"], feel("l != null"))
    #expect(try result(in: model) == "true")
  }

  /// The same program from several tasks at once.
  @Test func oneProgramServesManyTasks() async throws {
    let program = try program(Self.text)
    await withTaskGroup(of: String?.self) { group in
      for n in 0..<64 {
        group.addTask {
          program.evaluate(
            "S", inputs: Context([("n", .number(Decimal128(n))), ("extra", .number(.one))])
          )
          .map(\.literalText)
        }
      }
      var found: Set<String?> = []
      for await text in group { found.insert(text) }
      #expect(found == Set((0..<64).map { "\($0 * 2 + 1)" }))
    }
  }
}

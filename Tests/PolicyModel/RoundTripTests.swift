import Core
import PolicyDocument
import PolicyModel
import PolicyPlan
import Testing
import Workbench

/// From documents to models and back.
@Suite struct RoundTripTests {
  /// What was exported comes back, and gives the same model again.
  @Test(arguments: Exported.plans.map(\.id))
  func nothingIsLost(id: String) throws {
    let plan = try #require(Exported.plans.first { $0.id == id })
    let vocabulary = try #require(Exported.bench?.vocabulary)
    let model = Exported.model(plan)
    let imported = try ImportedDocument(model)
    #expect(imported.unsaid == [])
    let source = SourceText(name: "\(id).md", text: imported.text)
    let (read, problems) = PolicyDocument.read(source)
    let document = try #require(read)
    let compiled = Plan.compile(document, vocabulary)
    let errors = (problems + compiled.diagnostics).filter { $0.severity == .error }
    #expect(errors.map { $0.rendered(in: source, .en) } == [])
    let again = Exported.model(try #require(compiled.plan)).text
    #expect(Self.surplus(again, over: model.text) == [])
    #expect(Self.surplus(model.text, over: again) == [])
  }

  /// Of a model that nobody exported the tables and constants are taken, and the rest is listed.
  @Test func aForeignModel() throws {
    let text = """
      <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="Loan 1"
        namespace="urn:loan">
      <inputData id="x" name="Age"><variable name="Age" typeRef="number"/></inputData>
      <decision id="a" name="limit"><variable name="limit"/>
        <literalExpression><text>40.5</text></literalExpression></decision>
      <decision id="b" name="band"><variable name="band"/>
        <decisionTable hitPolicy="COLLECT" aggregation="MAX">
        <input><inputExpression><text>Age</text></inputExpression></input><output/>
        <rule><inputEntry><text>&lt; 18 | x</text></inputEntry>
          <outputEntry><text>true</text></outputEntry></rule></decisionTable></decision>
      <decision id="c" name="sum"><variable name="sum"/>
        <literalExpression><text>limit + 1</text></literalExpression></decision>
      <decisionService id="s" name="service"><outputDecision href="#a"/></decisionService>
      </definitions>
      """
    let imported = try ImportedDocument(SourceText(name: "loan.dmn", text: text))
    #expect(imported.text.contains("id: loan-1\n"))
    #expect(imported.text.contains("> **假设** `limit`（limit）= `40.5`：模型没有说明理由。"))
    #expect(
      imported.text.contains(
        "| C> | Age | → band |\n| --- | --- | --- |\n| 1 | `< 18 \\| x` | 是 |"))
    #expect(imported.unsaid.map(\.what.en) == ["the region", "sum", "service"])
    #expect(throws: DiagnosticsError.self) {
      try ImportedDocument(SourceText(name: "x.dmn", text: "<a/>"))
    }
  }

  /// Lines of one text that the other does not have, or not so often. The order of figures may be
  /// another one, and with it the places in the diagrams.
  private static func surplus(_ text: String, over other: String) -> [String] {
    var counts: [Substring: Int] = [:]
    for line in lines(other) { counts[line, default: 0] += 1 }
    return lines(text).filter { line in
      counts[line, default: 0] -= 1
      return counts[line, default: 0] < 0
    }.map(String.init)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.contains("waypoint") && !$0.contains("Bounds") }
  }
}

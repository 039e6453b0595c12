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

import Core
import DMN
import FEEL
import Foundation
import PolicyModel
import PolicyPlan
import Testing

@Suite struct ExportTests {
  /// Every formula of an exported model can be read, and every name and type in it is known.
  @Test(arguments: Exported.plans.map(\.id))
  func everythingRuns(id: String) throws {
    let plan = try #require(Exported.plans.first { $0.id == id })
    let program = try DecisionProgram(DecisionModel.read(Exported.model(plan)))
    #expect(program.problems.map { "\($0.node): \($0.reason.message.en)" } == [])
    if let path = ProcessInfo.processInfo.environment["EXPORT_TO"] {
      try Data(ExportedModel(plan).xml).write(to: URL(filePath: path + "/" + id + ".dmn"))
    }
  }
}

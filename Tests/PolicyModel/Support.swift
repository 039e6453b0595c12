import Core
import Foundation
import PolicyModel
import PolicyPlan
import Workbench

/// The project's own documents, exported.
enum Exported {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let bench: Workbench? = try? Workbench(try Home(at: root, namedBy: "test"))
  static var plans: [Plan] { bench?.plans ?? [] }

  static func model(_ plan: Plan) -> SourceText {
    SourceText(
      name: plan.id + ".dmn", text: String(decoding: ExportedModel(plan).xml, as: UTF8.self))
  }
}

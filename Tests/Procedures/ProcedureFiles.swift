import Core
import Procedures
import TestSupport

/// The procedures of the repository.
enum ProcedureFiles {
  static let names = [
    "payment-without-application", "application-with-evidence", "selection", "claw-back",
  ]

  static func read(_ name: String) throws -> Procedure {
    try Procedure.read(ProjectFiles.source("Procedures/\(name).yaml"))
  }
}

import Bureau
import Core
import Foundation
import JSONText
import Workbench

/// What the check of the folder `Procedures` found.
struct ProcedureFindings {
  private let folder: String
  private let faults: [DiagnosticsError]
  /// What does not fit between files that are sound by themselves.
  private let misfit: SetupProblem?

  /// `nil` for a home without the folder: one for rules alone.
  ///
  /// - Throws: `Problem` where a file that must be there is not.
  init?(_ home: Home) throws {
    guard FileManager.default.fileExists(atPath: home.procedures) else { return nil }
    let texts = try home.procedureTexts()
    folder = "Procedures"
    do {
      faults = try Setup.faults(
        procedures: texts.procedures, ways: texts.ways, funding: texts.funding,
        messages: texts.messages)
      misfit = nil
    } catch let problem as SetupProblem {
      (faults, misfit) = ([], problem)
    }
  }

  var isSound: Bool { faults.isEmpty && misfit == nil }

  /// Every diagnostic as people read it, then one line that sums up.
  func write(to session: Session) {
    let console = session.output
    for fault in faults {
      for diagnostic in fault.diagnostics {
        console.line(diagnostic.rendered(in: fault.source, session.language))
      }
    }
    if let misfit {
      console.line("\(misfit.code): \(misfit.sentence[session.language])")
    }
    let verdict =
      isSound
      ? console.emphasised(Bilingual(zh: "通过", en: "passed")[session.language], .green)
      : console.emphasised(Bilingual(zh: "有误", en: "failed")[session.language], .red)
    session.print(Bilingual(zh: "\(folder)：\(verdict)", en: "\(folder): \(verdict)"))
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("files")
      writer.array { writer in
        for fault in faults {
          writer.object { writer in
            writer.member("file", fault.source.name)
            writer.key("diagnostics")
            writer.array { writer in
              for diagnostic in fault.diagnostics { diagnostic.write(to: &writer, fault.source) }
            }
          }
        }
      }
      if let misfit {
        writer.key("misfit")
        writer.object { writer in
          writer.member("code", misfit.code)
          writer.member("message", misfit.message)
          writer.member("advice", misfit.advice)
        }
      }
    }
  }
}

import Bureau
import Core
import Foundation
import JSONText
import Office
import Workbench

/// What the check of the folder `Procedures` found.
struct ProcedureFindings {
  private let folder = "Procedures"
  private let count: Int
  private let faults: [DiagnosticsError]
  /// What does not fit between files that are sound by themselves.
  private let misfit: SetupProblem?

  /// `nil` for a home without the folder: one for rules alone.
  ///
  /// - Throws: `Problem` where a file that must be there is not.
  init?(_ home: Home) throws {
    guard FileManager.default.fileExists(atPath: home.procedures) else { return nil }
    let texts = try home.procedureTexts()
    count = texts.procedures.count
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

  private func faults(_ severity: Diagnostic.Severity) -> Int {
    faults.flatMap(\.diagnostics).count { $0.severity == severity }
  }

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
    let (errors, warnings) = (faults(.error) + (misfit == nil ? 0 : 1), faults(.warning))
    session.print(
      Bilingual(
        zh: "\(folder)：\(verdict)，\(errors) 个错误，\(warnings) 个警告，\(count) 个流程",
        en: "\(folder): \(verdict), \(errors) errors, \(warnings) warnings, "
          + "\(count) procedures"))
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

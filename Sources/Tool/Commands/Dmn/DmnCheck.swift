import Core
import DMN
import FEEL
import Workbench

/// `dmn check`: reads models and says what of them cannot run.
struct DmnCheck {
  let session: Session

  init(_ session: Session) { self.session = session }

  func run(_ paths: [String]) throws -> ExitStatus {
    var isSound = true
    for path in paths {
      let source = try SourceText.read(path)
      let model = try DecisionModel.read(source)
      let folder = try KitFolder.models(beside: path)
      let program = try DecisionProgram(model, imported: folder)
      for problem in program.problems {
        isSound = false
        session.output.line("\(path): \(problem.node): \(problem.reason.message[session.language])")
      }
      session.print(
        Bilingual(
          zh: "\(path)：\(model.decisions.count) 个决策，\(program.problems.count) 个问题",
          en: "\(path): decisions \(model.decisions.count), problems \(program.problems.count)"))
    }
    return isSound ? .success : .findings
  }
}

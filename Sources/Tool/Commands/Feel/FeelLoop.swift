import Core
import FEEL

/// Reads, evaluates and prints line by line until the input ends.
struct FeelLoop {
  let session: Session

  init(_ session: Session) { self.session = session }

  /// What goes wrong on a line is told, and the next line follows.
  func run(_ calculator: inout FeelCalculator) -> ExitStatus {
    var number = 0
    while let line = session.environment.readLine("feel> ", true) {
      number += 1
      if line.allSatisfy(\.isWhitespace) { continue }
      let source = SourceText(name: "<\(number)>", text: line)
      do throws(DiagnosticsError) {
        _ = calculator.answer(try calculator.readLine(source), of: source, session)
      } catch {
        session.tell(error.diagnostics, of: error.source)
      }
    }
    return .success
  }
}

import Core
import DMN
import Lint
import TestSupport
import Workbench

extension Workbench {
  /// Every pass over every document, its worked examples and the linter included.
  func checkedAndLinted() -> Int {
    let errors = documents.map { $0.runningExamples() }.count { $0.hasErrors }
    return errors + linted().reduce(0) { $0 + $1.findings.count }
  }
}

extension Benchmarks {
  /// A decision table of 10,000 rows and five inputs that fills its space without a defect, which
  /// takes longest: nothing cuts the search short.
  static func reportLargeTable() throws {
    let boxes = LargeTable.boxes(count: 10_000, columns: 5, seed: 1)
    let source = SourceText(name: "large.dmn", text: LargeTable.model(boxes))
    let program = try DecisionProgram(try DecisionModel.read(source))
    report(
      "lint a table of 10,000 rows × 5 inputs",
      milliseconds: median(of: 1) { _ = Linter.findings(in: program) }, goal: 5000)
    let entangled = LargeTable.entangled(count: 10_000, columns: 5, seed: 1)
    let knot = SourceText(name: "knot.dmn", text: LargeTable.model(entangled))
    let second = try DecisionProgram(try DecisionModel.read(knot))
    report(
      "the same with rows that overlap at random",
      milliseconds: median(of: 1) { _ = Linter.findings(in: second) }, goal: 5000)
  }
}

import Core
import DMN
import Foundation

let path = CommandLine.arguments.dropFirst().first ?? "subsidy.dmn"
let source = SourceText(name: path, text: try String(contentsOfFile: path, encoding: .utf8))
let program = try DecisionProgram(DecisionModel.read(source))
for (name, value) in program.evaluateAll(inputs: ["level": 2, "fee": 8000]).values {
  print("\(name): \(value)")
}

import Core
import DMN
import FEEL

/// What libFuzzer calls with one input after the other: whatever the bytes are, reading and running
/// them must end, within the limits, without a crash and without an error of memory.
///
/// Text that begins like XML is a model, and otherwise an expression and the tests of a cell.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  let source = SourceText(name: "fuzz", text: text)
  if text.hasPrefix("<") { runModel(source) } else { runExpression(source) }
  return 0
}

private let names = KnownNames(["monthly income", "a-b"], members: ["full name"])
private let scope = Scope(
  [
    "monthly income": 100, "a-b": 2, "x": [1, 2, 3], "text": "甲乙", "ok": true,
    "person": .context(["full name": "张三", "age": 50]),
  ])

private func runExpression(_ source: SourceText) {
  if let parsed = try? Parser.expression(source, names: names) {
    _ = Interpreter().evaluate(parsed.root, in: scope).text
    _ = TypeChecker.check(
      parsed.root, nodeCount: parsed.nodeCount,
      in: NamedTypes(["x": .list(.number), "text": .string]))
  }
  if let tests = try? Parser.unaryTests(source, names: names).tests {
    for input in [.null, 2, "甲", true, [1, 2]] as [Value] {
      _ = Interpreter().evaluate(tests, for: input, in: scope)
    }
  }
}

private func runModel(_ source: SourceText) {
  guard let model = try? DecisionModel.read(source), let program = try? DecisionProgram(model)
  else { return }
  _ = program.problems
  _ = program.evaluateAll(inputs: ["level": 2, "fee": 8000, "Age": 45, "n": 15, "x": [1, 2]])
}

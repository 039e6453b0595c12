import Core
import DMN
import FEEL
import Foundation
import Synchronization

/// Eight threads evaluate one model and one expression at the same time; each result must be the one
/// that a single thread gives. `scripts/threads` builds this with the thread sanitizer.
///
///     language-threads MODEL ROUNDS
@main struct Threads {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 3, let rounds = Int(words[2]) else {
      print("language-threads MODEL ROUNDS")
      exit(2)
    }
    let text = try String(contentsOfFile: words[1], encoding: .utf8)
    let program = try DecisionProgram(
      DecisionModel.read(SourceText(name: words[1], text: text)))
    let formula = try Formula(
      #"for i in 1..n return if matches(text, "甲.*") then i * fee else i"#, names: ["n"])
    let failures = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for round in 0..<rounds {
        let level = (thread + round) % 5 + 1
        let inputs: Context = ["level": .number(Decimal128(level)), "fee": 8000]
        let subsidy = program.evaluate("subsidy", inputs: inputs)
        let all = program.evaluateAll(inputs: inputs).values.map(\.value)
        let list = formula.value(with: ["n": 3, "text": "甲乙", "fee": .number(Decimal128(level))])
        let right =
          subsidy?.text == (level <= 2 ? "4800" : "0") && all.map(\.text) == [subsidy?.text ?? ""]
          && list.text == "[\(level), \(2 * level), \(3 * level)]"
        if !right { failures.add(1, ordering: .relaxed) }
      }
    }
    let failed = failures.load(ordering: .relaxed)
    print("8 threads, \(8 * rounds) rounds, \(failed) wrong results")
    exit(failed == 0 ? 0 : 1)
  }
}

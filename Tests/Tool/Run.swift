import Core
import Synchronization

@testable import gongjiang

/// What a run of the tool left behind.
struct Run: Equatable {
  var status: ExitStatus
  var output = ""
  var errors = ""
}

/// Runs the tool in memory, as from the folder `directory`.
func run(
  _ words: [String], variables: [String: String] = [:], directory: String = "/",
  executable: String? = nil, input: String = "", colours: Bool = false, tool: Tool = .gongjiang
) -> Run {
  let output = Recorder()
  let errors = Recorder()
  let lines = Mutex(input.split(separator: "\n", omittingEmptySubsequences: false)[...])
  let status = tool.run(
    words, output: Console(colours: colours, put: output.add),
    errors: Console(colours: colours, put: errors.add),
    environment: Environment(
      variables: variables, workingDirectory: directory, executable: executable,
      readInput: { Array(input.utf8) },
      readLine: { _, _ in lines.withLock { $0.popFirst().map(String.init) } }))
  return Run(status: status, output: output.text, errors: errors.text)
}

private final class Recorder: Sendable {
  private let state = Mutex("")

  var text: String { state.withLock { $0 } }

  func add(_ text: String) { state.withLock { $0 += text } }
}

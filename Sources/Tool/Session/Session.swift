import Core

/// What a command works in: the reader's language, where its words go, and what the process was
/// started with. Commands touch the outside world only through it, so that tests can stand in.
struct Session: Sendable {
  /// The tool that runs, whose commands completion is made from.
  let tool: Tool
  let language: Language
  let output: Console
  /// Errors and progress, never results.
  let errors: Console
  let environment: Environment

  init(
    tool: Tool, language: Language, output: Console, errors: Console, environment: Environment
  ) {
    self.tool = tool
    self.language = language
    self.output = output
    self.errors = errors
    self.environment = environment
  }

  func print(_ text: Bilingual) { output.line(text[language]) }

  /// Tells what is wrong with a text, on standard error.
  func tell(_ diagnostics: [Diagnostic], of source: SourceText) {
    for diagnostic in diagnostics { errors.line(diagnostic.rendered(in: source, language)) }
  }
}

/// What the process was started with.
struct Environment: Sendable {
  let variables: [String: String]
  let workingDirectory: String
  /// Absolute path of the running executable, where the system tells it.
  let executable: String?
  /// All of standard input.
  let readInput: @Sendable () throws -> [UInt8]
  /// The next line of standard input without its end, `nil` behind the last; a person at a terminal
  /// sees the prompt, and finds the line again with the arrow keys where it is kept.
  let readLine: @Sendable (_ prompt: String, _ isKept: Bool) -> String?

  init(
    variables: [String: String], workingDirectory: String, executable: String?,
    readInput: @escaping @Sendable () throws -> [UInt8],
    readLine: @escaping @Sendable (_ prompt: String, _ isKept: Bool) -> String? = { _, _ in nil }
  ) {
    self.readLine = readLine
    self.variables = variables
    self.workingDirectory = workingDirectory
    self.executable = executable
    self.readInput = readInput
  }
}

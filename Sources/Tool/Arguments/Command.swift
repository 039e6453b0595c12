import Core

/// One command of the tool, declared once: parsing, help and shell completion are made from it.
struct Command: Sendable {
  /// A command line that works when it is pasted, and what it does.
  struct Example: Sendable {
    let line: String
    let explanation: Bilingual

    init(_ line: String, _ explanation: Bilingual) {
      self.line = line
      self.explanation = explanation
    }
  }

  let name: String
  let summary: Bilingual
  let operand: Operand?
  /// Its own options; `allOptions` adds the common ones.
  let options: [Option]
  /// Options of other commands that somebody may look for here, by their spelling, and what to do.
  let refuses: [String: Bilingual]
  let examples: [Example]
  let run: @Sendable (Arguments, Session) throws -> ExitStatus

  init(
    _ name: String, _ summary: Bilingual, operand: Operand? = nil, options: [Option] = [],
    refuses: [String: Bilingual] = [:], examples: [Example],
    run: @escaping @Sendable (Arguments, Session) throws -> ExitStatus
  ) {
    self.name = name
    self.summary = summary
    self.operand = operand
    self.options = options
    self.refuses = refuses
    self.examples = examples
    self.run = run
  }

  var allOptions: [Option] { options + Option.common }
}

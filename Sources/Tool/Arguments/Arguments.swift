import Core

/// What a command line gave a command: every name in it is declared and every choice is legal.
struct Arguments: Sendable {
  private(set) var operands: [String] = []
  /// By option name; the empty string for a flag.
  private var values: [String: String] = [:]

  /// The value of the option, or `nil` when it was not given.
  subscript(option: Option) -> String? { values[option.name] }

  /// Whether the option was given.
  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The value of an option that must be there.
  func required(_ option: Option) throws(UsageError) -> String {
    guard let value = values[option.name] else { throw .missing(option) }
    return value
  }

  /// Refuses two options that say opposite things.
  func refuseTogether(_ one: Option, _ other: Option) throws(UsageError) {
    if has(one), has(other) { throw .together(one, other) }
  }

  /// Reads the words after the command's name, options and operands in any order, GNU style:
  /// `--name value`, `--name=value`, `--` ends the options, `-` is an operand or a value, and so is
  /// what no option can be: `-2 * 3`, `-(a)`.
  /// `--help` or `-h` anywhere before `--` makes everything else irrelevant.
  init(_ words: [String], of command: Command) throws(UsageError) {
    if words.prefix(while: { $0 != "--" }).contains(where: { ["--help", "-h"].contains($0) }) {
      values[Option.help.name] = ""
      return
    }
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        rest = []
      } else if Arguments.isOption(word) {
        try readOption(word, &rest, of: command)
      } else {
        operands.append(word)
      }
    }
    for option in command.options where option.isRequired { _ = try required(option) }
    try checkOperands(of: command)
  }

  /// A dash before a letter or another dash. Of what FEEL negates only names look like that; they
  /// stand behind `--`.
  private static func isOption(_ word: String) -> Bool {
    guard word.first == "-", let second = word.dropFirst().first else { return false }
    return second == "-" || second.isLetter
  }

  private mutating func readOption(
    _ word: String, _ rest: inout ArraySlice<String>, of command: Command
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelling = String(parts[0])
    guard let option = command.allOptions.first(where: { $0.spelling == spelling }) else {
      if let reason = command.refuses[spelling] { throw .notHere(spelling, reason) }
      throw .unknownOption(spelling, among: command.allOptions)
    }
    guard values[option.name] == nil else { throw .repeated(option) }
    guard let value = option.value else {
      guard parts.count == 1 else { throw .valueUnexpected(option) }
      values[option.name] = ""
      return
    }
    guard let given = parts.count == 2 ? String(parts[1]) : rest.popFirst(), !given.isEmpty else {
      throw .valueMissing(option)
    }
    if case .choice(let choices) = value.kind, !choices.contains(given) {
      throw .notAChoice(given, choices, of: Bilingual(option.spelling))
    }
    values[option.name] = given
  }

  private func checkOperands(of command: Command) throws(UsageError) {
    let allowed = command.operand?.count ?? 0...0
    if operands.count > allowed.upperBound {
      throw .surplus(operands[allowed.upperBound])
    }
    guard let operand = command.operand else { return }
    if operands.count < allowed.lowerBound { throw .operandMissing(operand) }
    if case .choice(let choices) = operand.value.kind,
      let wrong = operands.first(where: { !choices.contains($0) })
    {
      throw .notAChoice(wrong, choices, of: operand.value.placeholder)
    }
  }
}

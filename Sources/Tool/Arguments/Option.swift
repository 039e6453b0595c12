import Core

/// An option of a command, declared once: parsing, help and completion are made from it.
struct Option: Sendable {
  /// Without the two dashes.
  let name: String
  /// What follows the option; `nil` for a flag.
  let value: ArgumentValue?
  let summary: Bilingual
  let isRequired: Bool

  init(
    _ name: String, takes value: ArgumentValue? = nil, _ summary: Bilingual,
    isRequired: Bool = false
  ) {
    self.name = name
    self.value = value
    self.summary = summary
    self.isRequired = isRequired
  }

  /// As it is written on the command line.
  var spelling: String { "--" + name }
}

/// The arguments of a command that are not options.
struct Operand: Sendable {
  let value: ArgumentValue
  let summary: Bilingual
  let count: ClosedRange<Int>

  init(_ value: ArgumentValue, _ summary: Bilingual, count: ClosedRange<Int>) {
    self.value = value
    self.summary = summary
    self.count = count
  }
}

/// What stands for a value in the help, and what a shell offers for it.
struct ArgumentValue: Sendable {
  enum Kind: Sendable {
    case text
    case directory
    /// A file whose name ends in the suffix (with its dot).
    case file(suffix: String)
    case choice([String])
  }

  let placeholder: Bilingual
  let kind: Kind

  init(_ placeholder: Bilingual, _ kind: Kind) {
    self.placeholder = placeholder
    self.kind = kind
  }
}

extension Option {
  /// Options that every command has.
  static let common: [Option] = [.language, .help]

  static let language = Option(
    "lang", takes: ArgumentValue(Bilingual("zh|en"), .choice(Language.allCases.map(\.rawValue))),
    Bilingual(
      zh: "输出语言；不写时看 LC_ALL、LC_MESSAGES、LANG，都没有指明时用中文",
      en: "language of the output; else from LC_ALL, LC_MESSAGES, LANG, else Chinese"))

  static let help = Option(
    "help", Bilingual(zh: "显示这份帮助（也可写 -h）", en: "show this help (also -h)"))
}

import Core

extension Command {
  static let version = Command(
    "version", Bilingual(zh: "显示版本", en: "show the version"),
    examples: [
      Example("version", Bilingual(zh: "显示版本号", en: "prints the version number"))
    ]
  ) { _, session in
    session.output.line("gongjiang \(Program.version)")
    return .success
  }
}

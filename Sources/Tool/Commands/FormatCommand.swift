import Core
import PolicyFormat
import Workbench

extension Command {
  static let format = Command(
    "fmt",
    Bilingual(
      zh: "整理政策文件的版式，意思不变", en: "lay out policy documents, without changing what they say"),
    operand: Operand(
      .document, Bilingual(zh: "政策文件", en: "policy documents"), count: 1...Int.max),
    options: [.checkOnly, .names, .home],
    examples: [
      Example(
        "fmt Policies/wenzhou-2018-242.md",
        Bilingual(zh: "对齐表格，改正全角符号", en: "aligns the tables and mends full-width signs")),
      Example(
        "fmt --check Policies/*.md",
        Bilingual(zh: "只检查；有要整理的，退出码为 1", en: "only checks; exit status 1 if there is work")),
      Example(
        "fmt --names en Policies/wenzhou-2018-242.md",
        Bilingual(zh: "把规则里的名称换成英文", en: "turns the names in rules into English")),
    ]
  ) { arguments, session in
    let rename = try renaming(arguments, session)
    var untidy = 0
    for path in arguments.operands {
      let source = try SourceText.read(path)
      let formatted = PolicyFormat.formatted(source, replacing: try rename(source))
      guard formatted != source.text else { continue }
      untidy += 1
      if arguments.has(.checkOnly) {
        session.print(Bilingual(zh: "\(path)：需要整理", en: "\(path): needs formatting"))
      } else {
        try OutputFile.write(formatted.utf8, to: path)
        session.print(Bilingual(zh: "\(path)：已整理", en: "\(path): formatted"))
      }
    }
    return untidy > 0 && arguments.has(.checkOnly) ? .findings : .success
  }

  /// What `--names` puts in place of which range of a document; nothing without it. Names are known
  /// only to a compiled document, while layout alone needs no vocabulary.
  private static func renaming(_ arguments: Arguments, _ session: Session) throws
    -> (SourceText) throws -> [(range: SourceRange, text: String)]
  {
    guard let language = arguments[.names].flatMap(Language.init(rawValue:)) else {
      return { _ in [] }
    }
    let bench = try Workbench(Home.find(arguments, session.environment), documents: [])
    return { try bench.names(in: $0, to: language) }
  }
}

extension Option {
  static let checkOnly = Option(
    "check", Bilingual(zh: "不改文件，只说哪些要整理", en: "change nothing, only say what needs work"))

  static let names = Option(
    "names",
    takes: ArgumentValue(Bilingual("zh|en"), .choice(Language.allCases.map(\.rawValue))),
    Bilingual(zh: "把规则里的名称换成这种语言", en: "turn the names in rules into this language"))
}

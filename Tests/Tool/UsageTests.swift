import Core
import Testing

@testable import gongjiang

/// A tool with one command that has one option of each kind.
private let sample = Tool(
  name: "tool", summary: Bilingual(zh: "样例", en: "a sample"),
  commands: [
    Command(
      "copy", Bilingual(zh: "复制", en: "copies"),
      operand: Operand(
        ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".md")),
        Bilingual(zh: "要复制的文件", en: "the files to copy"), count: 1...2),
      options: [
        Option(
          "to", takes: ArgumentValue(Bilingual(zh: "目录", en: "DIR"), .directory),
          Bilingual(zh: "去处", en: "where to"), isRequired: true),
        Option("quiet", Bilingual(zh: "不说话", en: "says nothing")),
      ],
      examples: [
        Command.Example("copy --to b a.md", Bilingual(zh: "把 a.md 复制到 b", en: "copies a.md to b"))
      ]
    ) { arguments, session in
      let to = try arguments.required(sampleTo)
      session.output.line("\(arguments.operands) -> \(to) \(arguments.has(sampleQuiet))")
      return .success
    },
    Command("help-me", Bilingual("x"), examples: []) { _, _ in .findings },
  ])
private let sampleTo = Option("to", Bilingual("x"))
private let sampleQuiet = Option("quiet", Bilingual("x"))

@Suite struct UsageTests {
  @Test(arguments: [
    (["copy", "--to", "b", "a.md"], #"["a.md"] -> b false"#),
    (["copy", "a.md", "--to=b", "--quiet", "c.md"], #"["a.md", "c.md"] -> b true"#),
    (["copy", "--to=a=b", "-"], #"["-"] -> a=b false"#),
    (["copy", "--to", "b", "--", "--quiet"], #"["--quiet"] -> b false"#),
    (["copy", "--to", "-", "a"], #"["a"] -> - false"#),
    (["copy", "--lang", "en", "--to", "b", "a"], #"["a"] -> b false"#),
  ])
  func accepted(words: [String], printed: String) {
    #expect(run(words, tool: sample) == Run(status: .success, output: printed + "\n"))
  }

  @Test(arguments: [
    ([], "tool: 没有写命令", "tool: no command was given", "tool --help"),
    (
      ["cpoy"], "tool: 没有“cpoy”这个命令；您要写的是 copy 吗？",
      "tool: there is no command 'cpoy'; did you mean copy?", "tool --help"
    ),
    (
      ["help", "zzz"], "tool: 没有“zzz”这个命令", "tool: there is no command 'zzz'", "tool --help"
    ),
    (
      ["copy", "--quite", "a"], "tool copy: 没有 --quite 这个选项；您要写的是 --quiet 吗？",
      "tool copy: there is no option --quite; did you mean --quiet?", "tool copy --help"
    ),
    (
      ["copy", "-q"], "tool copy: 没有 -q 这个选项", "tool copy: there is no option -q",
      "tool copy --help"
    ),
    (
      ["copy", "a"], "tool copy: 缺少 --to 目录", "tool copy: --to DIR is missing",
      "tool copy --help"
    ),
    (
      ["copy", "a", "--to"], "tool copy: --to 后面缺少值：目录",
      "tool copy: --to needs a value: DIR", "tool copy --help"
    ),
    (
      ["copy", "a", "--to="], "tool copy: --to 后面缺少值：目录",
      "tool copy: --to needs a value: DIR", "tool copy --help"
    ),
    (
      ["copy", "--to", "b", "--to", "c"], "tool copy: --to 只能写一次",
      "tool copy: --to may be given only once", "tool copy --help"
    ),
    (
      ["copy", "--quiet=yes"], "tool copy: --quiet 后面不带值",
      "tool copy: --quiet takes no value", "tool copy --help"
    ),
    (
      ["copy", "--to", "b"], "tool copy: 缺少参数：文件", "tool copy: FILE is missing",
      "tool copy --help"
    ),
    (
      ["copy", "--to", "b", "x", "y", "z"], "tool copy: “z”是多余的",
      "tool copy: 'z' is one argument too many", "tool copy --help"
    ),
    (
      ["copy", "--lang", "fr"], "tool copy: --lang：只能是 zh 或 en，不能是“fr”",
      "tool copy: --lang must be zh or en, not 'fr'", "tool copy --help"
    ),
  ])
  func refused(words: [String], zh: String, en: String, help: String) {
    #expect(
      run(words, tool: sample) == Run(status: .usage, errors: "\(zh)\n用法见 \(help)\n"))
    #expect(
      run(words, variables: ["LANG": "en_GB.UTF-8"], tool: sample)
        == Run(status: .usage, errors: "\(en)\nSee \(help)\n"))
  }

  @Test(arguments: [["copy", "--help"], ["copy", "--nonsense", "-h"], ["help", "copy"]])
  func helpOfACommand(words: [String]) {
    let expected = """
      tool copy — copies

      Usage
        tool copy --to DIR [OPTIONS] FILE…

      Arguments
        FILE  the files to copy

      Options
        --to DIR      where to (required)
        --quiet       says nothing
        --lang zh|en  language of the output; else from LC_ALL, LC_MESSAGES, LANG, else Chinese
        --help        show this help (also -h)

      Examples
        tool copy --to b a.md
            copies a.md to b

      Exit status
        0  done
        1  done, and there is something to mend
        2  the command line is wrong
        3  an input is missing or wrong
        4  the system refuses, as with a port in use

      """
    #expect(
      run(words, variables: ["LANG": "en_GB"], tool: sample)
        == Run(status: .success, output: expected))
  }

  @Test func coloursMarkWhoSpeaks() {
    #expect(
      run(["cpoyyyyy"], colours: true, tool: sample).errors
        == "\u{1B}[31mtool: \u{1B}[0m没有“cpoyyyyy”这个命令\n用法见 tool --help\n")
  }

  @Test(
    arguments: [
      ([:], Language.zh),
      (["LANG": "C.UTF-8"], .zh),
      (["LANG": "POSIX"], .zh),
      (["LANG": "zh_CN.UTF-8"], .zh),
      (["LANG": "en_US.UTF-8"], .en),
      (["LANG": "de_DE@euro"], .en),
      (["LANG": "en_US", "LC_MESSAGES": "zh_TW"], .zh),
      (["LANG": "zh_CN", "LC_ALL": "en_GB", "LC_MESSAGES": "zh_TW"], .en),
      (["LANG": "en_US", "LC_ALL": ""], .en),
    ] as [([String: String], Language)])
  func languageOfTheLocale(variables: [String: String], expected: Language) {
    #expect(Language.ofLocale(variables) == expected)
  }
}

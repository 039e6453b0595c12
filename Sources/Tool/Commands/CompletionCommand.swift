import Core

extension Command {
  static let completion = Command(
    "completion",
    Bilingual(zh: "打印命令补全脚本", en: "print the completion script of a shell"),
    operand: Operand(
      ArgumentValue(Bilingual(zh: "外壳", en: "SHELL"), .choice(["bash", "zsh"])),
      Bilingual(zh: "bash 或 zsh", en: "bash or zsh"), count: 1...1),
    examples: [
      Example(
        "completion bash > ~/.local/share/bash-completion/completions/gongjiang",
        Bilingual(zh: "为自己装上 bash 补全", en: "installs completion for bash for yourself")),
      Example(
        "completion zsh > ~/.zfunc/_gongjiang",
        Bilingual(
          zh: "为自己装上 zsh 补全（~/.zfunc 须在 fpath 中）",
          en: "installs completion for zsh for yourself (~/.zfunc must be in fpath)")),
    ]
  ) { arguments, session in
    switch arguments.operands.first {
    case "zsh": session.output.write(ZshCompletion(session.tool, session.language).script)
    default: session.output.write(BashCompletion(session.tool).script)
    }
    return .success
  }
}

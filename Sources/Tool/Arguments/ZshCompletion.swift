import Core

/// The completion script for zsh, made from the declarations of the commands, with their summaries
/// in one language.
struct ZshCompletion {
  private let tool: Tool
  private let language: Language

  init(_ tool: Tool, _ language: Language) {
    self.tool = tool
    self.language = language
  }

  var script: String {
    """
    #compdef \(tool.name)
    # made by `\(tool.name) completion zsh`
    _\(tool.name)() {
      local -a commands=(
    \(commandRows)
      )
      if ((CURRENT == 2)); then
        _describe 'command' commands
        return
      fi
      local command=$words[2]
      shift words
      ((CURRENT--))
      case $command in
    \(commandCases)
        help) _describe 'command' commands ;;
      esac
    }
    # Found through fpath, this file is the function itself and has just been called; sourced, it
    # only registers.
    if [[ $funcstack[1] == _\(tool.name) ]]; then
      _\(tool.name) "$@"
    else
      compdef _\(tool.name) \(tool.name)
    fi

    """
  }

  private var commandRows: String {
    tool.commands.map { "    '\($0.name):\(quoted($0.summary[language]))'" }
      .joined(separator: "\n")
  }

  private var commandCases: String {
    tool.commands.map { command in
      var rows = command.allOptions.map(row)
      if let operand = command.operand {
        let star = operand.count.upperBound > 1 ? "*" : ""
        let name = quoted(operand.value.placeholder[language])
        rows.append("'\(star):\(name):\(action(operand.value.kind))'")
      }
      return "    \(command.name)) _arguments \(rows.joined(separator: " ")) ;;"
    }.joined(separator: "\n")
  }

  private func row(_ option: Option) -> String {
    let summary = "[\(quoted(option.summary[language]))]"
    guard let value = option.value else { return "'\(option.spelling)\(summary)'" }
    let name = quoted(value.placeholder[language])
    return "'\(option.spelling)=\(summary):\(name):\(action(value.kind))'"
  }

  private func action(_ kind: ArgumentValue.Kind) -> String {
    switch kind {
    case .text: ""
    case .directory: "_directories"
    case .file(let suffix): "_files -g \"*\(suffix)\""
    case .choice(let choices): "(\(choices.joined(separator: " ")))"
    }
  }

  /// Safe inside single quotes and inside the brackets and colons of `_arguments`.
  private func quoted(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "'": result += "’"
      case "[", "]", ":", "\\": result += "\\" + String(character)
      default: result.append(character)
      }
    }
    return result
  }
}

/// The completion script for bash, made from the declarations of the commands.
struct BashCompletion {
  private let tool: Tool

  init(_ tool: Tool) { self.tool = tool }

  var script: String {
    """
    # bash completion of \(tool.name), made by `\(tool.name) completion bash`
    _\(tool.name)() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
      COMPREPLY=()
      if ((COMP_CWORD == 1)); then
        _\(tool.name)_words '\(firstWords)'
        return
      fi
      case "${COMP_WORDS[1]} $before" in
    \(valueCases)
      esac
      case "${COMP_WORDS[1]}" in
    \(commandCases)
      esac
    }
    _\(tool.name)_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word"); }
    _\(tool.name)_files() { mapfile -t COMPREPLY < <(compgen "$@" -- "$word"); }
    complete -o filenames -F _\(tool.name) \(tool.name)

    """
  }

  private var firstWords: String {
    (tool.commands.map(\.name) + ["help", "--help", "--version"]).joined(separator: " ")
  }

  /// What is offered after an option that takes a value.
  private var valueCases: String {
    var cases = tool.commands.flatMap { command in
      command.allOptions.compactMap { option in
        option.value.map { value in
          "    '\(command.name) \(option.spelling)') \(offer(value.kind)); return ;;"
        }
      }
    }
    let names = tool.commands.map(\.name).joined(separator: " ")
    cases.append("    'help '*) _\(tool.name)_words '\(names)'; return ;;")
    return cases.joined(separator: "\n")
  }

  /// What is offered anywhere else: the options for a word that begins with a dash, else what the
  /// command works on.
  private var commandCases: String {
    tool.commands.map { command in
      let options = command.allOptions.map(\.spelling).joined(separator: " ")
      let operand = command.operand.map { offer($0.value.kind) } ?? "_\(tool.name)_words ''"
      return """
            \(command.name))
              if [[ $word == -* ]]; then _\(tool.name)_words '\(options)'; else \(operand); fi ;;
        """
    }.joined(separator: "\n")
  }

  private func offer(_ kind: ArgumentValue.Kind) -> String {
    switch kind {
    case .text: "_\(tool.name)_words ''"
    case .directory: "_\(tool.name)_files -d"
    case .file(let suffix): "_\(tool.name)_files -d -f -X '!*\(suffix)'"
    case .choice(let choices): "_\(tool.name)_words '\(choices.joined(separator: " "))'"
    }
  }
}

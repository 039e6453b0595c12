import Core
import Workbench

/// The help of the tool and of each command, made from the declarations.
struct Help {
  let language: Language
  /// Headings are emphasised where the console shows colours.
  let console: Console

  /// `gongjiang --help`.
  func text(of tool: Tool) -> String {
    let commands = tool.commands.map { ($0.name, $0.summary[language]) }
    return [
      tool.name + " — " + tool.summary[language],
      section(usage, ["\(tool.name) \(say(zh: "命令", en: "COMMAND")) …"]),
      section(say(zh: "命令", en: "Commands"), columns(commands)),
      section(say(zh: "各命令共有的选项", en: "Options of every command"), rows(Option.common)),
      section(
        say(zh: "从哪里读政策和词汇", en: "Where policies and vocabulary are read from"),
        [Home.explanation[language]]),
      statuses,
      say(
        zh: "某个命令的帮助：\(tool.name) 命令 --help",
        en: "Help on one command: \(tool.name) COMMAND --help"),
    ].joined(separator: "\n\n") + "\n"
  }

  /// `gongjiang COMMAND --help`.
  func text(of command: Command, in tool: Tool) -> String {
    var parts = ["\(tool.name) \(command.name) — \(command.summary[language])"]
    parts.append(section(usage, [usageLine(of: command, in: tool)]))
    if let operand = command.operand {
      let row = (operand.value.placeholder[language], operand.summary[language])
      parts.append(section(say(zh: "参数", en: "Arguments"), columns([row])))
    }
    parts.append(section(say(zh: "选项", en: "Options"), rows(command.allOptions)))
    let examples = command.examples.flatMap {
      ["\(tool.name) \($0.line)", "    " + $0.explanation[language]]
    }
    parts.append(section(say(zh: "示例", en: "Examples"), examples))
    parts.append(statuses)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var usage: String { say(zh: "用法", en: "Usage") }

  private func usageLine(of command: Command, in tool: Tool) -> String {
    var words = [tool.name, command.name]
    for option in command.options where option.isRequired { words.append(spelling(of: option)) }
    words.append(say(zh: "[选项]", en: "[OPTIONS]"))
    if let operand = command.operand {
      let name = operand.value.placeholder[language] + (operand.count.upperBound > 1 ? "…" : "")
      words.append(operand.count.lowerBound == 0 ? "[\(name)]" : name)
    }
    return words.joined(separator: " ")
  }

  private var statuses: String {
    let rows = ExitStatus.allCases.map { (String($0.rawValue), $0.meaning[language]) }
    return section(say(zh: "退出码", en: "Exit status"), columns(rows))
  }

  private func rows(_ options: [Option]) -> [String] {
    columns(
      options.map { option in
        let note = option.isRequired ? say(zh: "（必需）", en: " (required)") : ""
        return (spelling(of: option), option.summary[language] + note)
      })
  }

  private func spelling(of option: Option) -> String {
    guard let value = option.value else { return option.spelling }
    return option.spelling + " " + value.placeholder[language]
  }

  private func section(_ heading: String, _ lines: [String]) -> String {
    ([console.emphasised(heading, .bold)] + lines.map { "  " + $0 }).joined(separator: "\n")
  }

  /// Two columns; Chinese characters count as two.
  private func columns(_ rows: [(String, String)]) -> [String] {
    let width = rows.map { $0.0.terminalWidth }.max() ?? 0
    return rows.map { left, right in
      left + String(repeating: " ", count: width - left.terminalWidth + 2) + right
    }
  }

  private func say(zh: String, en: String) -> String { Bilingual(zh: zh, en: en)[language] }
}

extension String {
  /// Columns a terminal gives the string.
  fileprivate var terminalWidth: Int { reduce(0) { $0 + $1.terminalWidth } }
}

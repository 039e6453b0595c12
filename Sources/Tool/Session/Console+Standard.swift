import Foundation
import Terminal

extension Console {
  /// Standard output or standard error: colours only on a terminal that is not dumb, and never
  /// with `NO_COLOR` (no-color.org).
  init(_ handle: FileHandle, _ variables: [String: String]) {
    let isTerminal = isatty(handle.fileDescriptor) == 1 && variables["TERM"] != "dumb"
    let showsColours = isTerminal && variables["NO_COLOR", default: ""].isEmpty
    self.init(colours: showsColours, terminal: isTerminal) { text in
      // When the reader has gone there is nobody to tell.
      try? handle.write(contentsOf: Data(text.utf8))
    }
  }
}

extension Environment {
  /// That of this process.
  static var ofProcess: Environment {
    Environment(
      variables: ProcessInfo.processInfo.environment,
      workingDirectory: FileManager.default.currentDirectoryPath,
      executable: try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      readInput: { [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) },
      readLine: { prompt, isKept in
        isatty(STDIN_FILENO) == 1 ? TypedLines.next(prompt, isKept) : Swift.readLine()
      })
  }
}

/// Lines typed at the terminal, with the history of earlier ones.
private enum TypedLines {
  /// The file of the history; `nil` where it cannot be kept, which is told once.
  private static let history: String? = {
    let variables = ProcessInfo.processInfo.environment
    let state =
      variables["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (variables["HOME"] ?? "/") + "/.local/state"
    let path = state + "/gongjiang/feel-history"
    if LineEditor.open(history: path) { return path }
    try? FileHandle.standardError.write(
      contentsOf: Data("无法保存历史 · the history cannot be kept: \(path)\n".utf8))
    return nil
  }()

  static func next(_ prompt: String, _ isKept: Bool) -> String? {
    let history = isKept ? history : nil
    guard let line = LineEditor.read(prompt) else {
      // Ctrl-D leaves the cursor behind the prompt.
      try? FileHandle.standardOutput.write(contentsOf: Data("\n".utf8))
      return nil
    }
    if isKept, !line.allSatisfy(\.isWhitespace) { LineEditor.keep(line, in: history) }
    return line
  }
}

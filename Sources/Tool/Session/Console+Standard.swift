import Foundation

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
      readInput: { [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) })
  }
}

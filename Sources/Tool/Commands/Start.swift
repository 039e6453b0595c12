import Foundation

extension Tool {
  /// The whole process: runs the words it was started with and gives the exit status.
  static func start() -> Int32 {
    // A file that reaches the limit of its size is told as a full disk, not answered with death.
    signal(SIGXFSZ, SIG_IGN)
    let environment = Environment.ofProcess
    let status = gongjiang.run(
      Array(CommandLine.arguments.dropFirst()),
      output: Console(.standardOutput, environment.variables),
      errors: Console(.standardError, environment.variables), environment: environment)
    return status.rawValue
  }
}

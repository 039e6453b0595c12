import Foundation

extension Tool {
  /// The whole process: runs the words it was started with and gives the exit status.
  static func start() -> Int32 {
    let environment = Environment.ofProcess
    let status = gongjiang.run(
      Array(CommandLine.arguments.dropFirst()),
      output: Console(.standardOutput, environment.variables),
      errors: Console(.standardError, environment.variables), environment: environment)
    return status.rawValue
  }
}

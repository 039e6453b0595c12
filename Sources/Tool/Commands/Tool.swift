import Core
import Workbench

/// The tool: its commands, and the way from the words of a command line to an exit status.
struct Tool: Sendable {
  let name: String
  let summary: Bilingual
  let commands: [Command]

  /// Runs the command that the words name; whatever goes wrong is told on standard error.
  func run(_ words: [String], output: Console, errors: Console, environment: Environment)
    -> ExitStatus
  {
    let language = Language.requested(by: words) ?? Language.ofLocale(environment.variables)
    let session = Session(
      tool: self, language: language, output: output, errors: errors, environment: environment)
    do {
      return try dispatch(words, session)
    } catch let error as CommandLineError {
      tell(error.command.map { "\(name) \($0)" } ?? name, error.reason.message, session)
      let help = error.command.map { "\(name) \($0) --help" } ?? "\(name) --help"
      errors.line(Bilingual(zh: "用法见 \(help)", en: "See \(help)")[language])
      return .usage
    } catch let problem as Problem {
      tell(name, problem.message, session)
      errors.line(problem.advice[language])
      return .badInput
    } catch let faulty as FaultyTexts {
      for text in faulty.texts { session.tell(text.diagnostics, of: text.source) }
      return .badInput
    } catch let error as DiagnosticsError {
      session.tell(error.diagnostics, of: error.source)
      return .badInput
    } catch let refusal as Refusal {
      tell(name, refusal.message, session)
      errors.line(refusal.advice[language])
      return .refused
    } catch {
      guard let told = Told(error) else {
        tell(name, Bilingual("\(error)"), session)
        return .refused
      }
      tell(name, told.message.prefixed(by: told.code), session)
      errors.line(told.advice[language])
      return told.status
    }
  }

  private func dispatch(_ words: [String], _ session: Session) throws -> ExitStatus {
    let help = Help(language: session.language, console: session.output)
    guard let first = words.first else { throw CommandLineError(.noCommand, in: nil) }
    switch first {
    case "--help", "-h", "help":
      guard first == "help", words.count > 1 else {
        session.output.write(help.text(of: self))
        return .success
      }
      session.output.write(help.text(of: try command(words[1]), in: self))
      return .success
    case "--version":
      return try dispatch(["version"] + words.dropFirst(), session)
    default:
      let command = try command(first)
      do {
        let arguments = try Arguments(Array(words.dropFirst()), of: command)
        if arguments.has(.help) {
          session.output.write(help.text(of: command, in: self))
          return .success
        }
        return try command.run(arguments, session)
      } catch let reason as UsageError {
        throw CommandLineError(reason, in: command.name)
      }
    }
  }

  private func command(_ name: String) throws(CommandLineError) -> Command {
    guard let command = commands.first(where: { $0.name == name }) else {
      throw CommandLineError(.unknownCommand(name, among: commands), in: nil)
    }
    return command
  }

  private func tell(_ who: String, _ message: Bilingual, _ session: Session) {
    session.errors.line(
      session.errors.emphasised("\(who): ", .red) + message[session.language])
  }
}

extension Bilingual {
  fileprivate func prefixed(by code: String) -> Bilingual {
    Bilingual(zh: "\(code)：\(zh)", en: "\(code): \(en)")
  }
}

/// A usage error and the command it was made in, whose help can tell more.
private struct CommandLineError: Error {
  let reason: UsageError
  let command: String?

  init(_ reason: UsageError, in command: String?) {
    self.reason = reason
    self.command = command
  }
}

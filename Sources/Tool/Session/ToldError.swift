import Cases
import City
import Columns
import Core
import Cryptography
import Determinations
import Export
import Import
import Notice
import Office
import Originals
import Passwords
import Print
import Registry
import Replay
import Statistics
import Store
import Synthesis
import Workbench

/// An error of the layers below, with a stable code and words for the person at the terminal.
protocol ToldError: Error {
  var code: String { get }
  var message: Bilingual { get }
  var advice: Bilingual { get }
  /// Whose fault it is: the input's or the system's.
  var status: ExitStatus { get }
}

/// An error as it is told at the terminal.
struct Told {
  let code: String
  let message: Bilingual
  let advice: Bilingual
  let status: ExitStatus

  /// `nil` for an error without words.
  init?(_ error: any Error) {
    switch error {
    case let error as any ToldError:
      (code, message) = (error.code, error.message)
      (advice, status) = (error.advice, error.status)
    // What a room of the office refuses is about what it was asked for.
    case let problem as any WordedProblem:
      (code, message) = (problem.code, problem.message)
      (advice, status) = (problem.advice, .badInput)
    default: return nil
    }
  }
}

extension Session {
  /// Tells of something that went wrong while other work goes on.
  func tell(_ error: any Error) {
    guard let told = Told(error) else {
      errors.line("\(error)")
      return
    }
    errors.line("\(told.code): \(told.message[language])\n\(told.advice[language])")
  }
}

extension PasswordFailure: ToldError {
  var status: ExitStatus { .refused }
}

extension StoreError: ToldError {
  var status: ExitStatus {
    switch self {
    case .damaged, .newer, .migrationChanged: .badInput
    case .cannotOpen, .locked, .readOnly, .diskFull, .device, .constraint, .defect: .refused
    }
  }
}

extension KeyProblem: ToldError {
  var status: ExitStatus {
    switch self {
    case .missing, .malformed, .openToOthers, .exists: .badInput
    case .unavailable, .notReadable, .notWritable: .refused
    }
  }
}

extension CryptographyFailure: ToldError {
  var status: ExitStatus { .refused }
}

extension RegistryProblem: ToldError {
  var status: ExitStatus { .badInput }
}

extension StoredValueProblem: ToldError {
  var status: ExitStatus { .badInput }
}

extension ImportProblem: ToldError {
  var status: ExitStatus { .badInput }
}

extension CaseProblem: ToldError {
  var status: ExitStatus { .badInput }
}

extension OriginalProblem: ToldError {
  var status: ExitStatus { isRefusal ? .refused : .badInput }
}

extension ExportProblem: ToldError {
  var status: ExitStatus {
    switch self {
    case .notWritable: .refused
    case .tooManyRows: .badInput
    }
  }
}

extension SynthesisProblem: ToldError {
  var status: ExitStatus { .badInput }
}

extension StatisticsProblem: ToldError {
  var status: ExitStatus { .badInput }
}

extension ColumnFileProblem: ToldError {
  var status: ExitStatus { isMended ? .badInput : .refused }
}

extension CityProblem: ToldError {
  var status: ExitStatus {
    switch self {
    case .tooMuch, .damaged: .badInput
    case .notWritable: .refused
    }
  }
}

extension NoticeProblem: ToldError {
  var status: ExitStatus {
    switch self {
    case .sumsDisagree, .outdated: .refused
    case .noDetermination, .noSubject, .severalSubjects, .badBase: .badInput
    }
  }
}

extension PrintProblem: ToldError {
  var status: ExitStatus {
    switch self {
    case .codeTooLong: .badInput
    case .noGlyphs, .failed: .refused
    }
  }
}

extension DeterminationProblem: ToldError {
  var status: ExitStatus {
    switch self {
    case .namesRecords, .unknownParty, .damagedText: .badInput
    case .overtaken: .refused
    }
  }
}

extension ReplayProblem: ToldError {
  var status: ExitStatus { .badInput }
}

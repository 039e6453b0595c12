import Core
import YAMLText

/// Which way the cases of a benefit go.
///
///     default: payment-without-application
///     application-with-evidence: [wenzhou-2018-242/apprenticeship]
package struct Ways: Sendable, Equatable {
  private let usual: String
  private let special: [String: String]

  /// The procedure of a benefit, by its full id.
  package func procedure(of benefit: String) -> String { special[benefit] ?? usual }

  /// - Parameters:
  ///   - source: the file.
  ///   - procedures: the ids there are.
  /// - Throws: `DiagnosticsError` with all that is wrong.
  init(_ source: SourceText, procedures: [String]) throws(DiagnosticsError) {
    let reading = YAML.parse(source)
    var diagnostics = reading.diagnostics
    func refuse(_ problem: SetupFileProblem, _ range: SourceRange) {
      diagnostics.append(
        Diagnostic(problem.code, at: range, message: problem.message, advice: problem.advice))
    }
    var usual: String?
    var special: [String: String] = [:]
    if let root = reading.root {
      guard let entries = root.entries else {
        refuse(.notAMapping("benefits"), root.range)
        throw DiagnosticsError(source: source, diagnostics: diagnostics)
      }
      for entry in entries {
        if entry.key == "default" {
          usual = entry.value.text
          if usual.map(procedures.contains) != true {
            refuse(.unknownProcedure(usual ?? "", procedures), entry.value.range)
          }
          continue
        }
        if !procedures.contains(entry.key) {
          refuse(.unknownProcedure(entry.key, procedures), entry.keyRange)
        }
        guard let items = entry.value.items else {
          refuse(.notAList(entry.key), entry.value.range)
          continue
        }
        for item in items {
          guard let benefit = item.text else {
            refuse(.notText(entry.key), item.range)
            continue
          }
          if special.updateValue(entry.key, forKey: benefit) != nil {
            refuse(.twice(benefit), item.range)
          }
        }
      }
      if usual == nil { refuse(.noDefault, root.range) }
    } else if diagnostics.isEmpty {
      refuse(.noDefault, SourceRange(0, 0))
    }
    guard diagnostics.isEmpty, let usual else {
      throw DiagnosticsError(source: source, diagnostics: diagnostics)
    }
    self.usual = usual
    self.special = special
  }
}

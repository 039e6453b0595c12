package import Core
package import LocalValues
package import PolicyPlan

extension Workbench {
  /// This workbench with local values in the place of some of the documents' figures.
  ///
  /// - Parameters:
  ///   - file: values that somebody wrote into a file; `nil` for none.
  ///   - stored: values that the registry holds.
  ///   - isWhole: whether all documents of the home are here; if not, values of documents that are
  ///     not here are passed over.
  /// - Returns: the workbench.
  /// - Throws: `FaultyTexts` with what is wrong with the file, `StoredValueProblem` with what does
  ///   not fit among the stored ones.
  package func setting(
    _ file: LocalValueFile?, stored: [LocalValue] = [], isWhole: Bool = true
  ) throws -> Workbench {
    // The stored ones first: what overlaps with them is told of the file.
    let values = stored + (file?.values ?? [])
    if values.isEmpty { return self }
    var problems: [LocalProblem] = isWhole ? strangers(among: values) : []
    let documents = documents.map { document in
      guard let plan = document.plan else { return document }
      let (set, found) = plan.setting(values)
      problems += found
      return document.with(set)
    }
    try Workbench.refuse(problems, file)
    return Workbench(self, documents)
  }

  /// Those of documents that do not exist.
  private func strangers(among values: [LocalValue]) -> [LocalProblem] {
    let ids = documents.compactMap(\.id)
    return values.filter { !ids.contains($0.document) }.map {
      LocalProblem($0, .noDocument(nearest: Suggestion.nearest(to: $0.document, among: ids)))
    }
  }

  private static func refuse(_ problems: [LocalProblem], _ file: LocalValueFile?) throws {
    var diagnostics: [Diagnostic] = []
    for problem in problems {
      switch problem.value.origin {
      case .file(let item, let places):
        diagnostics.append(
          Diagnostic(
            problem.code, at: problem.key.flatMap { places[$0] } ?? item, message: problem.message,
            advice: problem.advice))
      case .registry(let number, _): throw StoredValueProblem(number: number, problem: problem)
      }
    }
    guard let file, !diagnostics.isEmpty else { return }
    diagnostics.sort { ($0.range?.start ?? 0) < ($1.range?.start ?? 0) }
    throw FaultyTexts([DiagnosticsError(source: file.source, diagnostics: diagnostics)])
  }
}

/// A local value of the registry that does not fit the documents any more.
package struct StoredValueProblem: Error, Sendable {
  /// Its number in the registry.
  package let number: Int64
  package let problem: LocalProblem

  package var code: String { problem.code }

  package var message: Bilingual {
    Bilingual(
      zh: "登记库里第 \(number) 号地方取值：\(problem.message.zh)",
      en: "local value number \(number) of the registry: \(problem.message.en)")
  }

  package var advice: Bilingual {
    Bilingual(
      zh: "\(problem.advice.zh)用 gongjiang parameters withdraw \(number) 撤回它，再重新登记。",
      en:
        "\(problem.advice.en) Withdraw it with gongjiang parameters withdraw \(number), and set it "
        + "again.")
  }
}

import Core
import Originals
import PolicyDocument
import PolicyPlan
import Workbench

extension Command {
  /// `policy show`: the text of a document, as it was issued or as of a day.
  ///
  /// - Parameters:
  ///   - arguments: of `policy`.
  ///   - session: written to.
  /// - Returns: `badInput` where a document with errors has no text of a day.
  /// - Throws: `UsageError`; `OriginalProblem` where there is no such document; `Problem` when a file
  ///   cannot be read.
  static func showPolicy(_ arguments: Arguments, _ session: Session) throws -> ExitStatus {
    let words = arguments.operands
    let day = try arguments.date(.textOn)
    let bench = try Workbench(Home.find(arguments, session.environment))
    guard let checked = bench.document(named: words[1]) else {
      throw OriginalProblem.unknownDocument(words[1], known: bench.documents.compactMap(\.id))
    }
    guard let day else {
      session.output.write(checked.source.text)
      return .success
    }
    guard let plan = checked.plan else {
      session.tell(checked.diagnostics, of: checked.source)
      return .badInput
    }
    let version = plan.versions.last { $0.holds(event: day, on: day) }
    session.output.write(version?.text(of: plan) ?? checked.source.text)
    return .success
  }
}

extension Workbench {
  /// A document by its id, or by the path of its file.
  func document(named name: String) -> CheckedDocument? {
    documents.first { $0.id == name || $0.source.name.hasSuffix("/" + name) }
  }
}

extension Option {
  static let textOn = Option(
    "on", takes: ArgumentValue(Bilingual(zh: "日期", en: "DATE"), .text),
    Bilingual(
      zh: "show：哪一天的文本，如 2024-01-01；不写则是印发时的",
      en: "show: the text of that day, such as 2024-01-01; else as it was issued"))
}

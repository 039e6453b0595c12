import Core
import PolicyDocument
import PolicyFormat
import PolicyModel
import PolicyPlan
import Workbench

/// `policy export` and `policy import`: documents as decision models of DMN, and back. Results go to
/// standard output; what the other side cannot say is told on standard error.
struct PolicyModels {
  let session: Session

  init(_ session: Session) { self.session = session }

  func export(_ name: String, _ arguments: Arguments) throws -> ExitStatus {
    let home = try Home.find(arguments, session.environment)
    let document = try Command.document(name, home)
    let bench = try Workbench(home)
    guard let plan = bench.plans.first(where: { $0.id == document.front.id.text }) else {
      let diagnostics = bench.documents.first { $0.id == document.front.id.text }?.diagnostics
      throw DiagnosticsError(source: document.source, diagnostics: diagnostics ?? [])
    }
    let model = ExportedModel(plan)
    session.output.write(String(decoding: model.xml, as: UTF8.self))
    tell(
      model.unsaid, Bilingual(zh: "模型没有说的：", en: "What the model does not say:"))
    return .success
  }

  func `import`(_ path: String) throws -> ExitStatus {
    let imported = try ImportedDocument(try SourceText.read(path))
    session.output.write(PolicyFormat.formatted(SourceText(name: path, text: imported.text)))
    tell(
      imported.unsaid,
      Bilingual(zh: "政策文件没有说的：", en: "What the document does not say:"))
    return .success
  }

  private func tell(_ unsaid: [ExportedModel.Unsaid], _ heading: Bilingual) {
    if unsaid.isEmpty { return }
    session.errors.line(heading[session.language])
    for item in unsaid {
      let separator = session.language == .zh ? "：" : ": "
      session.errors.line(
        "- " + item.what[session.language] + separator + item.why[session.language])
    }
  }
}

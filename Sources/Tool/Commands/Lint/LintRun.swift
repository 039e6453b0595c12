import Core
import DMN
import Foundation
import Lint
import Workbench

/// Gathers the files that were named and lints each as what it is.
struct LintRun {
  private let session: Session
  private let arguments: Arguments

  init(_ session: Session, _ arguments: Arguments) {
    self.session = session
    self.arguments = arguments
  }

  /// One report for every file, in the order given; documents are read together, since some checks
  /// look at several.
  func reports() throws -> [LintReport] {
    let paths = try arguments.operands.flatMap(LintRun.files)
    let models = try paths.filter(LintRun.isModel).map { try LintRun.report(onModel: $0) }
    let documents = paths.filter { !LintRun.isModel($0) }
    if documents.isEmpty, !models.isEmpty { return models }
    let home = try Home.find(arguments, session.environment)
    let bench =
      paths.isEmpty ? try Workbench(home) : try Workbench(home, documents: documents)
    let facts = try arguments[.publishedIn].map { try bench.facts(SourceText.read($0)) }
    let linted = bench.linted(published: facts).map {
      LintReport(source: $0.document.source, findings: $0.findings)
    }
    return linted + models
  }

  private static func isModel(_ path: String) -> Bool { path.hasSuffix(".dmn") }

  /// A file by itself; of a folder its documents and models.
  private static func files(at path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return [path] }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let found = names.filter {
      !$0.hasPrefix(".") && ($0.hasSuffix(".md") || $0.hasSuffix(".dmn"))
    }
    guard !found.isEmpty else {
      throw Problem(
        Bilingual(
          zh: "\(path) 里没有政策文件，也没有 DMN 模型",
          en: "the folder \(path) holds no policy document and no DMN model"),
        advice: Bilingual(
          zh: "请检查目录是否写对。", en: "Check that this is the folder you mean."))
    }
    return found.sorted().map { folder + "/" + $0 }
  }

  /// A model that cannot run has its own diagnostics, which are told as findings.
  private static func report(onModel path: String) throws -> LintReport {
    let source = try SourceText.read(path)
    do {
      let model = try DecisionModel.read(source)
      let program = try DecisionProgram(model, imported: KitFolder.models(beside: path))
      return LintReport(source: source, findings: Linter.findings(in: program))
    } catch let error as DiagnosticsError {
      return LintReport(source: source, findings: error.diagnostics.map(Finding.init))
    }
  }
}

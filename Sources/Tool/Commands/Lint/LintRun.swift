import Core
import DMN
import Facts
import Foundation
import Lint
import Registry
import Vocabulary
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
    let linted = bench.linted(published: try published(bench, home)).map {
      LintReport(source: $0.document.source, findings: $0.findings)
    }
    return linted + models
  }

  /// Facts that hold the published catalogues: those of a file, of a registry, or of both.
  private func published(_ bench: Workbench, _ home: Home) throws -> FactBase? {
    let told = try arguments[.publishedIn].map { try bench.facts(SourceText.read($0)) }
    guard arguments.has(.publishedInRegistry) else { return told }
    let registry = try Registry.open(arguments, home, session, vocabulary: bench.vocabulary)
    var facts = told ?? FactBase(vocabulary: bench.vocabulary, on: DateTime.now.date)
    for (index, catalogue) in bench.vocabulary.catalogues.enumerated() {
      _ = try registry.eachRow(ofCatalogue: index) {
        facts.catalogues[catalogue.id, default: []].append($0)
      }
    }
    return facts
  }

  private static func isModel(_ path: String) -> Bool { path.hasSuffix(".dmn") }

  /// A file by itself; of a folder and the folders in it all documents and models.
  private static func files(at path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return [path] }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let found = names.filter { name in
      !name.split(separator: "/").contains { $0.hasPrefix(".") }
        && (name.hasSuffix(".md") || name.hasSuffix(".dmn"))
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

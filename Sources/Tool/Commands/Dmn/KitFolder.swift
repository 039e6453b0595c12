import Core
import DMN
import Foundation
import Workbench

/// A tree of folders with models and tests in the form of the DMN conformance kit.
struct KitFolder {
  let path: String

  /// Folders below (or the folder itself) that hold test files, by name.
  func folders() throws(Problem) -> [String] {
    guard FileManager.default.fileExists(atPath: path),
      let walker = FileManager.default.enumerator(atPath: path)
    else {
      throw Problem(
        Bilingual(zh: "没有 \(path) 这个目录", en: "there is no folder \(path)"),
        advice: Bilingual(zh: "请检查路径。", en: "Check the path."))
    }
    var found: Set<String> = []
    for case let file as String in walker where KitFolder.isTest(file) {
      found.insert(
        (path as NSString).appendingPathComponent((file as NSString).deletingLastPathComponent))
    }
    guard !found.isEmpty else {
      throw Problem(
        Bilingual(zh: "\(path) 里没有测试文件", en: "\(path) holds no test files"),
        advice: Bilingual(
          zh: "测试文件的名称形如 …-test-01.xml。", en: "Test files are named like …-test-01.xml."))
    }
    return found.sorted()
  }

  /// The other models of a model's folder, which it may import; files that are no models are left
  /// out.
  static func models(beside path: String) throws -> [DecisionModel] {
    let folder = (path as NSString).deletingLastPathComponent
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    return names.sorted().filter { $0.hasSuffix(".dmn") }.compactMap { name in
      guard name != (path as NSString).lastPathComponent else { return nil }
      return try? DecisionModel.read(
        try SourceText.read((folder as NSString).appendingPathComponent(name)))
    }
  }

  private static func isTest(_ name: String) -> Bool {
    name.hasSuffix(".xml") && name.contains("-test")
  }

  /// Runs every test file of one folder. Models that the folder holds may import each other.
  static func run(_ folder: String) throws -> KitReport {
    var report = KitReport(name: (folder as NSString).lastPathComponent)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    var models: [String: DecisionModel] = [:]
    var faults: [String: String] = [:]
    for name in names where name.hasSuffix(".dmn") {
      let source = try SourceText.read(folder + "/" + name)
      do throws(DiagnosticsError) {
        models[name] = try DecisionModel.read(source)
      } catch {
        faults[name] = error.diagnostics.first?.message.en ?? ""
      }
    }
    for name in names where isTest(name) {
      let tests = try KitTests.read(try SourceText.read(folder + "/" + name))
      guard let model = models[tests.modelName] else {
        report.addUnreadable(tests, faults[tests.modelName] ?? "no model \(tests.modelName)")
        continue
      }
      do throws(DiagnosticsError) {
        let others = models.filter { $0.key != tests.modelName }.sorted { $0.key < $1.key }
        let program = try DecisionProgram(model, imported: others.map(\.value))
        for verdict in tests.run(program) { report.add(verdict) }
      } catch {
        report.addUnreadable(tests, error.diagnostics.first?.message.en ?? "")
      }
    }
    return report
  }
}

import Core
import Facts
import JSONText
import Workbench

/// Facts files with expectations: `{"facts": …, "expect": [ … ]}`.
enum ScenarioFacts {
  /// The facts of every such file of a folder, by name; a file that expects nothing tests nothing
  /// and is passed over.
  ///
  /// - Parameters:
  ///   - folder: where the `.json` files stand.
  ///   - bench: knows the vocabulary.
  /// - Returns: the facts, all of them valid.
  /// - Throws: `Problem` when the folder or a file cannot be read or holds no facts,
  ///   `DiagnosticsError` with what is wrong with them.
  static func read(_ folder: String, _ bench: Workbench) throws -> [FactBase] {
    try Workbench.files(in: folder, suffix: ".json").compactMap { path in
      let source = try SourceText.read(path)
      let root = try JSON.parse(source)
      guard let facts = root["facts"] else { throw noFacts(path) }
      let expected = (root["expect"]?.items ?? []) + (root["absent"]?.items ?? [])
      if expected.isEmpty { return nil }
      return try bench.facts(SourceText(name: source.name, text: source.slice(facts.range)))
    }
  }

  private static func noFacts(_ path: String) -> Problem {
    Problem(
      Bilingual(zh: "\(path) 里没有 facts", en: "\(path) holds no facts"),
      advice: Bilingual(
        zh: "每个文件写成 {\"facts\": {…}, \"expect\": [ … ]}。",
        en: "Write each file as {\"facts\": {…}, \"expect\": [ … ]}."))
  }
}

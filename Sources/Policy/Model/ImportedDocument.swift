package import Core
import XMLText

/// A policy document made of a decision model, and what of the model it cannot say.
///
/// A model that was exported from a document becomes that document again, as far as the model went:
/// benefits with their rules, tables, parameters and assumptions under their articles. Of any other
/// model the decision tables and the constants are taken; whoever goes on with it names the benefits
/// and puts the words of the vocabulary in the place of the model's inputs.
package struct ImportedDocument: Sendable {
  /// Markdown, in need of `gongjiang fmt`.
  package let text: String
  package let unsaid: [ExportedModel.Unsaid]

  /// - Throws: XML001–XML003, or DMN001 for what is no model.
  package init(_ source: SourceText) throws(DiagnosticsError) {
    let root = try XMLElement.parse(source)
    guard root.name == "definitions", root.namespace.contains("/DMN/") else {
      throw DiagnosticsError(
        source: source,
        diagnostics: [
          Diagnostic(
            "DMN001", at: nil,
            message: Bilingual(
              zh: "这不是 DMN 模型：根元素是 \(root.name)",
              en: "this is no DMN model: its root element is \(root.name)"),
            advice: Bilingual(
              zh: "请给出 DMN 1.2–1.5 的 .dmn 文件。", en: "Give a .dmn file of DMN 1.2 to 1.5."))
        ])
    }
    var importer = ModelImporter(root)
    importer.run()
    text = importer.text
    unsaid = importer.unsaid
  }
}

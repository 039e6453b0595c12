package import Core
import DMN

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
    var importer = ModelImporter(try DecisionModel.root(of: source))
    importer.run()
    text = importer.text
    unsaid = importer.unsaid
  }
}

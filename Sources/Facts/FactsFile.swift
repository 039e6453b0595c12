package import Core
import JSONText

/// Reads facts files: `{"on": …, "region": …, "parties": […], "records": […], "catalogues": {…}}`.
package enum FactsFile {
  /// Most problems that are told; of the rest, only how many there are.
  package static let mostProblems = 100

  /// Reads the facts in a JSON text.
  ///
  /// Fields, types and enumeration values may be written by canonical id or Chinese name. Numbers
  /// are read as decimals from their text. `null` is known to be none; what is not mentioned is
  /// missing. References may name things that are not in the file.
  ///
  /// - Parameters:
  ///   - source: the JSON text.
  ///   - schema: of the vocabulary that says what there can be facts about.
  ///   - on: the day of the determination, in place of the one that the file names.
  /// - Returns: the facts, all of them valid.
  /// - Throws: everything that is wrong, each with the path of its place as heading; codes
  ///   FACT001 … FACT020, and JSON001 … where it is not JSON at all.
  package static func read(
    _ source: SourceText, _ schema: FactsSchema, on: CivilDate? = nil
  ) throws(DiagnosticsError) -> FactBase {
    let json = try JSON.parse(source)
    var reader = FactsReader(schema, on: on)
    reader.read(json)
    let diagnostics = reader.problems.diagnostics
    guard diagnostics.isEmpty else {
      throw DiagnosticsError(source: source, diagnostics: diagnostics)
    }
    return reader.facts
  }

  /// Reads the facts in bytes from outside; see `read(_:_:on:)`.
  ///
  /// - Parameters:
  ///   - bytes: the file or the body of a request, UTF-8.
  ///   - name: what messages call the source.
  ///   - schema: of the vocabulary that says what there can be facts about.
  ///   - on: the day of the determination, in place of the one that the file names.
  /// - Returns: the facts, all of them valid.
  /// - Throws: as the other; JSON002 when the bytes are not UTF-8.
  package static func read(
    bytes: [UInt8], name: String, _ schema: FactsSchema, on: CivilDate? = nil
  ) throws(DiagnosticsError) -> FactBase {
    try read(try JSON.source(name: name, bytes: bytes), schema, on: on)
  }
}

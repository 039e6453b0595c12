package import Core
import DelimitedText

extension BankStatement {
  /// Reads a statement: camt.053 of ISO 20022, or a table of entries as CSV.
  ///
  /// - Parameters:
  ///   - bytes: of the file; text in UTF-8 or GB18030.
  ///   - name: what messages call it.
  /// - Returns: the statement, all of it.
  /// - Throws: all that is wrong with it; then nothing of it is taken.
  package static func read(
    _ bytes: [UInt8], name: String
  ) throws(DiagnosticsError) -> BankStatement {
    guard let text = TextDecoding.text(bytes) else {
      var faults = StatementFaults(SourceText(name: name, text: ""))
      faults.add(.notText, line: nil)
      try faults.check()
      return BankStatement(entries: [])
    }
    let source = SourceText(name: name, text: text)
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
    return first == "<"
      ? try CamtReader.read(source) : try StatementTable.read(source)
  }
}

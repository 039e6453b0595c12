import Cryptography

/// One numbered step that brings a database to the next version of its schema.
package struct Migration: Sendable {
  /// 1, 2, 3 …
  package let number: Int
  /// A few English words.
  package let name: String
  package let statements: [String]

  /// - Parameters:
  ///   - number: the one after the step before it.
  ///   - name: a few English words.
  ///   - statements: SQL without values, run in order.
  package init(_ number: Int, _ name: String, _ statements: [String]) {
    self.number = number
    self.name = name
    self.statements = statements
  }

  /// SM3 of the text of the statements: a step that was once run is never changed.
  func checksum() throws(CryptographyFailure) -> String {
    try SM3.hexDigest(statements.joined(separator: ";\n"))
  }
}

/// A statement whose text and values are never mixed: what is interpolated becomes a bound value.
///
///     "SELECT name FROM person WHERE id = \(id)"
///
/// Names of tables and columns are interpolated as `\(name: table)` and quoted. Text that is SQL
/// itself, and was not written by a person, goes in by `\(unchecked: text)`, which a reviewer finds
/// by that word.
package struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// Text and values in the order they stand.
  package enum Part: Sendable, Hashable {
    case text(String)
    case value(SQLValue)
  }

  package private(set) var parts: [Part]

  package init(stringLiteral text: String) { parts = [.text(text)] }
  package init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(2 * interpolationCount + 1)
    }

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    package mutating func appendInterpolation(_ value: SQLValue) { parts.append(.value(value)) }
    package mutating func appendInterpolation(_ value: Int64?) {
      parts.append(.value(.init(value)))
    }
    package mutating func appendInterpolation(_ value: String?) {
      parts.append(.value(.init(value)))
    }
    package mutating func appendInterpolation(_ value: [UInt8]?) {
      parts.append(.value(.init(value)))
    }

    /// Another statement, with its values.
    package mutating func appendInterpolation(_ other: SQL) { parts += other.parts }

    /// The name of a table or column, in quotes.
    package mutating func appendInterpolation(name: String) {
      parts.append(.text(SQL.quoted(name)))
    }

    /// Text that is SQL itself. Never from outside the program.
    package mutating func appendInterpolation(unchecked text: String) {
      parts.append(.text(text))
    }
  }

  /// A name between double quotes, as standard SQL writes it; quotes within are doubled.
  package static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// Statements with a comma or another text between them.
  package static func joined(_ statements: some Sequence<SQL>, by separator: String = ", ") -> SQL {
    var result: SQL = ""
    for (index, statement) in statements.enumerated() {
      if index > 0 { result.parts.append(.text(separator)) }
      result.parts += statement.parts
    }
    return result
  }

  /// The text for a database that writes its place holders so, and the values in their order.
  package func written(for dialect: Dialect) -> (text: String, values: [SQLValue]) {
    var text = ""
    var values: [SQLValue] = []
    for part in parts {
      switch part {
      case .text(let piece): text += piece
      case .value(let value):
        values.append(value)
        text += dialect.placeholder(values.count)
      }
    }
    return (text, values)
  }
}

package import Core

/// A JSON value (RFC 8259) with its place in the source.
///
/// Numbers keep their text, so that no digit is lost to a binary fraction; members keep their
/// order, and each name stands once.
package struct JSON: Sendable {
  package enum Kind: Sendable {
    case null
    case boolean(Bool)
    /// The number as written: `-12.50`, `1e3`.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])
  }

  /// A name and a value of an object.
  package struct Member: Sendable {
    package let key: String
    package let keyRange: SourceRange
    package let value: JSON
  }

  package let kind: Kind
  // Half the width of `Int`: a large file has millions of values, and none is over 4 GB.
  private let start: UInt32
  private let end: UInt32

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    start = UInt32(clamping: range.start)
    end = UInt32(clamping: range.end)
  }

  /// UTF-8 offsets in the source, quotes and brackets included.
  package var range: SourceRange { SourceRange(Int(start), Int(end)) }
}

extension JSON {
  package var isNull: Bool {
    if case .null = kind { true } else { false }
  }

  /// The contents of a string; `nil` for anything else.
  package var string: String? {
    if case .string(let text) = kind { text } else { nil }
  }

  package var items: [JSON]? {
    if case .array(let items) = kind { items } else { nil }
  }

  package var members: [Member]? {
    if case .object(let members) = kind { members } else { nil }
  }

  /// The value of a member, where this is an object that has it.
  package subscript(key: String) -> JSON? { members?.first { $0.key == key }?.value }
}

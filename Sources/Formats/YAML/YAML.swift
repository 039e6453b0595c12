package import Core

/// A node of a YAML document (YAML 1.1 as libyaml reads it), with its place in the source.
///
/// Only what people write by hand in this project: no anchors, no tags, one document, keys that
/// are text. A scalar stays text: what `on`, `12` or `2019-01-01` mean is for the reader of the
/// node to say, so nothing turns into a boolean or a date by itself.
package struct YAML: Sendable {
  package enum Content: Sendable {
    /// Text, and whether it was written without quotes and block indicators.
    case scalar(String, isPlain: Bool)
    case sequence([YAML])
    /// Keys in the order written, each at most once.
    case mapping([Entry])
  }

  /// A key of a mapping and its value.
  package struct Entry: Sendable {
    package let key: String
    package let keyRange: SourceRange
    package let value: YAML
  }

  package let content: Content
  /// UTF-8 offsets in the whole file; quotes and brackets included, blanks and comments around not.
  package let range: SourceRange

  package init(_ content: Content, _ range: SourceRange) {
    self.content = content
    self.range = range
  }
}

extension YAML {
  /// The text of a scalar; `nil` for collections and for null.
  package var text: String? {
    guard case .scalar(let text, _) = content, !isNull else { return nil }
    return text
  }

  /// No value at all: nothing behind the colon, `~` or `null`, without quotes.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// `true` or `false` without quotes. YAML 1.1's `yes`, `on` and their like are not read.
  package var boolean: Bool? {
    switch content {
    case .scalar("true", isPlain: true): true
    case .scalar("false", isPlain: true): false
    default: nil
    }
  }

  /// The items of a sequence; `nil` for any other node.
  package var items: [YAML]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// The entries of a mapping in the order written; `nil` for any other node.
  package var entries: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The value of a key, where this is a mapping that has it.
  package subscript(key: String) -> YAML? { entries?.first { $0.key == key }?.value }
}

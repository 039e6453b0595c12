import Core
import JSONText

/// How commands write the project's own kinds of values as JSON.
extension JSONWriter {
  /// A text in both languages.
  mutating func member(_ name: String, _ text: Bilingual) {
    key(name)
    object { writer in
      writer.member("zh", text.zh)
      writer.member("en", text.en)
    }
  }

  /// The members of a place in a text: line and column from 1, columns in characters; nothing for
  /// the text as a whole.
  mutating func place(of range: SourceRange?, in source: SourceText) {
    guard let range else { return }
    let (line, column) = source.position(at: range.start)
    key("line")
    integer(line)
    key("column")
    integer(column)
  }
}

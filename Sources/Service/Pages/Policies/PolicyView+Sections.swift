import Core
import PolicyDocument

/// The sections of a document, one after the other.
extension PolicyView {
  /// Sections in a row; a table and the bands as the text has them stand side by side.
  func sections(_ range: Range<Int>) -> HTML {
    var pieces: [HTML] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if index + 1 < range.upperBound, isPair(index) {
        pieces.append(
          Tag.div(.class("pair")) {
            Tag.div { section(index, 0...) }
            Tag.div { section(index + 1, ..<1) }
          })
        pieces.append(contents(index + 1, 1...))
        index += 2
      } else {
        pieces.append(section(index, 0...))
        index += 1
      }
    }
    return HTML.sequence(pieces)
  }

  /// Whether a section holds nothing but a decision table and the next one begins with its source.
  private func isPair(_ index: Int) -> Bool {
    let (first, second) = (document.sections[index].content, document.sections[index + 1].content)
    guard first.count == 1, case .table(let table)? = first.first,
      case .sourceTable(let source)? = second.first
    else { return false }
    return document.tables[table].name.text == document.sourceTables[source].name.text
  }

  private func section(_ index: Int, _ part: some RangeExpression<Int>) -> HTML {
    let section = document.sections[index]
    let heading =
      levels[index] == 1
      ? HTML.empty
      : Tag.heading(levels[index])(.id(section.anchor)) { titleText(section) }
    return heading + repealNote(section) + contents(index, part)
  }

  /// Some of what stands under a heading.
  private func contents(_ index: Int, _ part: some RangeExpression<Int>) -> HTML {
    HTML.sequence(
      document.sections[index].content[part].map { marked($0, content($0, below: levels[index])) })
  }
}

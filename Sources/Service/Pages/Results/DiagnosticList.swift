package import Core

/// The faults of a file, each with its place, what is wrong and what to do.
package func diagnosticList(
  _ diagnostics: [Diagnostic], in source: SourceText, _ place: PageLocation
) -> HTML {
  Tag.ul(.class("diagnostics")) {
    for diagnostic in diagnostics {
      Tag.li {
        Tag.p { Tag.strong { place(diagnostic.message) } }
        Tag.p { place(diagnostic.advice) }
        if let range = diagnostic.range {
          Tag.p(.class("small soft")) {
            let (line, column) = source.position(at: range.start)
            HTML.joined(
              diagnostic.headings.map { heading in Tag.code { heading } }, by: " › ")
            " "
            place("第 \(line) 行第 \(column) 个字", "Line \(line), character \(column)")
              + " · " + diagnostic.code
          }
          Tag.pre(Attribute("tabindex", "0")) { excerpt(source, range) }
        } else {
          Tag.p(.class("small soft")) { diagnostic.code }
        }
      }
    }
  }
}

/// The line of a range with the range marked, cut where it is very long.
private func excerpt(_ source: SourceText, _ range: SourceRange) -> HTML {
  let (line, column) = source.position(at: range.start)
  let text = source.line(line)
  let covered = source.slice(range).prefix { !$0.isNewline }.prefix(mostMarked)
  let before = text.prefix(column - 1)
  let after = text.dropFirst(column - 1 + covered.count)
  return HTML((before.count > mostAround ? "…" : "") + before.suffix(mostAround))
    + Tag.mark { String(covered) }
    + HTML(after.prefix(mostAround) + (after.count > mostAround ? "…" : ""))
}

private let mostMarked = 120
private let mostAround = 60

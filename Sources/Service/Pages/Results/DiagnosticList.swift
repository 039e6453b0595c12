package import Core

/// The faults of a file, each with its place, what is wrong and what to do.
package func diagnosticList(
  _ diagnostics: [Diagnostic], in source: SourceText, _ place: PageLocation
) -> HTML {
  Tag.ul(.class("diagnostics")) {
    for diagnostic in diagnostics {
      Tag.li {
        Tag.p {
          Tag.strong { place(diagnostic.message) }
        }
        Tag.p { place(diagnostic.advice) }
        if let range = diagnostic.range {
          Tag.p(.class("small soft")) {
            let (line, column) = source.position(at: range.start)
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

/// The line of a range, cut where it is very long.
private func excerpt(_ source: SourceText, _ range: SourceRange) -> String {
  let (line, column) = source.position(at: range.start)
  let text = source.line(line)
  guard text.count > 160 else { return text }
  let start = max(0, column - 60)
  let piece = text.dropFirst(start).prefix(160)
  return (start > 0 ? "…" : "") + piece + "…"
}

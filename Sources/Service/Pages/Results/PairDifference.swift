import Comparison
import Core
import Determination

/// Which rule makes the difference between two determinations, with a link to its article, and what
/// else of rules and facts is another.
///
/// - Parameters:
///   - pair: the two.
///   - place: where the reader is.
/// - Returns: nothing where a side is missing or all is the same.
func differenceReasons(_ pair: ComparedPair, _ place: PageLocation) -> HTML {
  HTMLBuilder.buildArray([
    pair.deciding.map { deciding in
      Tag.p {
        place("起作用的规则：", "The rule that makes the difference: ")
        Tag.a(
          .href(place.link("policies/\(deciding.citation.document)#\(deciding.citation.anchor)"))
        ) { deciding.line(place.language) }
      }
    } ?? .empty,
    list(place("另外不同：", "Also different:"), pair.alsoTold.map { $0.line(place.language) }),
    list(place("不同的事实：", "Facts that differ:"), pair.facts.map { $0.line(place.language) }),
  ])
}

private func list(_ title: String, _ lines: [String]) -> HTML {
  guard !lines.isEmpty else { return .empty }
  return Tag.div {
    Tag.p { title }
    Tag.ul(.class("number")) { for line in lines { Tag.li { line } } }
  }
}

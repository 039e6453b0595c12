package import Comparison
package import Core
package import Determination

/// What a stored determination rests on, worked out again, and what would differ today.
package struct ReplayView: Sendable {
  /// Of the stored determination.
  package let number: String
  /// Day, registry, documents and rules, a sentence each.
  package let basis: [Bilingual]
  /// How what it comes to now compares with what is kept.
  package let verdict: Bilingual
  /// Whether both are the same, byte by byte.
  package let isIdentical: Bool
  /// With the reasons of then; `nil` when there is nothing any more where it was.
  package let determination: Determination?
  /// What makes the difference between then and now, if anything.
  package let cause: Bilingual
  /// What differs by today's rules, by today's facts, and by both.
  package let told: [(title: Bilingual, pair: ComparedPair)]

  package init(
    number: String, basis: [Bilingual], verdict: Bilingual, isIdentical: Bool,
    determination: Determination?, cause: Bilingual,
    told: [(title: Bilingual, pair: ComparedPair)]
  ) {
    self.number = number
    self.basis = basis
    self.verdict = verdict
    self.isIdentical = isIdentical
    self.determination = determination
    self.cause = cause
    self.told = told
  }
}

/// Why a party was determined as it was.
package func replayPage(_ view: PartyView, _ replay: ReplayView, _ context: ResultContext) -> Page {
  let place = context.place
  let title = place(
    "\(view.link.name)：当时为什么这样认定", "\(view.link.name): why it was determined so")
  return Page(place, title: title, active: .search) {
    Tag.a(.class("back"), .href(place.link(view.path()))) { view.link.name }
    Tag.h1 { title }
    Tag.p(.class("lead")) {
      place("核定结果 \(replay.number) 号", "Determination number \(replay.number)")
    }
    Tag.ul(.class("number")) { for line in replay.basis { Tag.li { place(line) } } }
    Tag.section(.labelled(by: "then")) {
      Tag.h2(.id("then")) { place("当时的认定", "As determined then") }
      Tag.p { Tag.strong { place(replay.verdict) } }
      if let determination = replay.determination { resultCard(determination, context) }
    }
    Tag.section(.labelled(by: "today")) {
      Tag.h2(.id("today")) { place("今天会怎样", "Today") }
      Tag.p { place(replay.cause) }
      for (title, pair) in replay.told { difference(title, pair, place) }
    }
  }
}

private func difference(_ title: Bilingual, _ pair: ComparedPair, _ place: PageLocation) -> HTML {
  Tag.div {
    Tag.h3 { place(title) }
    Tag.ul(.class("number")) {
      for answer in pair.answers {
        Tag.li {
          place(answer.what.label) + place("：", ": ") + place(answer.left) + " → "
            + place(answer.right)
        }
      }
      if pair.left == nil || pair.right == nil {
        Tag.li {
          pair.right == nil
            ? place("今天没有这一项", "there is no such determination today")
            : place("当时没有这一项", "there was no such determination")
        }
      }
    }
    if let deciding = pair.deciding {
      Tag.p {
        place("起作用的规则：", "The rule that makes the difference: ")
        Tag.a(
          .href(place.link("policies/\(deciding.citation.document)#\(deciding.citation.anchor)"))
        ) { deciding.line(place.language) }
      }
    }
    list(place("另外不同：", "Also different:"), pair.alsoTold.map { $0.line(place.language) })
    list(place("不同的事实：", "Facts that differ:"), pair.facts.map { $0.line(place.language) })
  }
}

private func list(_ title: String, _ lines: [String]) -> HTML {
  guard !lines.isEmpty else { return .empty }
  return Tag.div {
    Tag.p { title }
    Tag.ul(.class("number")) { for line in lines { Tag.li { line } } }
  }
}

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
  /// The day of the determination, and the last change of the registry that it knew.
  package let then: (on: CivilDate, change: Int64)
  /// What makes the difference between then and now, if anything.
  package let cause: Bilingual
  /// What differs by today's rules, by today's facts, and by both.
  package let told: [(title: Bilingual, pair: ComparedPair)]

  package init(
    number: String, basis: [Bilingual], verdict: Bilingual, isIdentical: Bool,
    determination: Determination?, then: (on: CivilDate, change: Int64), cause: Bilingual,
    told: [(title: Bilingual, pair: ComparedPair)]
  ) {
    self.number = number
    self.basis = basis
    self.verdict = verdict
    self.isIdentical = isIdentical
    self.determination = determination
    self.then = then
    self.cause = cause
    self.told = told
  }

  /// The address of a comparison with a day as things are known now.
  fileprivate func beside(_ today: CivilDate) -> String {
    typealias Name = CompareFields.Name
    return "\(Name.on)=\(then.on)&\(Name.known)=\(then.change)&\(Name.andOn)=\(today)"
      + "&\(Name.andKnown)=\(CompareFields.now)"
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
      Tag.p {
        Tag.a(.href(place.link("\(view.link.path)/compare?\(replay.beside(view.today))"))) {
          place("当时和今天并排比较", "Then and today side by side")
        }
      }
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
    differenceReasons(pair, place)
  }
}

package import Core

/// A bulk act and its result lines.
package struct BulkView: Sendable {
  package var act: Bilingual
  package var total: Int
  package var done: Int
  package var refused: Int
  /// Seconds that the rest will take, where that can be told.
  package var secondsLeft: Int?
  /// Number, and why it was not done; `nil` where it was.
  package var lines: [(number: String, problem: Bilingual?)]

  package init(
    act: Bilingual, total: Int, done: Int, refused: Int, secondsLeft: Int?,
    lines: [(number: String, problem: Bilingual?)]
  ) {
    self.act = act
    self.total = total
    self.done = done
    self.refused = refused
    self.secondsLeft = secondsLeft
    self.lines = lines
  }

  var isFinished: Bool { done + refused == total }
}

/// How far a bulk act has come, and what came of each case.
package func bulkPage(
  _ place: PageLocation, _ view: BulkView, _ form: SignedForm, action: String
) -> Page {
  deskPage(place, .queue, title: place("批量：\(view.act.zh)", "Many at once: \(view.act.en)")) {
    Tag.p(.class("lead"), Attribute("role", "status")) {
      place(
        "共 \(view.total) 件，办成 \(view.done) 件，未办 \(view.refused) 件。",
        "\(view.total) cases: \(view.done) done, \(view.refused) not done.")
    }
    if !view.isFinished {
      Tag.p {
        if let seconds = view.secondsLeft {
          place("正在办理，大约还要 \(seconds) 秒。", "In progress; about \(seconds) seconds left.")
        } else {
          place("正在办理。", "In progress.")
        }
      }
      form(action: action) {
        Tag.button { place("看最新进度，并接着办", "See how far it is, and go on") }
      }
    }
    Tag.h2 { place("没有办成的", "Not done") }
    lines(view.lines.filter { $0.problem != nil }, place)
    Tag.h2 { place("办成的", "Done") }
    lines(view.lines.filter { $0.problem == nil }, place)
  }
}

private func lines(
  _ lines: [(number: String, problem: Bilingual?)], _ place: PageLocation
) -> HTML {
  guard !lines.isEmpty else { return Tag.p(.class("soft")) { place("没有。", "None.") } }
  return Tag.ul(.class("outcomes")) {
    for line in lines {
      Tag.li {
        Tag.a(.href(place.link("desk/cases/" + line.number))) { line.number }
        if let problem = line.problem { Tag.span { place(problem) } }
      }
    }
  }
}

import Core

/// An answered question as the summary shows it.
package struct AnswerLine: Sendable {
  package let question: String
  package let answer: String
  /// Link to the question, below the language.
  package let link: String

  package init(question: String, answer: String, link: String) {
    self.question = question
    self.answer = answer
    self.link = link
  }
}

/// All answers before the result, each with a way back to its question.
package func answersPage(
  _ place: PageLocation, _ groups: [(title: String, lines: [AnswerLine])], back: String
) -> Page {
  let title = place("核对您的回答", "Check your answers")
  return Page(place, title: title, active: .check) {
    Tag.a(.class("back"), .href(place.link(back))) { place("上一步", "Back") }
    Tag.h1 { title }
    for group in groups {
      Tag.h2 { group.title }
      Tag.dl(.class("answers")) {
        for line in group.lines {
          Tag.div {
            Tag.dt { line.question }
            Tag.dd { line.answer }
            Tag.dd {
              Tag.a(.href(place.link(line.link))) {
                place("修改", "Change")
                Tag.span(.class("unseen")) { place("：", ": ") + line.question }
              }
            }
          }
        }
      }
    }
    Tag.p(.class("buttons")) {
      Tag.a(.class("button"), .href(place.link("check/result"))) {
        place("查看结果", "See the result")
      }
    }
  }
}

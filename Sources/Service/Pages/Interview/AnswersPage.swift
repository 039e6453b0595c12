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
///
/// - Parameters:
///   - place: where the page is.
///   - groups: the answers.
///   - next: link to the next question; `nil` when no answer would change anything any more.
///   - notAsked: questions without answers that make no difference, with their links.
///   - back: link to the question before.
/// - Returns: the page.
package func answersPage(
  _ place: PageLocation, _ groups: [(title: String, lines: [AnswerLine])], next: String?,
  notAsked: [(question: String, link: String)], back: String
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
    if !notAsked.isEmpty, next == nil {
      Tag.details(.class("purpose")) {
        Tag.summary {
          place("没有问的 \(notAsked.count) 个问题", "\(notAsked.count) questions that were not asked")
        }
        Tag.p {
          place(
            "怎样回答都不改变结果，所以没有问。想填也可以填：",
            "No answer changes the result. You may answer them all the same:")
        }
        Tag.ul {
          for one in notAsked { Tag.li { Tag.a(.href(place.link(one.link))) { one.question } } }
        }
      }
    }
    Tag.p(.class("buttons")) {
      if let next {
        Tag.a(.class("button"), .href(place.link(next))) { place("继续回答", "Go on") }
      }
      Tag.a(.class(next == nil ? "button" : "button quiet"), .href(place.link("check/result"))) {
        next == nil
          ? place("查看结果", "See the result") : place("先看目前的结果", "See what is known so far")
      }
    }
  }
}

package import Core

/// Whose turn a case is, as its party reads it.
package enum MyTurn: Sendable, Equatable {
  /// The reader's own.
  case yours
  case office(Bilingual)
  case service
  /// It has ended.
  case over
}

/// A case in a list of those who receive.
package struct MyCaseLine: Sendable {
  package let number: String
  package let benefit: Bilingual
  /// First case, top-up or claw-back.
  package let kind: Bilingual
  package let isClawBack: Bool
  /// `nil` where no money moves.
  package let amount: Money?
  package let state: Bilingual
  package let turn: MyTurn
  package let due: CivilDate?
  package let isOverdue: Bool

  package init(
    number: String, benefit: Bilingual, kind: Bilingual, isClawBack: Bool, amount: Money?,
    state: Bilingual, turn: MyTurn, due: CivilDate?, isOverdue: Bool
  ) {
    self.number = number
    self.benefit = benefit
    self.kind = kind
    self.isClawBack = isClawBack
    self.amount = amount
    self.state = state
    self.turn = turn
    self.due = due
    self.isOverdue = isOverdue
  }

  /// Whose turn it is until when, in a sentence.
  func standing(_ place: PageLocation) -> String {
    switch (turn, due) {
    case (.yours, let due?):
      place("轮到您：请在 \(due) 前办理。", "It is your turn, until \(due).")
    case (.yours, nil): place("轮到您，不限时间。", "It is your turn; there is no limit.")
    case (.office(let office), let due?) where isOverdue:
      place(
        "由\(office.zh)办理，应在 \(due) 前办完，已经超期。",
        "The \(office.en) should have dealt with it by \(due) and is late.")
    case (.office(let office), let due?):
      place("由\(office.zh)办理，最晚 \(due)。", "The \(office.en) deals with it, by \(due).")
    case (.office(let office), nil):
      place("由\(office.zh)办理。", "The \(office.en) deals with it.")
    case (.service, _):
      place("系统自动往下走，您不用做什么。", "It goes on by itself; there is nothing for you to do.")
    case (.over, _): place("已经结束。", "It has ended.")
    }
  }

  /// What it is about: the benefit, and what follows from an earlier case.
  func title(_ place: PageLocation) -> String {
    place(benefit.capitalised) + (isClawBack ? place("（追回）", " (to be paid back)") : "")
  }
}

/// Cases one below the other, each leading to its page.
func myCaseList(_ lines: [MyCaseLine], _ place: PageLocation) -> HTML {
  Tag.ul(.class("outcomes")) {
    for line in lines {
      Tag.li {
        Tag.div {
          Tag.strong {
            Tag.a(.href(place.link("my/cases/\(line.number)"))) { line.title(place) }
          }
          Tag.p {
            Tag.span(.class("tag " + (line.turn == .yours ? "wait" : "no"))) { place(line.state) }
            " " + line.standing(place)
          }
          Tag.p(.class("soft")) { place("办件 \(line.number)", "Case \(line.number)") }
        }
        if let amount = line.amount {
          Tag.strong(.class("number")) { amount.words(place.language) }
        }
      }
    }
  }
}

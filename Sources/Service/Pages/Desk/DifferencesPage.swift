package import Core

/// What a later determination gives otherwise than a case did.
package struct DifferenceLine: Sendable {
  package let key: Int64
  package let number: String
  /// What the case is about, and what was paid under it.
  package let name: String
  package let benefit: Bilingual
  package let paid: Money
  package let amount: Money
  package let day: CivilDate

  package init(
    key: Int64, number: String, name: String, benefit: Bilingual, paid: Money, amount: Money,
    day: CivilDate
  ) {
    self.key = key
    self.number = number
    self.name = name
    self.benefit = benefit
    self.paid = paid
    self.amount = amount
    self.day = day
  }
}

/// Differences that wait for a decision.
package func differencesPage(
  _ place: PageLocation, _ lines: [DifferenceLine], _ form: SignedForm, told: String? = nil,
  isProblem: Bool = false
) -> Page {
  deskPage(place, .differences, title: place("差额", "Differences")) {
    message(told, isProblem: isProblem)
    Tag.p(.class("lead")) {
      place(
        "后来的核定与已支付的不一致。补发另立办件，多发走追回；原来的办件不变。",
        "A later determination differs from what was paid. More is paid by a case of its own, too much is claimed back; the old case stays as it is."
      )
    }
    if lines.isEmpty { Tag.p(.class("soft")) { place("没有。", "None.") } }
    for line in lines {
      Tag.section {
        Tag.h2 {
          line.name + " · "
            + (line.amount < .zero
              ? place("多发 ", "too much: ") : place("少发 ", "too little: "))
            + Money(fen: abs(line.amount.fen)).words(place.language)
        }
        Tag.ul(.class("brief")) {
          Tag.li {
            place("办件 ", "Case ")
            Tag.a(.href(place.link("desk/cases/" + line.number))) { line.number }
          }
          Tag.li { place(line.benefit) }
          Tag.li {
            place("已付 ", "paid ") + line.paid.words(place.language)
          }
          Tag.li {
            place("按 \(line.day) 的事实和规则应为 ", "by the facts and rules of \(line.day) ")
              + Money(fen: line.paid.fen + line.amount.fen).words(place.language)
          }
        }
        form(action: place.link("desk/differences/")) {
          Tag.input(.type("hidden"), .name("difference"), .value("\(line.key)"))
          Tag.label(.class("ask"), .for("reason\(line.key)")) { place("理由", "Reason") }
          Tag.input(.type("text"), .id("reason\(line.key)"), .name("reason"), .value(""))
          Tag.div(.class("buttons")) {
            Tag.button(.name("act"), .value("follow")) {
              line.amount < .zero
                ? place("立案追回", "Open a claw-back") : place("立案补发", "Open a top-up")
            }
            Tag.button(.class("quiet"), .name("act"), .value("dismiss")) { place("不处理", "Dismiss") }
          }
        }
      }
    }
  }
}

package import Core

/// What a later determination gives otherwise than a case did.
package struct DifferenceLine: Sendable {
  package let key: Int64
  package let number: String
  package let amount: Money
  package let day: CivilDate

  package init(key: Int64, number: String, amount: Money, day: CivilDate) {
    self.key = key
    self.number = number
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
          line.number + "  " + line.amount.words(place.language)
        }
        Tag.p(.class("soft")) {
          place("按 \(line.day) 的事实和规则", "by the facts and rules of \(line.day)")
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

package import Core

/// Somebody whom an agent lets act for their organisation.
package struct MyAgentLine: Sendable {
  /// Of the grant.
  package let number: Int64
  package let name: String
  package let lastDay: CivilDate?
  package let isEffective: Bool

  package init(number: Int64, name: String, lastDay: CivilDate?, isEffective: Bool) {
    self.number = number
    self.name = name
    self.lastDay = lastDay
    self.isEffective = isEffective
  }
}

/// Whom an agent lets act for their organisation.
///
/// - Parameters:
///   - place: where the reader is.
///   - frame: whose pages they are.
///   - lines: those that the reader has let, the last one first.
///   - mayDelegate: whether the reader can let somebody.
/// - Returns: the page.
package func myAgentsPage(
  _ place: PageLocation, _ frame: MyFrame, _ lines: [MyAgentLine], mayDelegate: Bool
) -> Page {
  myPage(place, frame, .agents, title: place("经办人", "Agents")) {
    Tag.p {
      place(
        "您可以委托别人在一段时间内替本单位办事；受托人不能再委托别人，您的授权结束时委托也结束。",
        "You can let somebody act for the organisation until a day. They cannot pass it on, and it "
          + "ends with your own role.")
    }
    if lines.isEmpty {
      Tag.p(.class("soft")) { place("您没有委托过别人。", "You have not let anybody act.") }
    }
    Tag.ul(.class("outcomes")) {
      for line in lines {
        Tag.li {
          Tag.div {
            Tag.strong { line.name }
            Tag.p(.class("soft")) {
              line.lastDay.map { place("到 \($0) 为止", "until \($0)") } ?? ""
            }
          }
          if line.isEffective {
            Tag.a(
              .class("button quiet"),
              .href(place.link("my/agents/\(line.number)" + frame.query))
            ) {
              place("撤回", "Withdraw")
              Tag.span(.class("unseen")) { place("：", ": ") + line.name }
            }
          } else {
            Tag.span(.class("tag no")) { place("已结束", "Over") }
          }
        }
      }
    }
    if mayDelegate {
      Tag.p(.class("buttons")) {
        Tag.a(.class("button"), .href(place.link("my/agents/new" + frame.query))) {
          place("委托一位经办人", "Let somebody act")
        }
      }
    } else {
      Tag.p(.class("soft")) {
        place("您自己是受托的，不能再委托别人。", "You act on somebody's behalf and cannot pass it on.")
      }
    }
  }
}

/// Somebody who shall act for an organisation, as an agent fills it in.
package struct MyDelegation: Sendable {
  package var signIn: String
  package var lastDay: DateText
  /// Whose account that is, once it was found.
  package var name: String?
  package var errors: [FormError] = []

  package init(signIn: String = "", lastDay: DateText = DateText()) {
    self.signIn = signIn
    self.lastDay = lastDay
  }
}

/// Asks who shall act for an organisation, and until when.
package func myDelegationPage(
  _ place: PageLocation, _ frame: MyFrame, _ view: MyDelegation, _ form: SignedForm
) -> Page {
  myPage(
    place, frame, .agents, title: place("委托一位经办人", "Let somebody act"),
    back: (frame.path(.agents), place("经办人", "Agents")), errors: view.errors
  ) {
    form(action: place.link("my/agents/new" + frame.query)) {
      LabelledField(
        "name", place("登录名", "Sign-in name"),
        hint: place("对方在本系统的登录名", "The one that they sign in with here"), value: view.signIn
      ).html(view.errors, place)
      dateFields(
        view.lastDay, place("最后一天", "Last day"),
        hint: place("例如 2026 年 12 月 31 日", "For example 2026, 12, 31"), view.errors, place)
      Tag.div(.class("buttons")) { Tag.button { place("继续", "Continue") } }
    }
  }
}

/// Shows whom an agent is about to let act, before it is done.
package func myDelegationCheckPage(
  _ place: PageLocation, _ frame: MyFrame, _ view: MyDelegation, day: CivilDate,
  _ form: SignedForm
) -> Page {
  let query = frame.query
  return myPage(
    place, frame, .agents, title: place("核对委托", "Check before you go on"),
    back: (frame.path(.agents), place("经办人", "Agents"))
  ) {
    checkList(
      [
        CheckLine(place("单位", "Organisation"), frame.name),
        CheckLine(
          place("委托给", "Who shall act"), "\(view.name ?? "")（\(view.signIn)）",
          change: "my/agents/new" + query),
        CheckLine(place("最后一天", "Last day"), "\(day)", change: "my/agents/new" + query),
      ], place)
    form(action: place.link("my/agents" + query)) {
      hiddenField("name", view.signIn)
      hiddenField("day", "\(day)")
      Tag.div(.class("buttons")) { Tag.button { place("确认委托", "Confirm") } }
    }
  }
}

/// Asks once more before somebody no longer acts for an organisation.
package func myWithdrawalPage(
  _ place: PageLocation, _ frame: MyFrame, _ line: MyAgentLine, _ form: SignedForm
) -> Page {
  myPage(
    place, frame, .agents,
    title: place("确定撤回对“\(line.name)”的委托吗？", "Shall \(line.name) no longer act?"),
    back: (frame.path(.agents), place("经办人", "Agents"))
  ) {
    Tag.p {
      place(
        "撤回立即生效；以后可以重新委托。", "It ends at once. You can let them act again later.")
    }
    form(action: place.link("my/agents/\(line.number)" + frame.query)) {
      Tag.div(.class("buttons")) {
        Tag.button { place("撤回委托", "Withdraw") }
        Tag.a(.class("button quiet"), .href(place.link(frame.path(.agents)))) {
          place("返回", "Go back")
        }
      }
    }
  }
}

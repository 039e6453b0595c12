import Core

/// A new password for an official that waits for the second signature.
package struct RecoveryLine: Sendable {
  package let user: Int64
  package let name: String
  package let proposer: String
  package let reason: String

  package init(user: Int64, name: String, proposer: String, reason: String) {
    self.user = user
    self.name = name
    self.proposer = proposer
    self.reason = reason
  }
}

/// The page of what one administrator has proposed and another must confirm.
package func grantsPage(
  _ place: PageLocation, _ grants: [GrantLine], _ recoveries: [RecoveryLine], _ form: SignedForm
) -> Page {
  let title = place("待确认", "Waiting to be confirmed")
  return Page(place, title: title) {
    Tag.a(.class("back"), .href(place.link("administration/accounts"))) { place("账户", "Accounts") }
    Tag.h1 { title }
    Tag.p(.class("lead")) {
      place("自己提出的，自己不能确认。", "Nobody confirms what they proposed themselves.")
    }
    Tag.section(.labelled(by: "grants")) {
      Tag.h2(.id("grants")) { place("授权", "Grants") }
      if grants.isEmpty { Tag.p(.class("soft")) { place("没有。", "None.") } }
      grantList(grants, place, form, showsHolder: true)
    }
    Tag.section(.labelled(by: "recoveries")) {
      Tag.h2(.id("recoveries")) { place("重设密码", "New passwords") }
      if recoveries.isEmpty { Tag.p(.class("soft")) { place("没有。", "None.") } }
      Tag.ul(.class("entries")) {
        for line in recoveries {
          Tag.li {
            Tag.div {
              Tag.a(.href(place.link("administration/accounts/\(line.user)"))) { line.name }
              Tag.p(.class("soft")) {
                place(
                  "\(line.proposer) 提出：\(line.reason)",
                  "proposed by \(line.proposer): \(line.reason)")
              }
            }
            form(action: place.link("administration/accounts/\(line.user)/recovery/confirm")) {
              Tag.button(.class("quiet")) {
                place("确认并生成密码", "Confirm and make a password")
                Tag.span(.class("unseen")) { place("：\(line.name)", " for \(line.name)") }
              }
            }
          }
        }
      }
    }
  }.wide
}

/// Grants, each with what can be done with it.
func grantList(
  _ grants: [GrantLine], _ place: PageLocation, _ form: SignedForm, showsHolder: Bool
) -> HTML {
  guard !grants.isEmpty else { return .empty }
  return Tag.ul(.class("entries")) {
    for grant in grants {
      Tag.li {
        Tag.div {
          Tag.p {
            if showsHolder {
              Tag.a(.href(place.link("administration/accounts/\(grant.user)"))) { grant.holder }
              " "
            }
            Tag.strong { place(grant.role.capitalised) }
            " "
            Tag.span(.class("tag \(grant.isEffective ? "yes" : grant.isProposed ? "wait" : "no")"))
            {
              place(grant.state)
            }
          }
          Tag.p(.class("soft")) {
            place(grant.scope)
            if let day = grant.lastDay { place("，到 \(day) 为止", ", until \(day)") }
          }
          for line in grant.history { Tag.p(.class("soft small")) { place(line) } }
        }
        if grant.isProposed || grant.isEffective { decision(grant, place, form) }
      }
    }
  }
}

private func decision(_ grant: GrantLine, _ place: PageLocation, _ form: SignedForm) -> HTML {
  let reason = "reason-\(grant.number)"
  return form(action: place.link("administration/grants/\(grant.number)")) {
    hiddenField("account", "\(grant.user)")
    Tag.p {
      Tag.label(.for(reason), .class("small")) { place("理由", "Reason") }
      " "
      Tag.input(
        .type("text"), .class("medium"), .id(reason), .name("reason"),
        Attribute("autocomplete", "off"))
    }
    Tag.p(.class("buttons")) {
      if grant.isProposed {
        button("confirm", place("确认", "Confirm"), grant, place)
        button("refuse", place("不同意", "Refuse"), grant, place)
      } else {
        button("withdraw", place("撤销", "Withdraw"), grant, place)
      }
    }
  }
}

private func button(
  _ act: String, _ label: String, _ grant: GrantLine, _ place: PageLocation
) -> HTML {
  Tag.button(.class("quiet"), .name("do"), .value(act)) {
    label
    Tag.span(.class("unseen")) {
      place("：\(grant.holder)，\(grant.role.zh)", ": \(grant.holder), \(grant.role.en)")
    }
  }
}

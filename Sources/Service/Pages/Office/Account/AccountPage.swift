import Core

/// The page of one's own account.
///
/// - Parameters:
///   - place: where the reader is.
///   - view: the account.
///   - form: makes forms of this session.
///   - errors: what was wrong with an address that was sent.
/// - Returns: the page.
package func accountPage(
  _ place: PageLocation, _ view: AccountView, _ form: SignedForm, errors: [FormError] = []
) -> Page {
  var page = Page(place, title: place("我的账户", "My account")) {
    errorSummary(errors, place, takesFocus: true)
    Tag.div(.class("who")) {
      Tag.p(.class("soft")) { place("我的账户", "My account") }
      Tag.h1 { view.name }
    }
    Tag.div(.class("sheet")) {
      Tag.div {
        workSection(view, place)
        roleSection(view, place)
        contactSection(view, place, form, errors)
        sessionSection(view, place, form)
      }
      Tag.div(.class("aside")) { aside(view, place, form) }
    }
  }
  page.hasError = !errors.isEmpty
  return page.wide
}

private func workSection(_ view: AccountView, _ place: PageLocation) -> HTML {
  guard !view.work.isEmpty else { return .empty }
  return Tag.section(.labelled(by: "work")) {
    Tag.h2(.id("work")) { place("我能办的事", "What I can do") }
    Tag.ul {
      for link in view.work {
        Tag.li { Tag.a(.href(place.link(link.path))) { place(link.label) } }
      }
    }
  }
}

private func roleSection(_ view: AccountView, _ place: PageLocation) -> HTML {
  Tag.section(.labelled(by: "roles")) {
    Tag.h2(.id("roles")) { place("我的角色", "My roles") }
    if view.roles.isEmpty {
      Tag.p(.class("soft")) {
        place(
          "还没有角色。请联系管理员授权。", "You have no role yet. Ask an administrator for one.")
      }
    } else {
      Tag.ul(.class("entries")) {
        for line in view.roles {
          Tag.li {
            Tag.div {
              Tag.strong { place(line.role.capitalised) }
              Tag.p(.class("soft")) { place(line.scope) }
            }
            if let day = line.lastDay {
              Tag.span(.class("soft")) { place("到 \(day) 为止", "until \(day)") }
            }
          }
        }
      }
    }
  }
}

private func contactSection(
  _ view: AccountView, _ place: PageLocation, _ form: SignedForm, _ errors: [FormError]
) -> HTML {
  Tag.section(.labelled(by: "contacts")) {
    Tag.h2(.id("contacts")) { place("有消息时通知到", "Where news is announced") }
    Tag.p(.class("soft")) {
      place(
        "邮件和短信只说有一条消息，不写内容；内容登录后看。",
        "Mail and SMS only say that there is a message; what it says is read here.")
    }
    for group in view.contacts {
      Tag.h3 { place(group.title) }
      for line in group.lines { contact(line, of: group, place, form, errors) }
    }
  }
}

private func contact(
  _ line: AccountView.ContactLine, of group: AccountView.Contacts, _ place: PageLocation,
  _ form: SignedForm, _ errors: [FormError]
) -> HTML {
  let name = AccountView.addressField(line.channel, of: group.recipient)
  return form(action: place.link("account/contacts")) {
    hiddenField("recipient", group.recipient)
    hiddenField("channel", line.channel)
    LabelledField(
      name, place(line.label.capitalised),
      hint: line.masked.map { place("现在是 \($0)", "At present \($0)") }
        ?? place("还没有", "None yet")
    ).html(errors, place)
    Tag.p(.class("buttons")) {
      Tag.button(.class("quiet"), .name("do"), .value("set")) { place("保存", "Save") }
      if line.masked != nil {
        Tag.button(.class("quiet"), .name("do"), .value("remove")) { place("删除", "Remove") }
      }
    }
  }
}

extension AccountView {
  /// The field in which an address is typed, one of its own for each on the page.
  package static func addressField(_ channel: String, of recipient: String) -> String {
    // An id without characters that links would have to encode.
    let plain = recipient.utf8.map { String($0, radix: 16) }.joined()
    return "address-\(channel)-\(plain)"
  }
}

private func sessionSection(
  _ view: AccountView, _ place: PageLocation, _ form: SignedForm
) -> HTML {
  Tag.section(.labelled(by: "sessions")) {
    Tag.h2(.id("sessions")) { place("登录在哪些设备上", "Where I am signed in") }
    Tag.ul(.class("entries")) {
      for line in view.sessions {
        Tag.li {
          Tag.div {
            Tag.strong {
              line.isThis
                ? place("这台设备", "This device")
                : line.device.isEmpty ? place("未知设备", "Unknown device") : line.device
            }
            Tag.p(.class("soft number")) {
              place(
                "\(line.began) 登录，最近 \(line.seen)，来自 \(line.address)",
                "since \(line.began), last used \(line.seen), from \(line.address)")
            }
          }
          if !line.isThis {
            form(action: place.link("account/sessions")) {
              hiddenField("session", line.id)
              Tag.button(.class("quiet"), .name("do"), .value("end")) {
                place("结束", "End")
                Tag.span(.class("unseen")) {
                  place("\(line.began) 的登录", " the session of \(line.began)")
                }
              }
            }
          }
        }
      }
    }
    form(action: place.link("account/sessions")) {
      Tag.p(.class("buttons")) {
        Tag.button(.class("quiet"), .name("do"), .value("end-all")) {
          place("全部退出，包括这台", "End all, this one included")
        }
      }
    }
  }
}

private func aside(_ view: AccountView, _ place: PageLocation, _ form: SignedForm) -> HTML {
  Tag.section(.labelled(by: "sign-in")) {
    Tag.h2(.id("sign-in")) { place("登录", "Sign-in") }
    Tag.p { place("登录名：", "Sign-in name: ") + view.signIn }
    Tag.p { Tag.a(.href(place.link("sign-in/password"))) { place("修改密码", "Change password") } }
    Tag.p {
      Tag.a(.href(place.link("sign-in/enrol"))) {
        view.hasAuthenticator
          ? place("更换验证器", "Take another authenticator")
          : place("绑定验证器", "Set up an authenticator")
      }
    }
    form(action: place.link("sign-out")) {
      Tag.p(.class("buttons")) { Tag.button { place("退出登录", "Sign out") } }
    }
  }
    + Tag.section(.labelled(by: "language-of-letters")) {
      Tag.h2(.id("language-of-letters")) { place("通知的语言", "Language of letters") }
      form(action: place.link("account/language")) {
        selection(
          "language", place("语言", "Language"),
          [Choice("zh", "中文"), Choice("en", "English")], chosen: view.language.rawValue)
        Tag.button(.class("quiet")) { place("保存", "Save") }
      }
    }
}

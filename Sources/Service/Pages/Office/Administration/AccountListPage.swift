package import Core

/// An account as administrators see it in a list.
package struct AccountLine: Sendable {
  package let number: Int64
  package let name: String
  package let signIn: String
  package let party: String?
  package let isClosed: Bool
  /// The roles that hold now, and where.
  package let roles: [Bilingual]

  package init(
    number: Int64, name: String, signIn: String, party: String?, isClosed: Bool,
    roles: [Bilingual] = []
  ) {
    self.number = number
    self.name = name
    self.signIn = signIn
    self.party = party
    self.isClosed = isClosed
    self.roles = roles
  }
}

/// The accounts there are.
package struct AccountListView: Sendable {
  /// What was searched for.
  package var text: String
  package var lines: [AccountLine]
  /// The address of the next page; `nil` on the last.
  package var next: String?
  /// What was typed into the form for a new account, by field.
  package var typed: [String: String]
  package var errors: [FormError]

  package init(
    text: String, lines: [AccountLine], next: String?, typed: [String: String] = [:],
    errors: [FormError] = []
  ) {
    self.text = text
    self.lines = lines
    self.next = next
    self.typed = typed
    self.errors = errors
  }
}

/// The page of the accounts, and the form that opens one.
package func accountListPage(
  _ place: PageLocation, _ view: AccountListView, _ form: SignedForm
) -> Page {
  let title = place("账户", "Accounts")
  var page = Page(place, title: title) {
    Tag.a(.class("back"), .href(place.link("account"))) { place("我的账户", "My account") }
    errorSummary(view.errors, place, takesFocus: true)
    Tag.h1 { title }
    Tag.p {
      Tag.a(.href(place.link("administration/grants"))) {
        place("待确认的授权和重设", "What waits to be confirmed")
      }
    }
    Tag.form(
      .class("filters"), Attribute("method", "get"),
      Attribute("action", place.link("administration/accounts")), Attribute("role", "search")
    ) {
      filter(
        "q", place("姓名、登录名的一部分，或人员编号", "Part of a name or sign-in name, or a person’s id"),
        view.text)
      Tag.button(.class("quiet")) { place("查找", "Search") }
    }
    if view.lines.isEmpty {
      Tag.p(.class("soft"), Attribute("role", "status")) {
        place("没有找到账户。", "No account was found.")
      }
    }
    Tag.ul(.class("entries")) {
      for line in view.lines {
        Tag.li {
          Tag.div {
            Tag.a(.href(place.link("administration/accounts/\(line.number)"))) { line.name }
            Tag.p(.class("soft")) {
              line.signIn + (line.party.map { " · " + $0 } ?? "")
            }
          }
          Tag.span(.class("soft")) {
            line.isClosed
              ? place("已注销", "closed")
              : line.roles.isEmpty
                ? place("没有角色", "no role")
                : line.roles.map { place($0) }.joined(separator: place("、", ", "))
          }
        }
      }
    }
    if let next = view.next {
      Tag.p(.class("pager")) {
        Tag.a(.class("button quiet"), .href(next), Attribute("rel", "next")) {
          place("下一页", "Next")
        }
      }
    }
    opening(view, place, form)
  }
  page.hasError = !view.errors.isEmpty
  return page.wide
}

/// A field of a form that narrows a list down.
func filter(_ name: String, _ label: String, _ value: String) -> HTML {
  Tag.div {
    Tag.label(.for(name)) { label }
    Tag.input(
      .type("text"), .id(name), .name(name), .value(value), Attribute("autocomplete", "off"),
      Attribute("spellcheck", "false"))
  }
}

private func opening(
  _ view: AccountListView, _ place: PageLocation, _ form: SignedForm
) -> HTML {
  Tag.section(.labelled(by: "opening")) {
    Tag.h2(.id("opening")) { place("开立账户", "Open an account") }
    Tag.p(.class("soft")) {
      place(
        "第一个密码由系统生成，只显示一次；本人第一次登录时必须修改。",
        "The first password is made here and shown once; its owner must change it at the first "
          + "sign-in.")
    }
    form(action: place.link("administration/accounts")) {
      field("name", place("姓名", "Name"), view, place)
      field("sign-in", place("登录名", "Sign-in name"), view, place)
      field(
        "party", place("登记库里的人员编号", "Id of the person in the registry"), view, place,
        hint: place("不知道可以不填，以后再对应。", "May be left empty and said later."))
      selection(
        "language", place("通知的语言", "Language of letters"),
        [Choice("zh", "中文"), Choice("en", "English")], chosen: view.typed["language"] ?? "zh")
      Tag.p(.class("buttons")) { Tag.button { place("开立", "Open") } }
    }
  }
}

private func field(
  _ name: String, _ label: String, _ view: AccountListView, _ place: PageLocation,
  hint: String? = nil
) -> HTML {
  LabelledField(name, label, hint: hint, value: view.typed[name] ?? "").html(view.errors, place)
}

/// The page that shows a password which was made for somebody: once.
///
/// - Parameters:
///   - place: where the reader is.
///   - account: whose.
///   - password: to be handed over.
/// - Returns: the page.
package func givenPasswordPage(
  _ place: PageLocation, _ account: AccountLine, password: String
) -> Page {
  let title = place("\(account.name)的密码", "Password of \(account.name)")
  return Page(place, title: title) {
    Tag.h1 { title }
    Tag.dl(.class("pairs")) {
      Tag.div {
        Tag.dt { place("登录名", "Sign-in name") }
        Tag.dd { account.signIn }
      }
    }
    Tag.p { Tag.code(.class("secret")) { password } }
    Tag.p(.class("lead")) {
      place(
        "这个密码只显示这一次。请当面交给本人；第一次登录时必须修改。",
        "This password is shown this once. Hand it over in person; it must be changed at the first "
          + "sign-in.")
    }
    Tag.p(.class("buttons")) {
      Tag.a(.class("button"), .href(place.link("administration/accounts/\(account.number)"))) {
        place("去这个账户", "To this account")
      }
    }
  }
}

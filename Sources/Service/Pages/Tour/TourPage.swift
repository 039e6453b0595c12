package import Core

/// What the tour of a demonstration shows.
package struct TourView: Sendable {
  /// Somebody as whom one can sign in.
  package struct Player: Sendable {
    package let name: String
    package let role: Bilingual
    package let hint: Bilingual
    package let signIn: String
    /// Where they go first, below the language.
    package let path: String
    /// What their authenticator shows now, and for how many seconds more; `nil` for whoever needs no
    /// code.
    package let code: (digits: String, seconds: Int64)?

    package init(
      name: String, role: Bilingual, hint: Bilingual, signIn: String, path: String,
      code: (digits: String, seconds: Int64)?
    ) {
      self.name = name
      self.role = role
      self.hint = hint
      self.signIn = signIn
      self.path = path
      self.code = code
    }
  }

  /// Those who receive, those who decide and so on, each group under a title.
  package let groups: [(title: Bilingual, players: [Player])]
  /// The one password of all.
  package let password: String
  package let today: CivilDate
  /// Notices that are open: number and title.
  package let notices: [(number: String, title: Bilingual)]

  package init(
    groups: [(title: Bilingual, players: [Player])], password: String, today: CivilDate,
    notices: [(number: String, title: Bilingual)]
  ) {
    self.groups = groups
    self.password = password
    self.today = today
    self.notices = notices
  }
}

/// The page from which a demonstration is looked at: as whom one can sign in, and how.
///
/// - Parameters:
///   - place: where the reader is.
///   - view: what is shown.
/// - Returns: the page.
package func tourPage(_ place: PageLocation, _ view: TourView) -> Page {
  Page(place, title: place("演示导览", "Tour of the demonstration")) {
    Tag.h1 { place("演示导览", "Tour of the demonstration") }
    Tag.p(.class("lead")) {
      place(
        "一个地市的办公室，今天是 \(view.today)。这一个月的办件停在各个环节上，换一个人登录，接着往下办。",
        "The office of a prefecture on \(view.today). A month of its cases stands at every stage: "
          + "sign in as somebody, and go on with them.")
    }
    Tag.ol {
      Tag.li {
        place("在下面选一个人，按“登录”。", "Choose somebody below and press “Sign in”.")
      }
      Tag.li {
        place(
          "公职人员还要输入验证码：下一页会写出他们的验证器现在显示的六位数字。",
          "Officials must also enter a code: the next page says what their authenticator shows.")
      }
      Tag.li {
        place(
          "换人时回到这里再选：旧的登录自动退出。",
          "To become somebody else, come back here: the old sign-in ends by itself.")
      }
    }
    if !view.notices.isEmpty { notices(view, place) }
    for group in view.groups {
      Tag.h2 { place(group.title) }
      Tag.ul(.class("cards tour")) {
        for player in group.players { card(player, view.password, place) }
      }
    }
    Tag.h2 { place("自己输入登录名和密码", "By name and password") }
    Tag.p {
      place(
        "登录名写在每个人下面，所有人的密码都是 ", "Sign-in names stand with each person; everybody’s password is ")
      Tag.code { view.password }
      place("。每个验证码只能用一次，三十秒换一个。", ". Each code works once; a new one comes every thirty seconds.")
    }
  }.wide
}

private func notices(_ view: TourView, _ place: PageLocation) -> HTML {
  Tag.h2 { place("不登录也能看", "Without signing in") }
    + Tag.ul {
      for notice in view.notices {
        Tag.li {
          place("正在公示：", "On public notice: ")
          Tag.a(.href(place.link("notices/\(notice.number)"))) { place(notice.title) }
        }
      }
    }
}

private func card(_ player: TourView.Player, _ password: String, _ place: PageLocation) -> HTML {
  Tag.li {
    Tag.h3 { place(player.role) + " · " + player.name }
    Tag.p { place(player.hint) }
    Tag.p(.class("soft small")) {
      place("登录名 ", "Sign-in name ")
      Tag.code { player.signIn }
      if let code = player.code {
        place("，验证码 ", ", code ")
        Tag.code(.class("code")) { code.digits }
        place("（还有 \(code.seconds) 秒）", " (for \(code.seconds) s more)")
      }
    }
    // The same form as on the page of the sign-in, filled in.
    Tag.form(Attribute("method", "post"), Attribute("action", place.link("sign-in"))) {
      hiddenField("name", player.signIn)
      hiddenField("password", password)
      hiddenField("next", player.path)
      Tag.button { place("登录为\(player.name)", "Sign in as \(player.name)") }
    }
  }
}

package import Core

/// A grant with its history, as administrators see it.
package struct GrantLine: Sendable {
  package let number: Int64
  /// Whose it is: a name, and the number of the account.
  package let holder: String
  package let user: Int64
  package let role: Bilingual
  package let scope: Bilingual
  package let lastDay: CivilDate?
  package let state: Bilingual
  /// Who proposed it, when and why, and what was done with it.
  package let history: [Bilingual]
  package let isProposed: Bool
  package let isEffective: Bool

  package init(
    number: Int64, holder: String, user: Int64, role: Bilingual, scope: Bilingual,
    lastDay: CivilDate?, state: Bilingual, history: [Bilingual], isProposed: Bool,
    isEffective: Bool
  ) {
    self.number = number
    self.holder = holder
    self.user = user
    self.role = role
    self.scope = scope
    self.lastDay = lastDay
    self.state = state
    self.history = history
    self.isProposed = isProposed
    self.isEffective = isEffective
  }
}

/// An account as administrators see it.
package struct AdministeredAccount: Sendable {
  package var line: AccountLine
  package var opened: String
  package var closed: String?
  package var hasAuthenticator: Bool
  package var grants: [GrantLine]
  /// Roles that can be granted, by their ids.
  package var roles: [Choice]
  /// Whether a new password takes two administrators.
  package var isOfficial: Bool
  package var typed: [String: String]
  package var errors: [FormError]

  package init(
    line: AccountLine, opened: String, closed: String?, hasAuthenticator: Bool,
    grants: [GrantLine], roles: [Choice], isOfficial: Bool, typed: [String: String] = [:],
    errors: [FormError] = []
  ) {
    self.line = line
    self.opened = opened
    self.closed = closed
    self.hasAuthenticator = hasAuthenticator
    self.grants = grants
    self.roles = roles
    self.isOfficial = isOfficial
    self.typed = typed
    self.errors = errors
  }

  var path: String { "administration/accounts/\(line.number)" }
}

/// The page of one account.
package func administeredAccountPage(
  _ place: PageLocation, _ view: AdministeredAccount, _ form: SignedForm
) -> Page {
  var page = Page(place, title: view.line.name) {
    Tag.a(.class("back"), .href(place.link("administration/accounts"))) { place("账户", "Accounts") }
    errorSummary(view.errors, place, takesFocus: true)
    Tag.div(.class("who")) {
      Tag.p(.class("soft")) { place("账户 \(view.line.number)", "Account \(view.line.number)") }
      Tag.h1 { view.line.name }
    }
    Tag.div(.class("sheet")) {
      Tag.div {
        Tag.section(.labelled(by: "grants")) {
          Tag.h2(.id("grants")) { place("授权", "Grants") }
          if view.grants.isEmpty { Tag.p(.class("soft")) { place("还没有授权。", "None yet.") } }
          grantList(view.grants, place, form, showsHolder: false)
        }
        if view.closed == nil { proposal(view, place, form) }
      }
      Tag.div(.class("aside")) {
        particulars(view, place)
        if view.closed == nil { changes(view, place, form) }
      }
    }
  }
  page.hasError = !view.errors.isEmpty
  return page.wide
}

private func particulars(_ view: AdministeredAccount, _ place: PageLocation) -> HTML {
  let none = place("没有", "none")
  var pairs = [
    (place("登录名", "Sign-in name"), view.line.signIn),
    (place("登记库里的人员", "Person of the registry"), view.line.party ?? none),
    (place("验证器", "Authenticator"), view.hasAuthenticator ? place("已绑定", "set up") : none),
    (place("开立", "Opened"), view.opened),
  ]
  if let closed = view.closed { pairs.append((place("注销", "Closed"), closed)) }
  return Tag.section(.labelled(by: "particulars")) {
    Tag.h2(.id("particulars")) { place("基本情况", "Particulars") }
    Tag.dl(.class("pairs")) {
      for (label, text) in pairs {
        Tag.div {
          Tag.dt { label }
          Tag.dd { text }
        }
      }
    }
  }
}

private func proposal(
  _ view: AdministeredAccount, _ place: PageLocation, _ form: SignedForm
) -> HTML {
  func field(_ name: String, _ label: String, _ hint: String?) -> HTML {
    LabelledField(name, label, hint: hint, value: view.typed[name] ?? "").html(view.errors, place)
  }
  return Tag.section(.labelled(by: "proposal")) {
    Tag.h2(.id("proposal")) { place("授予角色", "Grant a role") }
    Tag.p(.class("soft")) {
      place(
        "为国家机关办事的角色要由另一位管理员确认才生效；其他角色立即生效。",
        "A role that acts for the state takes effect when another administrator confirms it, others "
          + "at once.")
    }
    form(action: place.link(view.path + "/grants")) {
      selection("role", place("角色", "Role"), view.roles, chosen: view.typed["role"] ?? "")
      field(
        "region", place("地区代码", "Region"),
        place("六位，如 330302；不填为全部地区。", "Six digits such as 330302; empty for all regions."))
      field(
        "organisation", place("单位编号", "Organisation"),
        place("经办人必须填写。", "Agents need one: its id in the registry."))
      field(
        "last-day", place("最后一天", "Last day"),
        place("如 2027-12-31；不填为长期。", "Such as 2027-12-31; empty for no end."))
      field("reason", place("理由", "Reason"), nil)
      Tag.p(.class("buttons")) { Tag.button { place("授予", "Grant") } }
    }
  }
}

private func changes(
  _ view: AdministeredAccount, _ place: PageLocation, _ form: SignedForm
) -> HTML {
  var parts = HTML.empty
  if view.line.party == nil {
    parts += act(
      "identify", "party", place("对应登记库里的人员", "Say which person this is"),
      label: place("人员编号", "Id of the person"), button: place("对应", "Save"), view, place, form)
  }
  parts += act(
    "recovery", "recovery-reason", place("重设密码", "New password"),
    label: place("凭什么确认是本人", "How they have shown who they are"),
    button: view.isOfficial ? place("提出重设", "Propose it") : place("重设", "Make one"), view, place,
    form)
  parts += act(
    "close", "close-reason", place("注销账户", "Close the account"),
    label: place("理由", "Reason"), button: place("注销", "Close"), view, place, form)
  return parts
}

/// A form with one line to type in.
private func act(
  _ path: String, _ name: String, _ title: String, label: String, button: String,
  _ view: AdministeredAccount, _ place: PageLocation, _ form: SignedForm
) -> HTML {
  Tag.section(.labelled(by: path)) {
    Tag.h2(.id(path)) { title }
    form(action: place.link("\(view.path)/\(path)")) {
      LabelledField(name, label, value: view.typed[name] ?? "").html(view.errors, place)
      Tag.button(.class("quiet")) { button }
    }
  }
}

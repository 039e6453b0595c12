import Core

/// What is on the way through the sign-in, whichever its step.
package struct SignInStep: Sendable {
  package let place: PageLocation
  /// The mark of the session; `nil` before there is one.
  package let csrf: String?
  /// Where to go afterwards: a checked path below the language, with its query; empty for nowhere
  /// in particular.
  package let next: String
  package let errors: [FormError]

  package init(
    _ place: PageLocation, csrf: String? = nil, next: String = "", errors: [FormError] = []
  ) {
    self.place = place
    self.csrf = csrf
    self.next = next
    self.errors = errors
  }

  /// A page of the sign-in.
  func page(_ title: String, @HTMLBuilder content: () -> HTML) -> Page {
    var page = Page(place, title: title) {
      errorSummary(errors, place, takesFocus: true)
      Tag.h1 { title }
      content()
    }
    page.hasError = !errors.isEmpty
    return page
  }

  /// A form that is sent to a step, and keeps where to go.
  func form(_ path: String, @HTMLBuilder content: () -> HTML) -> HTML {
    let fields = (next.isEmpty ? HTML.empty : hiddenField("next", next)) + content()
    if let csrf { return SignedForm(csrf: csrf)(action: place.link(path)) { fields } }
    return Tag.form(Attribute("method", "post"), Attribute("action", place.link(path))) { fields }
  }

  func field(_ field: LabelledField) -> HTML { field.html(errors, place) }
}

/// The page on which somebody gives their name and password.
///
/// - Parameters:
///   - step: where the reader is.
///   - name: what was typed before.
///   - password: that of everybody, on a demonstration alone.
/// - Returns: the page.
package func signInPage(
  _ step: SignInStep, name: String = "", tellingPassword password: String? = nil
) -> Page {
  let place = step.place
  return step.page(place("登录", "Sign in")) {
    Tag.p(.class("lead")) {
      place(
        "办理和查看自己的、单位的或者分管的事项需要登录。读政策、测算待遇不用登录。",
        "Sign in to see and do what is yours, your organisation’s or your office’s. Reading the "
          + "documents and working out benefits needs no sign-in.")
    }
    if let password {
      Tag.p(.class("notice")) {
        place(
          "演示：登录名见导览，所有人的密码都是 ",
          "Demonstration: the tour names the sign-ins; everybody’s password is ")
        Tag.code { password }
        place("。", ".")
      }
    }
    step.form("sign-in") {
      step.field(
        LabelledField("name", place("登录名", "Sign-in name"), value: name, autocomplete: "username"))
      step.field(LabelledField("password", place("密码", "Password"), .password))
      Tag.p(.class("buttons")) { Tag.button { place("登录", "Sign in") } }
    }
    Tag.p(.class("soft")) {
      place(
        "没有账户、忘记密码，请带身份证件到经办窗口，或者联系管理员。",
        "Without an account, or if you have forgotten your password, come to the counter with your "
          + "papers, or ask an administrator.")
    }
  }
}

/// The page on which somebody types the code of their authenticator.
///
/// - Parameters:
///   - step: where the reader is.
///   - code: what the authenticator shows now, and for how many seconds, on a demonstration alone.
/// - Returns: the page.
package func codePage(
  _ step: SignInStep, telling code: (digits: String, seconds: Int64)? = nil
) -> Page {
  let place = step.place
  return step.page(place("输入验证码", "Enter the code")) {
    if let code {
      Tag.p(.class("notice")) {
        place("演示：验证器现在显示 ", "Demonstration: the authenticator shows ")
        Tag.code(.class("code")) { code.digits }
        place("（还有 \(code.seconds) 秒）。", " (for \(code.seconds) s more).")
      }
    }
    step.form("sign-in/code") {
      step.field(
        LabelledField(
          "code", place("验证码", "Code"), .code,
          hint: place("验证器应用里现在显示的六位数字。", "The six digits that your authenticator shows now.")))
      Tag.p(.class("buttons")) { Tag.button { place("继续", "Continue") } }
    }
    step.leaving
  }
}

extension SignInStep {
  /// The way out for whoever cannot or will not go on.
  var leaving: HTML {
    guard let csrf else { return .empty }
    return SignedForm(csrf: csrf)(action: place.link("sign-out")) {
      Tag.p(.class("buttons")) {
        Tag.button(.class("quiet")) { place("退出登录", "Sign out") }
      }
    }
  }
}

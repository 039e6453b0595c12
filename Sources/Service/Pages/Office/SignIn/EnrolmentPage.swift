import Core

/// How far somebody is in setting up their authenticator.
package enum EnrolmentStage: Sendable {
  /// Nothing is made yet; whether there is a device already, whose code is asked for.
  case start(hasDevice: Bool)
  /// The secret, which is shown this once, and the address that holds it.
  case secret(groups: String, uri: String)
  /// It was shown before, and its first code is asked for again.
  case again
}

/// The page on which somebody sets up their authenticator.
///
/// - Parameters:
///   - step: where the reader is.
///   - stage: how far they are.
/// - Returns: the page.
package func enrolmentPage(_ step: SignInStep, _ stage: EnrolmentStage) -> Page {
  let place = step.place
  return step.page(place("绑定验证器", "Set up your authenticator")) {
    switch stage {
    case .start(let hasDevice): start(step, hasDevice: hasDevice)
    case .secret(let groups, let uri):
      secret(step, groups: groups, uri: uri)
      firstCode(step)
    case .again:
      Tag.p {
        place(
          "密钥只显示一次。已经存进验证器的，请输入它现在显示的数字；没有存上，请重新开始。",
          "The secret is shown once. If your authenticator has it, type the digits it shows now; if "
            + "not, begin anew.")
      }
      firstCode(step)
      step.form("sign-in/enrol") {
        hiddenField("do", "begin")
        Tag.p(.class("buttons")) {
          Tag.button(.class("quiet")) { place("重新开始", "Begin anew") }
        }
      }
    }
    step.leaving
  }
}

private func start(_ step: SignInStep, hasDevice: Bool) -> HTML {
  let place = step.place
  return Tag.p(.class("lead")) {
    place(
      "为国家机关办事的账户除了密码还要一次一换的验证码，由手机上的验证器应用给出（TOTP，RFC 6238）。",
      "Accounts that act for the state need, besides the password, a code that changes each time. "
        + "An authenticator application on a phone gives it (TOTP, RFC 6238).")
  }
    + step.form("sign-in/enrol") {
      hiddenField("do", "begin")
      if hasDevice {
        step.field(
          LabelledField(
            "code", place("现在的验证码", "Code of the present device"), .code,
            hint: place(
              "换设备之前，先输入原来的设备现在显示的六位数字。",
              "Before another device takes its place, type the six digits that it shows now.")))
      }
      Tag.p(.class("buttons")) {
        Tag.button { place("生成密钥", "Make a secret") }
      }
    }
}

private func secret(_ step: SignInStep, groups: String, uri: String) -> HTML {
  let place = step.place
  return Tag.ol {
    Tag.li {
      place(
        "在验证器应用里选“手动输入密钥”，类型选“基于时间”。",
        "In the authenticator, choose to type a key by hand, based on time.")
    }
    Tag.li {
      Tag.p { place("输入这个密钥，空格不算：", "Type this key; blanks do not count:") }
      Tag.p { Tag.code(.class("secret")) { groups } }
    }
    Tag.li {
      Tag.p {
        place(
          "应用就在这台设备上的，也可以复制整个地址：",
          "If it is on this very device, you can also copy the whole address:")
      }
      Tag.p { Tag.code { uri } }
    }
  }
    + Tag.p(.class("soft")) {
      place(
        "密钥只显示这一次，请不要截图或转发。", "The key is shown this once; keep no picture of it.")
    }
}

private func firstCode(_ step: SignInStep) -> HTML {
  let place = step.place
  return step.form("sign-in/enrol") {
    hiddenField("do", "confirm")
    step.field(
      LabelledField(
        "code", place("验证器显示的六位数字", "The six digits it shows"), .code))
    Tag.p(.class("buttons")) { Tag.button { place("完成绑定", "Finish") } }
  }
}

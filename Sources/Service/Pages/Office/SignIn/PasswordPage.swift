import Core

/// The page on which somebody changes their password.
///
/// - Parameters:
///   - step: where the reader is.
///   - isGiven: whether the present one was chosen by another and must be changed first.
/// - Returns: the page.
package func passwordPage(_ step: SignInStep, isGiven: Bool) -> Page {
  let place = step.place
  return step.page(place("修改密码", "Change your password")) {
    if isGiven {
      Tag.p(.class("lead")) {
        place(
          "现在的密码是别人设的，先换成只有您知道的，才能继续。",
          "Your present password was chosen by somebody else. Change it to one that only you know "
            + "before you go on.")
      }
    }
    step.form("sign-in/password") {
      step.field(LabelledField("old", place("现在的密码", "Present password"), .password))
      step.field(
        LabelledField(
          "new", place("新密码", "New password"), .newPassword,
          hint: place(
            "至少 10 个字符，什么字符都可以；不要用姓名、登录名、重复的字符或键盘上的顺序。",
            "At least 10 characters of any kind; not your name, one character over and over, or a "
              + "row of the keyboard.")))
      step.field(
        LabelledField("again", place("再输入一次新密码", "New password again"), .newPassword))
      Tag.p(.class("buttons")) { Tag.button { place("修改", "Change") } }
    }
    Tag.p(.class("soft")) {
      place("修改后其他设备上的登录都会结束。", "All other sessions end when it is changed.")
    }
    if isGiven { step.leaving }
  }
}

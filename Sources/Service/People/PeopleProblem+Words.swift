package import Core
import Office

extension PeopleProblem: WordedProblem {
  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .wrongNameOrPassword:
      Bilingual(
        zh: "登录名或密码不对",
        en: "the sign-in name or the password is wrong")
    case .wrongCode:
      Bilingual(
        zh: "验证码不对，或者已经用过",
        en: "the code is wrong or was used before")
    case .wrongPassword:
      Bilingual(
        zh: "现在的密码不对",
        en: "the present password is wrong")
    case .waiting(let seconds):
      Bilingual(
        zh: "失败次数太多，这个登录名要等 \(PeopleProblem.wait(seconds).zh) 才能再试",
        en: "after too many failures this name has to wait for \(PeopleProblem.wait(seconds).en)")
    case .tooMany:
      Bilingual(
        zh: "登录请求太频繁",
        en: "there were too many attempts to sign in")
    case .sessionOver:
      Bilingual(
        zh: "您没有登录，或者登录已经到期",
        en: "you are not signed in, or your sign-in has expired")
    case .foreignForm:
      Bilingual(
        zh: "这张表单不是本次登录打开的",
        en: "this form was not opened with your present sign-in")
    case .noEnrolment:
      Bilingual(
        zh: "没有等待确认的验证器",
        en: "no authenticator waits to be confirmed")
    case .passwordTooShort(let least):
      Bilingual(
        zh: "密码太短，至少 \(least) 个字符",
        en: "the password is too short: at least \(least) characters")
    case .passwordTooLong(let most):
      Bilingual(
        zh: "密码太长，最多 \(most) 字节",
        en: "the password is too long: at most \(most) bytes")
    case .passwordGuessable:
      Bilingual(
        zh: "密码太容易猜到：含有姓名或登录名、重复的字符或键盘上的顺序",
        en:
          "the password is easily guessed: it holds your name, repeats characters, or follows the keyboard"
      )
    case .samePassword:
      Bilingual(
        zh: "新密码和现在的一样",
        en: "the new password is the present one")
    case .badSignInName:
      Bilingual(
        zh: "登录名不符合要求",
        en: "this cannot be a sign-in name")
    case .badName:
      Bilingual(
        zh: "姓名要有 1 到 64 个字",
        en: "a name has 1 to 64 characters")
    case .nameTaken(let name):
      Bilingual(
        zh: "登录名“\(name)”已经有人用",
        en: "the sign-in name “\(name)” is taken")
    case .partyHasAccount:
      Bilingual(
        zh: "这个人已经有账户",
        en: "this person has an account already")
    case .alreadyIdentified:
      Bilingual(
        zh: "这个账户已经对应一个人，不能改",
        en: "this account is somebody already, which cannot be changed")
    case .noAccount:
      Bilingual(
        zh: "没有这个账户，或者已经注销",
        en: "there is no such account, or it is closed")
    case .notAllowed:
      Bilingual(
        zh: "您的角色不能做这件事",
        en: "your role does not let you do this")
    case .noGrant:
      Bilingual(
        zh: "没有这项授权",
        en: "there is no such grant")
    case .ownGrant:
      Bilingual(
        zh: "不能给自己授权",
        en: "nobody gives a role to themselves")
    case .ownProposal:
      Bilingual(
        zh: "自己提出的授权不能自己确认",
        en: "nobody confirms what they proposed themselves")
    case .grantDecided:
      Bilingual(
        zh: "这项授权已经办理过",
        en: "this grant was decided already")
    case .alreadyGranted:
      Bilingual(
        zh: "这个人已经有这项授权，或者正在等待确认",
        en: "this person has this role already, or it waits to be confirmed")
    case .organisationNeeded:
      Bilingual(
        zh: "经办人的授权必须指明单位",
        en: "an agent’s role needs an organisation")
    case .badRegion:
      Bilingual(
        zh: "地区代码不对",
        en: "this is no region code")
    case .endPassed:
      Bilingual(
        zh: "截止日期已经过去",
        en: "the last day has passed already")
    case .delegationTooLong(let day):
      Bilingual(
        zh: "委托不能晚于您自己的授权，您的授权到 \(day) 为止",
        en: "what you pass on cannot outlast your own role, which ends on \(day)")
    case .tooFewAdministrators:
      Bilingual(
        zh: "至少要留两位全域管理员",
        en: "two administrators for all regions must remain")
    case .administratorsExist:
      Bilingual(
        zh: "已经有两位管理员",
        en: "there are two administrators already")
    case .recoveryNeedsTwo:
      Bilingual(
        zh: "这个账户有公职角色，不能由一个人重设密码",
        en: "this account acts for the state: one person alone cannot give it a new password")
    case .noRecovery:
      Bilingual(
        zh: "没有等待确认的重设",
        en: "no recovery of this account waits to be confirmed")
    }
  }

  /// A time in words: seconds up to two minutes, then minutes, rounded up.
  static func wait(_ seconds: Int64) -> Bilingual {
    if seconds == 1 { return Bilingual(zh: "1 秒", en: "1 second") }
    if seconds <= 120 { return Bilingual(zh: "\(seconds) 秒", en: "\(seconds) seconds") }
    let minutes = (seconds + 59) / 60
    return Bilingual(zh: "\(minutes) 分钟", en: "\(minutes) minutes")
  }
}

package import Core

extension PeopleProblem {
  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .wrongNameOrPassword:
      Bilingual(
        zh: "请重新输入；忘记密码请联系经办窗口或管理员。",
        en:
          "Type them again; if you have forgotten the password, ask at the counter or an administrator."
      )
    case .wrongCode:
      Bilingual(
        zh: "请等验证器显示下一个验证码再输入；总是不对时，请校准手机时间。",
        en:
          "Wait for the next code of your authenticator; if none works, set the clock of your phone."
      )
    case .wrongPassword:
      Bilingual(
        zh: "请重新输入现在的密码。",
        en: "Type your present password again.")
    case .waiting:
      Bilingual(
        zh: "请到时再试；如果不是您本人在试，请告诉管理员。",
        en: "Try again then; if it was not you who tried, tell an administrator.")
    case .tooMany(let seconds):
      Bilingual(
        zh: "请过 \(PeopleProblem.wait(seconds).zh) 再试。",
        en: "Try again in \(PeopleProblem.wait(seconds).en).")
    case .sessionOver:
      Bilingual(
        zh: "请重新登录；没有提交的内容请再填一次。",
        en: "Sign in again, and fill in again what was not sent.")
    case .foreignForm:
      Bilingual(
        zh: "请重新打开页面再提交；什么都没有改动。",
        en: "Open the page anew and send it again; nothing was changed.")
    case .noEnrolment:
      Bilingual(
        zh: "请从头开始绑定验证器。",
        en: "Begin anew to set up your authenticator.")
    case .passwordTooShort:
      Bilingual(
        zh: "几个不相干的词连在一起，既长又好记。",
        en: "Several words that have nothing to do with each other are long and easy to remember.")
    case .passwordTooLong:
      Bilingual(
        zh: "请用短一些的密码。",
        en: "Choose a shorter one.")
    case .passwordGuessable:
      Bilingual(
        zh: "请换一个，例如几个不相干的词。",
        en: "Choose another one, such as several words that have nothing to do with each other.")
    case .samePassword:
      Bilingual(
        zh: "请换一个新的。",
        en: "Choose another one.")
    case .badSignInName:
      Bilingual(
        zh: "请用 2 到 64 个文字或数字，中间可以有 . _ - @。",
        en: "Use 2 to 64 letters or digits, with . _ - @ between them.")
    case .badName:
      Bilingual(
        zh: "请填写姓名。",
        en: "Fill in the name.")
    case .nameTaken:
      Bilingual(
        zh: "请换一个登录名。",
        en: "Choose another one.")
    case .partyHasAccount:
      Bilingual(
        zh: "每人只有一个账户，请使用原来的；忘记密码可以重设。",
        en: "Everybody has one account: use that one; a forgotten password can be replaced.")
    case .alreadyIdentified:
      Bilingual(
        zh: "如果对应错了，请注销这个账户，另开一个。",
        en: "If it is the wrong person, close the account and open another.")
    case .noAccount:
      Bilingual(
        zh: "请检查账户编号。",
        en: "Check the number of the account.")
    case .notAllowed:
      Bilingual(
        zh: "请由管辖该地区的管理员办理；委托只能由企业经办人办理。",
        en: "Ask an administrator of the region; only an enterprise agent can delegate.")
    case .noGrant:
      Bilingual(
        zh: "请回到授权清单重新选择。",
        en: "Go back to the list of grants and choose again.")
    case .ownGrant:
      Bilingual(
        zh: "请由另一位管理员办理。",
        en: "Ask another administrator.")
    case .ownProposal:
      Bilingual(
        zh: "请由另一位管理员确认。",
        en: "Ask another administrator to confirm it.")
    case .grantDecided:
      Bilingual(
        zh: "请刷新授权清单查看结果。",
        en: "Reload the list of grants to see what became of it.")
    case .alreadyGranted:
      Bilingual(
        zh: "请查看该账户的授权清单。",
        en: "Look at the grants of the account.")
    case .organisationNeeded:
      Bilingual(
        zh: "请选择所代表的单位。",
        en: "Choose the organisation they act for.")
    case .badRegion:
      Bilingual(
        zh: "请填写六位行政区划代码，例如 330300。",
        en: "Write the six digits of a region, such as 330300.")
    case .endPassed:
      Bilingual(
        zh: "请选择今天或以后的日期。",
        en: "Choose today or a later day.")
    case .delegationTooLong:
      Bilingual(
        zh: "请选择这一天或更早的日期。",
        en: "Choose that day or an earlier one.")
    case .tooFewAdministrators:
      Bilingual(
        zh: "请先授权另一位管理员，再撤销这一位。",
        en: "Make another administrator first, then withdraw this one.")
    case .administratorsExist:
      Bilingual(
        zh: "请由他们在网站上办理新的授权。",
        en: "Let them grant further roles on the site.")
    case .recoveryNeedsTwo:
      Bilingual(
        zh: "请由一位管理员提出、另一位确认。",
        en: "Let one administrator propose it and another confirm.")
    case .noRecovery:
      Bilingual(
        zh: "请先由另一位管理员提出。",
        en: "Ask another administrator to propose it first.")
    }
  }
}

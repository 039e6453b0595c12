import Core
import People
import Testing

private let everyText: [(problem: PeopleProblem, en: String, advice: String, zh: String)] = [
  (
    PeopleProblem.wrongNameOrPassword,
    "PEO001: the sign-in name or the password is wrong",
    "Type them again; if you have forgotten the password, ask at the counter or an administrator.",
    "登录名或密码不对。请重新输入；忘记密码请联系经办窗口或管理员。"
  ),
  (
    .wrongCode,
    "PEO002: the code is wrong or was used before",
    "Wait for the next code of your authenticator; if none works, set the clock of your phone.",
    "验证码不对，或者已经用过。请等验证器显示下一个验证码再输入；总是不对时，请校准手机时间。"
  ),
  (
    .wrongPassword,
    "PEO003: the present password is wrong",
    "Type your present password again.",
    "现在的密码不对。请重新输入现在的密码。"
  ),
  (
    .waiting(seconds: 61),
    "PEO004: after too many failures this name has to wait for 61 seconds",
    "Try again then; if it was not you who tried, tell an administrator.",
    "失败次数太多，这个登录名要等 61 秒 才能再试。请到时再试；如果不是您本人在试，请告诉管理员。"
  ),
  (
    .tooMany(seconds: 121),
    "PEO005: there were too many attempts to sign in",
    "Try again in 3 minutes.",
    "登录请求太频繁。请过 3 分钟 再试。"
  ),
  (
    .sessionOver,
    "PEO006: you are not signed in, or your sign-in has expired",
    "Sign in again, and fill in again what was not sent.",
    "您没有登录，或者登录已经到期。请重新登录；没有提交的内容请再填一次。"
  ),
  (
    .foreignForm,
    "PEO007: this form was not opened with your present sign-in",
    "Open the page anew and send it again; nothing was changed.",
    "这张表单不是本次登录打开的。请重新打开页面再提交；什么都没有改动。"
  ),
  (
    .noEnrolment,
    "PEO008: no authenticator waits to be confirmed",
    "Begin anew to set up your authenticator.",
    "没有等待确认的验证器。请从头开始绑定验证器。"
  ),
  (
    .passwordTooShort(least: 10),
    "PEO009: the password is too short: at least 10 characters",
    "Several words that have nothing to do with each other are long and easy to remember.",
    "密码太短，至少 10 个字符。几个不相干的词连在一起，既长又好记。"
  ),
  (
    .passwordTooLong(most: 1_024),
    "PEO010: the password is too long: at most 1024 bytes",
    "Choose a shorter one.",
    "密码太长，最多 1024 字节。请用短一些的密码。"
  ),
  (
    .passwordGuessable,
    "PEO011: the password is easily guessed: it holds your name, repeats characters, or follows the keyboard",
    "Choose another one, such as several words that have nothing to do with each other.",
    "密码太容易猜到：含有姓名或登录名、重复的字符或键盘上的顺序。请换一个，例如几个不相干的词。"
  ),
  (
    .samePassword,
    "PEO012: the new password is the present one",
    "Choose another one.",
    "新密码和现在的一样。请换一个新的。"
  ),
  (
    .badSignInName,
    "PEO013: this cannot be a sign-in name",
    "Use 2 to 64 letters or digits, with . _ - @ between them.",
    "登录名不符合要求。请用 2 到 64 个文字或数字，中间可以有 . _ - @。"
  ),
  (
    .badName,
    "PEO014: a name has 1 to 64 characters",
    "Fill in the name.",
    "姓名要有 1 到 64 个字。请填写姓名。"
  ),
  (
    .nameTaken("zhangsan"),
    "PEO015: the sign-in name “zhangsan” is taken",
    "Choose another one.",
    "登录名“zhangsan”已经有人用。请换一个登录名。"
  ),
  (
    .partyHasAccount,
    "PEO016: this person has an account already",
    "Everybody has one account: use that one; a forgotten password can be replaced.",
    "这个人已经有账户。每人只有一个账户，请使用原来的；忘记密码可以重设。"
  ),
  (
    .alreadyIdentified,
    "PEO017: this account is somebody already, which cannot be changed",
    "If it is the wrong person, close the account and open another.",
    "这个账户已经对应一个人，不能改。如果对应错了，请注销这个账户，另开一个。"
  ),
  (
    .noAccount,
    "PEO018: there is no such account, or it is closed",
    "Check the number of the account.",
    "没有这个账户，或者已经注销。请检查账户编号。"
  ),
  (
    .notAllowed,
    "PEO019: your role does not let you do this",
    "Ask an administrator of the region; only an enterprise agent can delegate.",
    "您的角色不能做这件事。请由管辖该地区的管理员办理；委托只能由企业经办人办理。"
  ),
  (
    .noGrant,
    "PEO020: there is no such grant",
    "Go back to the list of grants and choose again.",
    "没有这项授权。请回到授权清单重新选择。"
  ),
  (
    .ownGrant,
    "PEO021: nobody gives a role to themselves",
    "Ask another administrator.",
    "不能给自己授权。请由另一位管理员办理。"
  ),
  (
    .ownProposal,
    "PEO022: nobody confirms what they proposed themselves",
    "Ask another administrator to confirm it.",
    "自己提出的授权不能自己确认。请由另一位管理员确认。"
  ),
  (
    .grantDecided,
    "PEO023: this grant was decided already",
    "Reload the list of grants to see what became of it.",
    "这项授权已经办理过。请刷新授权清单查看结果。"
  ),
  (
    .alreadyGranted,
    "PEO024: this person has this role already, or it waits to be confirmed",
    "Look at the grants of the account.",
    "这个人已经有这项授权，或者正在等待确认。请查看该账户的授权清单。"
  ),
  (
    .organisationNeeded,
    "PEO025: an agent’s role needs an organisation",
    "Choose the organisation they act for.",
    "经办人的授权必须指明单位。请选择所代表的单位。"
  ),
  (
    .badRegion,
    "PEO026: this is no region code",
    "Write the six digits of a region, such as 330300.",
    "地区代码不对。请填写六位行政区划代码，例如 330300。"
  ),
  (
    .endPassed,
    "PEO027: the last day has passed already",
    "Choose today or a later day.",
    "截止日期已经过去。请选择今天或以后的日期。"
  ),
  (
    .delegationTooLong(CivilDate(dayNumber: 20_513)),
    "PEO028: what you pass on cannot outlast your own role, which ends on 2026-03-01",
    "Choose that day or an earlier one.",
    "委托不能晚于您自己的授权，您的授权到 2026-03-01 为止。请选择这一天或更早的日期。"
  ),
  (
    .tooFewAdministrators,
    "PEO029: two administrators for all regions must remain",
    "Make another administrator first, then withdraw this one.",
    "至少要留两位全域管理员。请先授权另一位管理员，再撤销这一位。"
  ),
  (
    .administratorsExist,
    "PEO030: there are two administrators already",
    "Let them grant further roles on the site.",
    "已经有两位管理员。请由他们在网站上办理新的授权。"
  ),
  (
    .recoveryNeedsTwo,
    "PEO031: this account acts for the state: one person alone cannot give it a new password",
    "Let one administrator propose it and another confirm.",
    "这个账户有公职角色，不能由一个人重设密码。请由一位管理员提出、另一位确认。"
  ),
  (
    .noRecovery,
    "PEO032: no recovery of this account waits to be confirmed",
    "Ask another administrator to propose it first.",
    "没有等待确认的重设。请先由另一位管理员提出。"
  ),
]

@Suite struct PeopleProblemTests {
  @Test("every problem says what is wrong and what to do", arguments: everyText)
  func words(_ problem: PeopleProblem, _ en: String, _ advice: String, _ zh: String) {
    #expect("\(problem.code): \(problem.message.en)" == en)
    #expect(problem.advice.en == advice)
    #expect("\(problem.message.zh)。\(problem.advice.zh)" == zh)
  }

  @Test("no two problems share a code") func codes() {
    #expect(Set(everyText.map(\.problem.code)).count == everyText.count)
  }
}

package import Core
import Office

/// Why a message cannot be sent, or an inbox not be used so.
package enum MessageProblem: Error, Sendable, Equatable {
  case unknownTemplate(String, nearest: String?)
  /// The values that came are not those that the text tells.
  case values(String, missing: [String], unused: [String])
  /// The key was used for another message to the same recipient.
  case keyOfAnother(String)
  case noCaseNumber(String)
  case notAnAddress(Channel)
  /// The inbox, or the address, is somebody else's.
  case notYours
  /// Only what was given up can be tried again, and only by an administrator.
  case notGivenUp(Int64)
  case notAnAdministrator
}

extension MessageProblem: WordedProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .unknownTemplate: "MSG020"
    case .values: "MSG021"
    case .keyOfAnother: "MSG022"
    case .noCaseNumber: "MSG023"
    case .notAnAddress: "MSG024"
    case .notYours: "MSG025"
    case .notGivenUp: "MSG026"
    case .notAnAdministrator: "MSG027"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .unknownTemplate(let id, _):
      Bilingual(zh: "没有名为“\(id)”的消息文本", en: "there is no text for the message “\(id)”")
    case .values(let id, let missing, let unused):
      Bilingual(
        zh:
          "消息“\(id)”缺少 [\(missing.joined(separator: "、"))]，多给了 [\(unused.joined(separator: "、"))]",
        en:
          "the message “\(id)” lacks [\(missing.joined(separator: ", "))] and does not tell [\(unused.joined(separator: ", "))]"
      )
    case .keyOfAnother(let key):
      Bilingual(zh: "键“\(key)”已用于另一条消息", en: "the key “\(key)” was used for another message")
    case .noCaseNumber(let text):
      Bilingual(zh: "“\(text)”不是办件号", en: "“\(text)” is no number of a case")
    case .notAnAddress(.mail):
      Bilingual(zh: "这不是邮箱地址", en: "this is no mail address")
    case .notAnAddress(.sms):
      Bilingual(zh: "这不是手机号码", en: "this is no mobile telephone number")
    case .notYours: Bilingual(zh: "这不是您的消息或联系方式", en: "this inbox or address is not yours")
    case .notGivenUp(let number):
      Bilingual(zh: "第 \(number) 条发送没有处于“已放弃”状态", en: "sending \(number) was not given up")
    case .notAnAdministrator:
      Bilingual(zh: "只有系统管理员可以重新发送", en: "only an administrator may have it sent again")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .unknownTemplate(_, let nearest):
      nearest.map { Bilingual(zh: "是不是想写“\($0)”？", en: "Did you mean “\($0)”?") }
        ?? Bilingual(
          zh: "请在 Procedures/messages.yaml 中补上。", en: "Add it to Procedures/messages.yaml.")
    case .values:
      Bilingual(
        zh: "请只给这条消息在 places 里声明的内容。",
        en: "Give exactly what the message declares under places.")
    case .keyOfAnother:
      Bilingual(zh: "请为每条消息用不同的键。", en: "Use another key for each message.")
    case .noCaseNumber:
      Bilingual(
        zh: "办件号只含英文字母、数字和连字符，最多 40 个。",
        en: "It holds Latin letters, digits and hyphens, 40 at most.")
    case .notAnAddress(.mail):
      Bilingual(
        zh: "请写成 name@example.cn，只用英文字母、数字和常用符号。",
        en: "Write it as name@example.cn, with Latin letters, digits and common signs.")
    case .notAnAddress(.sms):
      Bilingual(
        zh: "请写 11 位手机号；境外号码以 + 和国家代码开头。",
        en: "Write the 11 digits; begin a number from abroad with + and the code of the country.")
    case .notYours:
      Bilingual(zh: "请用您自己的账户登录。", en: "Sign in with your own account.")
    case .notGivenUp:
      Bilingual(
        zh: "等待中的会自动重试，已送出的不再发送。",
        en: "What waits is tried again by itself; what was sent is not sent again.")
    case .notAnAdministrator:
      Bilingual(zh: "请联系系统管理员。", en: "Ask an administrator.")
    }
  }
}

package import Core

extension SendingFailure {
  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .unreachable:
      Bilingual(
        zh: "连不上发送服务器，或没有及时应答", en: "the server that sends cannot be reached, or answers too late")
    case .notSecure:
      Bilingual(
        zh: "无法与发送服务器建立可信的加密连接",
        en: "there is no trusted, encrypted connection to the server that sends")
    case .notLoggedIn(let status):
      Bilingual(
        zh: "发送服务器不接受登录信息（\(status)）", en: "the server that sends refuses the sign-in (\(status))")
    case .putOff(let status):
      Bilingual(
        zh: "发送服务器暂时不收（\(status)）", en: "the server that sends does not take it now (\(status))")
    case .refused(let status):
      Bilingual(
        zh: "发送服务器拒收（\(status)）", en: "the server that sends refuses it (\(status))")
    case .library(let status):
      Bilingual(zh: "发送失败（curl \(status)）", en: "sending failed (curl \(status))")
    case .interrupted:
      Bilingual(zh: "每次发送都中途停止", en: "each attempt ended in the middle")
    case .tooOld:
      Bilingual(zh: "等待太久，已不宜发送", en: "it waited too long to be still of use")
    case .sealed:
      Bilingual(
        zh: "地址无法用本办公库的密钥解开", en: "the address cannot be opened with the key of this office")
    case .noText:
      Bilingual(zh: "消息文本已不存在", en: "the text of the message is gone")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .unreachable:
      Bilingual(
        zh: "请检查服务器地址、端口和网络；系统会自动重试。",
        en: "Check its address, port and the network; it is tried again by itself.")
    case .notSecure:
      Bilingual(
        zh: "请检查服务器的证书和是否支持 TLS；系统会自动重试。",
        en: "Check its certificate and that it offers TLS; it is tried again by itself.")
    case .notLoggedIn:
      Bilingual(
        zh: "请检查密码文件；系统会自动重试。", en: "Check the file with the password; it is tried again by itself."
      )
    case .putOff:
      Bilingual(zh: "不必处理，系统会自动重试。", en: "Nothing need be done: it is tried again by itself.")
    case .refused:
      Bilingual(
        zh: "请与本人核对地址，改好后重新发送。",
        en: "Check the address with the person, and have it sent again once it is right.")
    case .library, .interrupted:
      Bilingual(
        zh: "请查看系统日志；查明后可以重新发送。",
        en: "See the log of the service; once the cause is known it can be sent again.")
    case .tooOld:
      Bilingual(
        zh: "消息仍在站内信箱里；如仍有必要，可以重新发送。",
        en: "The message is still in the inbox; have it sent again where that is of use.")
    case .sealed:
      Bilingual(zh: "请让本人重新填写地址。", en: "Have the person enter the address again.")
    case .noText:
      Bilingual(
        zh: "请在 Procedures/messages.yaml 中补上文本后重新发送。",
        en: "Add the text to Procedures/messages.yaml, then have it sent again.")
    }
  }
}

import Bureau
import Core
import Delivery
import HTTP
import Messages
import Pages
import Workbench

/// Letters that `serve` sends out.
struct ServeDelivery {
  let senders: [any Sender]

  /// Nothing would ever be sent.
  static let noOffice = Problem(
    Bilingual(
      zh: "写了邮件或短信的选项，但是还没有办公库", en: "mail or SMS is set up, and there is no office"),
    advice: Bilingual(
      zh: "请先用 gongjiang people add 开立管理员账户，或去掉这些选项。",
      en: "Open an administrator’s account with `gongjiang people add` first, or leave these "
        + "options out."))

  /// - Parameter arguments: of `serve`.
  /// - Throws: `DeliveryProblem` for what could not work or would not be safe.
  init(_ arguments: Arguments) throws(DeliveryProblem) {
    var options = DeliveryConfiguration.Options()
    options.mailServer = arguments[.mailServer]
    options.mailFrom = arguments[.mailFrom]
    options.mailLogin = arguments[.mailLogin]
    options.gateway = arguments[.gateway]
    options.gatewayHeader = arguments[.gatewayHeader]
    options.authorities = arguments[.authorities]
    senders = try DeliveryConfiguration(options).senders
  }

  /// The loop that sends them; `nil` where there is no way to.
  ///
  /// - Parameters:
  ///   - bureau: whose letters.
  ///   - site: the address that links begin with, `https://rencai.example.cn`.
  ///   - report: called with each failure to look for letters.
  /// - Returns: the loop, not begun.
  func loop(
    _ bureau: Bureau, site: String, report: @escaping @Sendable (any Error) -> Void
  ) -> DeliveryLoop? {
    guard !senders.isEmpty else { return nil }
    let outbox = Outbox(
      bureau.messages, bureau.office, senders: senders,
      link: { number, language in site + PageLocation(language).link("my/messages/\(number)") })
    return DeliveryLoop(outbox) { outcome in
      // What became of single letters is kept in the outbox, for administrators.
      if case .failure(let error) = outcome { report(error) }
    }
  }
}

extension Option {
  /// How letters leave the service.
  static let deliveryOptions: [Option] = [
    .mailServer, .mailFrom, .mailLogin, .gateway, .gatewayHeader, .authorities,
  ]

  static let mailServer = Option(
    "smtp", takes: ArgumentValue(Bilingual(zh: "网址", en: "URL"), .text),
    Bilingual(
      zh: "邮件服务器，如 smtp://mail.example.cn:587", en: "mail server, as smtp://mail.example.cn:587"))

  static let mailFrom = Option(
    "mail-from", takes: ArgumentValue(Bilingual(zh: "发件人", en: "SENDER"), .text),
    Bilingual(
      zh: "发件人，如“办事通知 <notice@example.cn>”", en: "whom mail is from, as notice@example.cn"))

  static let mailLogin = Option(
    "smtp-login", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: "")),
    Bilingual(
      zh: "两行：邮件服务器的用户名和密码", en: "two lines: user name and password of the mail server"))

  static let gateway = Option(
    "sms", takes: ArgumentValue(Bilingual(zh: "网址", en: "URL"), .text),
    Bilingual(zh: "短信网关，如 https://sms.example.cn/send", en: "gateway for SMS, by https"))

  static let gatewayHeader = Option(
    "sms-header", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: "")),
    Bilingual(
      zh: "一行：给网关的 HTTP 头，如 Authorization: Bearer …",
      en: "one line: a header for the gateway, as Authorization: Bearer …"))

  static let authorities = Option(
    "authorities", takes: ArgumentValue(Bilingual(zh: "文件", en: "FILE"), .file(suffix: ".pem")),
    Bilingual(
      zh: "信任的证书（PEM），代替系统的", en: "certificates (PEM) to trust in place of the system’s"))
}

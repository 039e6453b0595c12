package import Core

// The words of every refusal that the HTTP layer makes by itself.

extension Refusal {
  static func badTarget(_ reason: Bilingual) -> Refusal {
    Refusal(
      .badRequest,
      message: Bilingual(
        zh: "地址写得不对：\(reason.zh)。", en: "The address is malformed: \(reason.en)."),
      advice: Bilingual(
        zh: "请检查链接，或从首页重新进入。", en: "Check the link, or start again from the home page."))
  }

  static func badHeader(_ reason: Bilingual) -> Refusal {
    Refusal(
      .badRequest,
      message: Bilingual(
        zh: "请求头不符合 HTTP 标准：\(reason.zh)。",
        en: "The request's headers break the HTTP standard: \(reason.en)."),
      advice: Bilingual(
        zh: "请用正常的浏览器或客户端重新发送。", en: "Send it again with a standard browser or client."))
  }

  static func wrongHost(_ hosts: HostPolicy) -> Refusal {
    guard let names = hosts.names else {
      return Refusal(
        .misdirectedRequest,
        message: Bilingual(
          zh: "本服务只以本机地址提供，不认识请求中的主机名。",
          en: "This service answers only under its own machine's address, not under that host name."
        ),
        advice: Bilingual(
          zh: "请用 http://127.0.0.1 或 http://localhost 打开。",
          en: "Open it as http://127.0.0.1 or http://localhost."))
    }
    let list = names.sorted().map { "https://\($0)/" }
    return Refusal(
      .misdirectedRequest,
      message: Bilingual(
        zh: "本网站不认识请求中的主机名。", en: "This site does not answer under that host name."),
      advice: Bilingual(
        zh: "请打开 \(list.joined(separator: " 或 "))。",
        en: "Open \(list.joined(separator: " or "))."))
  }

  /// More requests than a limit allows (RFC 6585, 4).
  ///
  /// - Parameters:
  ///   - message: which limit.
  ///   - advice: what to do.
  ///   - seconds: after which the next one is taken.
  /// - Returns: the refusal.
  package static func tooManyRequests(
    message: Bilingual, advice: Bilingual, retryAfter seconds: Int64
  ) -> Refusal {
    Refusal(
      .tooManyRequests, message: message, advice: advice, headers: ["Retry-After": "\(seconds)"])
  }

  static let crossSite = Refusal(
    .forbidden,
    message: Bilingual(
      zh: "表单是从别的网站提交的，已拒绝。", en: "The form was sent from another site and is refused."),
    advice: Bilingual(
      zh: "请在本网站的页面上填写并提交。", en: "Fill it in and send it from this site's own page."))

  static func bodyTooLarge(limit: Int) -> Refusal {
    let size = limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes"
    return Refusal(
      .contentTooLarge,
      message: Bilingual(
        zh: "提交的内容太大，最多 \(size)。", en: "What was sent is too large: at most \(size)."),
      advice: Bilingual(
        zh: "请分成几次提交，或用命令行处理大文件。",
        en: "Send it in parts, or use the command line for large files."))
  }

  static let bodyIncomplete = Refusal(
    .badRequest,
    message: Bilingual(zh: "提交的内容不完整。", en: "The request's content is incomplete."),
    advice: Bilingual(zh: "请重新提交。", en: "Send it again."))

  static func unreadableForm(_ reason: Bilingual) -> Refusal {
    Refusal(
      .badRequest,
      message: Bilingual(
        zh: "读不懂提交的表单：\(reason.zh)。", en: "The form cannot be read: \(reason.en)."),
      advice: Bilingual(zh: "请返回上一页重新提交。", en: "Go back and send the form again."))
  }

  static func notAForm(_ type: String) -> Refusal {
    Refusal(
      .unsupportedMediaType,
      message: Bilingual(
        zh: "这里只接受表单，收到的是“\(type)”。", en: "Only forms are accepted here, not “\(type)”."),
      advice: Bilingual(
        zh: "请用 application/x-www-form-urlencoded 或 multipart/form-data 提交。",
        en: "Send application/x-www-form-urlencoded or multipart/form-data."))
  }

  /// No route has the path.
  package static let notFound = Refusal(
    .notFound,
    message: Bilingual(zh: "没有这个页面。", en: "There is no such page."),
    advice: Bilingual(
      zh: "请检查地址，或从首页重新进入。", en: "Check the address, or start again from the home page."))

  static func methodNotAllowed(_ method: Method, allowed: [Method]) -> Refusal {
    let list = allowed.map(\.rawValue).joined(separator: ", ")
    return Refusal(
      .methodNotAllowed,
      message: Bilingual(
        zh: "这个页面不能用 \(method.rawValue) 方法访问。",
        en: "This page does not take the method \(method.rawValue)."),
      advice: Bilingual(zh: "可用的方法：\(list)。", en: "It takes: \(list)."),
      headers: ["Allow": list])
  }
}

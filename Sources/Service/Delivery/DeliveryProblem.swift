package import Core
import Office

/// Why letters cannot be sent the way somebody asked for.
package enum DeliveryProblem: WordedProblem, Sendable, Equatable {
  case notAMailServer(String)
  case notASender(String)
  case notAGateway(String)
  case gatewayInClear(String)
  case alone(String, needs: String)
  case secretNotReadable(path: String)
  case secretOpenToOthers(path: String)
  case notALogin(path: String)
  case notAHeader(path: String)
}

extension DeliveryProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .notAMailServer: "DLV001"
    case .notASender: "DLV002"
    case .notAGateway: "DLV003"
    case .gatewayInClear: "DLV004"
    case .alone: "DLV005"
    case .secretNotReadable: "DLV006"
    case .secretOpenToOthers: "DLV007"
    case .notALogin: "DLV008"
    case .notAHeader: "DLV009"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .notAMailServer(let text):
      Bilingual(zh: "“\(text)”不是邮件服务器地址", en: "“\(text)” is no address of a mail server")
    case .notASender(let text):
      Bilingual(zh: "“\(text)”不是发件人", en: "“\(text)” is no sender of mail")
    case .notAGateway(let text):
      Bilingual(zh: "“\(text)”不是短信网关地址", en: "“\(text)” is no address of a gateway for SMS")
    case .gatewayInClear(let text):
      Bilingual(
        zh: "“\(text)”不加密，又不在本机", en: "“\(text)” is not encrypted and not on this machine")
    case .alone(let option, let other):
      Bilingual(zh: "只写了 \(option)，没有 \(other)", en: "\(option) stands without \(other)")
    case .secretNotReadable(let path):
      Bilingual(zh: "无法读取 \(path)", en: "\(path) cannot be read")
    case .secretOpenToOthers(let path):
      Bilingual(zh: "\(path) 其他用户也能读写", en: "others can read or change \(path)")
    case .notALogin(let path):
      Bilingual(
        zh: "\(path) 里不是用户名和密码", en: "\(path) does not hold a user name and a password")
    case .notAHeader(let path):
      Bilingual(zh: "\(path) 里不是一个 HTTP 头", en: "\(path) does not hold one header of HTTP")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .notAMailServer:
      Bilingual(
        zh: "请写成 smtp://主机:587 或 smtps://主机:465，不带用户名和路径。",
        en: "Write smtp://host:587 or smtps://host:465, without a user name or a path.")
    case .notASender:
      Bilingual(
        zh: "请写成 notice@example.cn 或“名称 <notice@example.cn>”。",
        en: "Write notice@example.cn or “name <notice@example.cn>”.")
    case .notAGateway:
      Bilingual(
        zh: "请写成 https://主机/路径，不带用户名。", en: "Write https://host/path, without a user name.")
    case .gatewayInClear:
      Bilingual(
        zh: "请改用 https；只有 127.0.0.1 可以用 http。", en: "Use https; only 127.0.0.1 may do without.")
    case .alone(let option, let other):
      Bilingual(zh: "请补上 \(other)，或去掉 \(option)。", en: "Add \(other), or leave out \(option).")
    case .secretNotReadable:
      Bilingual(
        zh: "请检查路径和权限；文件应是不超过 4 KiB 的文本。",
        en: "Check the path and its permissions; it should be text of 4 KiB at most.")
    case .secretOpenToOthers(let path):
      Bilingual(zh: "请运行 chmod 600 \(path)。", en: "Run chmod 600 \(path).")
    case .notALogin:
      Bilingual(zh: "请写两行：用户名，密码。", en: "Write two lines: the user name and the password.")
    case .notAHeader:
      Bilingual(
        zh: "请写一行，例如 Authorization: Bearer …。",
        en: "Write one line, as Authorization: Bearer ….")
    }
  }
}

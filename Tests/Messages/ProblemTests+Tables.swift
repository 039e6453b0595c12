import Delivery
import Messages

extension ProblemTests {
  static let messages: [(MessageProblem, String, String)] = [
    (
      .unknownTemplate("case.payed", nearest: "case.paid"),
      "MSG020 there is no text for the message “case.payed”. Did you mean “case.paid”?",
      "MSG020 没有名为“case.payed”的消息文本。是不是想写“case.paid”？"
    ),
    (
      .unknownTemplate("x", nearest: nil),
      "MSG020 there is no text for the message “x”. Add it to Procedures/messages.yaml.",
      "MSG020 没有名为“x”的消息文本。请在 Procedures/messages.yaml 中补上。"
    ),
    (
      .values("case.paid", missing: ["amount", "date"], unused: ["reason"]),
      """
      MSG021 the message “case.paid” lacks [amount, date] and does not tell [reason]. Give exactly \
      what the message declares under places.
      """,
      "MSG021 消息“case.paid”缺少 [amount、date]，多给了 [reason]。请只给这条消息在 places 里声明的内容。"
    ),
    (
      .keyOfAnother("k"),
      "MSG022 the key “k” was used for another message. Use another key for each message.",
      "MSG022 键“k”已用于另一条消息。请为每条消息用不同的键。"
    ),
    (
      .noCaseNumber("张三"),
      """
      MSG023 “张三” is no number of a case. It holds Latin letters, digits and hyphens, 40 at most.
      """,
      "MSG023 “张三”不是办件号。办件号只含英文字母、数字和连字符，最多 40 个。"
    ),
    (
      .notAnAddress(.mail),
      """
      MSG024 this is no mail address. Write it as name@example.cn, with Latin letters, digits and \
      common signs.
      """,
      "MSG024 这不是邮箱地址。请写成 name@example.cn，只用英文字母、数字和常用符号。"
    ),
    (
      .notAnAddress(.sms),
      """
      MSG024 this is no mobile telephone number. Write the 11 digits; begin a number from abroad \
      with + and the code of the country.
      """,
      "MSG024 这不是手机号码。请写 11 位手机号；境外号码以 + 和国家代码开头。"
    ),
    (
      .notYours, "MSG025 this inbox or address is not yours. Sign in with your own account.",
      "MSG025 这不是您的消息或联系方式。请用您自己的账户登录。"
    ),
    (
      .notGivenUp(7),
      """
      MSG026 sending 7 was not given up. What waits is tried again by itself; what was sent is not \
      sent again.
      """,
      "MSG026 第 7 条发送没有处于“已放弃”状态。等待中的会自动重试，已送出的不再发送。"
    ),
    (
      .notAnAdministrator,
      "MSG027 only an administrator may have it sent again. Ask an administrator.",
      "MSG027 只有系统管理员可以重新发送。请联系系统管理员。"
    ),
  ]

  static let failures: [(SendingFailure, String, String)] = [
    (
      .unreachable,
      """
      SND001 the server that sends cannot be reached, or answers too late. Check its address, port \
      and the network; it is tried again by itself.
      """,
      "SND001 连不上发送服务器，或没有及时应答。请检查服务器地址、端口和网络；系统会自动重试。"
    ),
    (
      .notSecure,
      """
      SND002 there is no trusted, encrypted connection to the server that sends. Check its \
      certificate and that it offers TLS; it is tried again by itself.
      """,
      "SND002 无法与发送服务器建立可信的加密连接。请检查服务器的证书和是否支持 TLS；系统会自动重试。"
    ),
    (
      .notLoggedIn(status: 535),
      """
      SND003 the server that sends refuses the sign-in (535). Check the file with the password; it \
      is tried again by itself.
      """,
      "SND003 发送服务器不接受登录信息（535）。请检查密码文件；系统会自动重试。"
    ),
    (
      .putOff(status: 451),
      """
      SND004 the server that sends does not take it now (451). Nothing need be done: it is tried \
      again by itself.
      """,
      "SND004 发送服务器暂时不收（451）。不必处理，系统会自动重试。"
    ),
    (
      .refused(status: 550),
      """
      SND005 the server that sends refuses it (550). Check the address with the person, and have it \
      sent again once it is right.
      """,
      "SND005 发送服务器拒收（550）。请与本人核对地址，改好后重新发送。"
    ),
    (
      .library(status: 27),
      """
      SND006 sending failed (curl 27). See the log of the service; once the cause is known it can \
      be sent again.
      """,
      "SND006 发送失败（curl 27）。请查看系统日志；查明后可以重新发送。"
    ),
    (
      .interrupted,
      """
      SND007 each attempt ended in the middle. See the log of the service; once the cause is known \
      it can be sent again.
      """,
      "SND007 每次发送都中途停止。请查看系统日志；查明后可以重新发送。"
    ),
    (
      .tooOld,
      """
      SND008 it waited too long to be still of use. The message is still in the inbox; have it sent \
      again where that is of use.
      """,
      "SND008 等待太久，已不宜发送。消息仍在站内信箱里；如仍有必要，可以重新发送。"
    ),
    (
      .sealed,
      """
      SND009 the address cannot be opened with the key of this office. Have the person enter the \
      address again.
      """,
      "SND009 地址无法用本办公库的密钥解开。请让本人重新填写地址。"
    ),
    (
      .noText,
      """
      SND010 the text of the message is gone. Add the text to Procedures/messages.yaml, then have \
      it sent again.
      """,
      "SND010 消息文本已不存在。请在 Procedures/messages.yaml 中补上文本后重新发送。"
    ),
  ]

  static let deliveries: [(DeliveryProblem, String, String)] = [
    (
      .notAMailServer("a"),
      """
      DLV001 “a” is no address of a mail server. Write smtp://host:587 or smtps://host:465, without \
      a user name or a path.
      """,
      "DLV001 “a”不是邮件服务器地址。请写成 smtp://主机:587 或 smtps://主机:465，不带用户名和路径。"
    ),
    (
      .notASender("a"),
      """
      DLV002 “a” is no sender of mail. Write notice@example.cn or “name <notice@example.cn>”.
      """,
      "DLV002 “a”不是发件人。请写成 notice@example.cn 或“名称 <notice@example.cn>”。"
    ),
    (
      .notAGateway("a"),
      """
      DLV003 “a” is no address of a gateway for SMS. Write https://host/path, without a user name.
      """,
      "DLV003 “a”不是短信网关地址。请写成 https://主机/路径，不带用户名。"
    ),
    (
      .gatewayInClear("http://a"),
      """
      DLV004 “http://a” is not encrypted and not on this machine. Use https; only 127.0.0.1 may do \
      without.
      """,
      "DLV004 “http://a”不加密，又不在本机。请改用 https；只有 127.0.0.1 可以用 http。"
    ),
    (
      .alone("--smtp", needs: "--mail-from"),
      "DLV005 --smtp stands without --mail-from. Add --mail-from, or leave out --smtp.",
      "DLV005 只写了 --smtp，没有 --mail-from。请补上 --mail-from，或去掉 --smtp。"
    ),
    (
      .secretNotReadable(path: "a"),
      """
      DLV006 a cannot be read. Check the path and its permissions; it should be text of 4 KiB at \
      most.
      """,
      "DLV006 无法读取 a。请检查路径和权限；文件应是不超过 4 KiB 的文本。"
    ),
    (
      .secretOpenToOthers(path: "a"),
      "DLV007 others can read or change a. Run chmod 600 a.",
      "DLV007 a 其他用户也能读写。请运行 chmod 600 a。"
    ),
    (
      .notALogin(path: "a"),
      """
      DLV008 a does not hold a user name and a password. Write two lines: the user name and the \
      password.
      """,
      "DLV008 a 里不是用户名和密码。请写两行：用户名，密码。"
    ),
    (
      .notAHeader(path: "a"),
      """
      DLV009 a does not hold one header of HTTP. Write one line, as Authorization: Bearer ….
      """,
      "DLV009 a 里不是一个 HTTP 头。请写一行，例如 Authorization: Bearer …。"
    ),
  ]
}

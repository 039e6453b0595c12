import Core

// What can be wrong with where the service is to be reached.

extension ListenError {
  static func malformed(_ text: String) -> ListenError {
    ListenError(
      "HTTP001",
      message: Bilingual(
        zh: "监听地址“\(text)”写得不对。", en: "“\(text)” is not an address to listen on."),
      advice: Bilingual(
        zh: "请写成“地址:端口”，端口为 0 到 65535，例如 127.0.0.1:8080。",
        en: "Write address:port with a port from 0 to 65535, for example 127.0.0.1:8080."))
  }

  static func notLoopback(_ host: String) -> ListenError {
    ListenError(
      "HTTP002",
      message: Bilingual(
        zh: "不能在“\(host)”上监听：网站没有登录功能，别的机器一旦连上就能看到个人信息。",
        en: "Refused to listen on “\(host)”: the site has no sign-in, so any machine that "
          + "reached it would see personal data."),
      advice: Bilingual(
        zh: "请使用本机地址，例如 127.0.0.1:8080。",
        en: "Use an address of this machine alone, for example 127.0.0.1:8080."))
  }

  static func badHostName(_ name: String) -> ListenError {
    ListenError(
      "HTTP007",
      message: Bilingual(zh: "“\(name)”不是主机名。", en: "“\(name)” is not a host name."),
      advice: Bilingual(
        zh: "请写浏览器地址栏里的主机名，不带 https:// 和端口，例如 rencai.example.cn；中文域名写成 xn-- 形式。",
        en: "Write the name as it stands in the browser's address, without https:// and port, for "
          + "example rencai.example.cn; names in other scripts in their xn-- form."))
  }

  static func noHostNames(_ address: ListenAddress) -> ListenError {
    ListenError(
      "HTTP008",
      message: Bilingual(
        zh: "在 \(address) 上监听，却没有给出对外的主机名。",
        en: "Asked to listen on \(address), but under no public host name."),
      advice: Bilingual(
        zh: "请用 --host 写明用户打开网站所用的主机名，例如 --host rencai.example.cn。",
        en: "Name the host under which people open the site, for example --host rencai.example.cn.")
    )
  }

  /// The names are public, and there is no sign-in.
  package static func publicWithoutSignIn(_ name: String) -> ListenError {
    ListenError(
      "HTTP009",
      message: Bilingual(
        zh: "不能以“\(name)”对外提供：网站没有登录功能，别的机器一旦连上就能看到个人信息。",
        en: "Refused to serve under “\(name)”: the site has no sign-in, so any machine that "
          + "reached it would see personal data."),
      advice: Bilingual(
        zh: "请去掉 --host，只在本机使用。", en: "Leave --host away, and use it on this machine alone."))
  }

  static func badProxy(_ text: String) -> ListenError {
    ListenError(
      "HTTP010",
      message: Bilingual(
        zh: "“\(text)”不是反向代理的地址。", en: "“\(text)” is not the address of a reverse proxy."),
      advice: Bilingual(
        zh: "请写反向代理连接本服务时所用的 IP 地址，例如 127.0.0.1；不能写主机名或网段。",
        en:
          "Write the IP address from which the proxy connects, for example 127.0.0.1; no host name "
          + "and no range."))
  }
}

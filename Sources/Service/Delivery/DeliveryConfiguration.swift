package import Messages

/// How letters leave the service: checked when it is made, so that `serve` refuses to start with
/// what could not work or would not be safe.
package struct DeliveryConfiguration: Sendable {
  /// One for each channel that is set up.
  package let senders: [any Sender]

  /// What somebody may say on the command line of `serve`.
  package struct Options: Sendable {
    /// `--smtp smtp://host:587`
    package var mailServer: String?
    /// `--mail-from '办事通知 <notice@example.cn>'`
    package var mailFrom: String?
    /// `--smtp-login FILE`: the user name and the password, each on a line of its own.
    package var mailLogin: String?
    /// `--sms https://host/path`
    package var gateway: String?
    /// `--sms-header FILE`: one line, `Authorization: Bearer …`.
    package var gatewayHeader: String?
    /// `--authorities FILE`: certificates (PEM) to trust in place of the system's.
    package var authorities: String?

    package init() {}
  }

  /// - Parameter options: what was said; what was not leaves its channel out.
  /// - Throws: `DeliveryProblem`.
  package init(_ options: Options) throws(DeliveryProblem) {
    var senders: [any Sender] = []
    if let mail = try Self.mail(options) { senders.append(mail) }
    if let hook = try Self.hook(options) { senders.append(hook) }
    self.senders = senders
  }

  private static func mail(_ options: Options) throws(DeliveryProblem) -> SMTPSender? {
    guard let text = options.mailServer else {
      guard options.mailFrom == nil, options.mailLogin == nil else {
        throw .alone("--mail-from / --smtp-login", needs: "--smtp")
      }
      return nil
    }
    let server = try ServerAddress.mail(text)
    guard let from = options.mailFrom else { throw .alone("--smtp", needs: "--mail-from") }
    return try SMTPSender(
      server, from: Mailbox(from), login: login(options.mailLogin),
      authorities: options.authorities)
  }

  private static func login(_ path: String?) throws(DeliveryProblem) -> SMTPSender.Login? {
    guard let path else { return nil }
    let lines = try PrivateFile.lines(path)
    guard lines.count == 2 else { throw .notALogin(path: path) }
    return SMTPSender.Login(user: lines[0], password: lines[1])
  }

  private static func hook(_ options: Options) throws(DeliveryProblem) -> HookSender? {
    guard let text = options.gateway else {
      guard options.gatewayHeader == nil else { throw .alone("--sms-header", needs: "--sms") }
      return nil
    }
    return try HookSender(
      ServerAddress.hook(text), header: header(options.gatewayHeader),
      authorities: options.authorities)
  }

  private static func header(_ path: String?) throws(DeliveryProblem) -> String? {
    guard let path else { return nil }
    let lines = try PrivateFile.lines(path)
    guard lines.count == 1, let line = lines.first, isHeader(line) else {
      throw .notAHeader(path: path)
    }
    return line
  }

  /// A name of letters, digits and hyphens, a colon, and a value of printable ASCII.
  private static func isHeader(_ line: String) -> Bool {
    let parts = line.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, line.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      return false
    }
    return parts[0].allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      && parts[1].contains { $0 != " " }
  }
}

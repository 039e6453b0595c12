import CCurl
package import Messages

/// Hands mail to a server of SMTP (RFC 5321). TLS is required, with a certificate that holds for the
/// server's name, by STARTTLS (`smtp://`) or from the start (`smtps://`); only a server on this
/// machine is spoken to in clear.
package struct SMTPSender: Sender {
  package let channel = Channel.mail
  package let patience: Int64
  let server: ServerAddress
  let from: Mailbox
  let login: Login?
  let authorities: String?
  /// Names and the addresses to take for them, `name:port:address`, in place of asking for them.
  let resolve: [String]

  /// A user name and a password.
  struct Login: Sendable {
    let user: String
    let password: String
  }

  init(
    _ server: ServerAddress, from: Mailbox, login: Login? = nil, authorities: String? = nil,
    patience: Int64 = 60, resolve: [String] = []
  ) {
    self.server = server
    self.from = from
    self.login = login
    self.authorities = authorities
    self.patience = patience
    self.resolve = resolve
  }

  package func send(_ letter: Letter) throws(SendingFailure) {
    // The path is what the client calls itself.
    var transfer = try Transfer(
      "\(server.text)/\(from.domain)", protocols: "smtp,smtps",
      body: MailText.bytes(of: letter, from: from), seconds: patience)
    transfer.set(CURLOPT_MAIL_FROM, "<\(from.address.text)>")
    transfer.set(CURLOPT_MAIL_RCPT, ["<\(letter.address.text)>"])
    let isInClear = server.isLoopback && server.scheme == "smtp"
    transfer.set(CURLOPT_USE_SSL, Int((isInClear ? CURLUSESSL_NONE : CURLUSESSL_ALL).rawValue))
    if let authorities { transfer.set(CURLOPT_CAINFO, authorities) }
    if let login {
      transfer.set(CURLOPT_USERNAME, login.user)
      transfer.set(CURLOPT_PASSWORD, login.password)
    }
    if !resolve.isEmpty { transfer.set(CURLOPT_RESOLVE, resolve) }
    if let failure = Self.failure(transfer.perform()) { throw failure }
  }

  private static func failure(_ outcome: Transfer.Outcome) -> SendingFailure? {
    if outcome.code == CURLE_OK { return nil }
    if let failure = outcome.connectionFailure { return failure }
    switch outcome.status {
    // RFC 4954, section 6: about signing in, not about the letter.
    case 530, 534, 535, 538: return .notLoggedIn(status: outcome.status)
    case 400...499: return .putOff(status: outcome.status)
    case 500...599: return .refused(status: outcome.status)
    default: return outcome.otherFailure
    }
  }
}

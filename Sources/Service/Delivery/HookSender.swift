import Core
import CCurl
import JSONText
package import Messages

/// Hands short messages to a gateway by HTTP: a POST of one JSON object with `id`, `to`, `text` and
/// `language`. Any answer of 200 to 299 says that it was taken; redirections are not followed.
/// `id`, also in the header `Idempotency-Key`, is the same each time a letter is tried.
package struct HookSender: Sender {
  package let channel = Channel.sms
  package let patience: Int64
  let gateway: ServerAddress
  /// `Authorization: Bearer …`, or what the gateway asks for.
  let header: String?
  let authorities: String?

  init(
    _ gateway: ServerAddress, header: String? = nil, authorities: String? = nil,
    patience: Int64 = 30
  ) {
    self.gateway = gateway
    self.header = header
    self.authorities = authorities
    self.patience = patience
  }

  package func send(_ letter: Letter) throws(SendingFailure) {
    var transfer = try Transfer(
      gateway.text, protocols: "http,https", body: Self.body(letter), seconds: patience)
    transfer.set(CURLOPT_CUSTOMREQUEST, "POST")
    // An upload would announce itself with "Expect", and wait.
    let headers = [
      "Content-Type: application/json", "Idempotency-Key: \(letter.id)", "Expect:",
      "User-Agent: gongjiang",
    ]
    transfer.set(CURLOPT_HTTPHEADER, headers + [header].compactMap(\.self))
    if let authorities { transfer.set(CURLOPT_CAINFO, authorities) }
    if let failure = Self.failure(transfer.perform()) { throw failure }
  }

  private static func body(_ letter: Letter) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("id", letter.id)
      writer.member("to", letter.address.text)
      writer.member("text", letter.text)
      writer.member("language", letter.language.rawValue)
    }
    return writer.bytes
  }

  private static func failure(_ outcome: Transfer.Outcome) -> SendingFailure? {
    if let failure = outcome.connectionFailure ?? outcome.otherFailure { return failure }
    switch outcome.status {
    case 200...299: return nil
    case 401, 403, 407: return .notLoggedIn(status: outcome.status)
    // What the gateway says of this message; all else can be mended on one side or the other.
    case 400, 422: return .refused(status: outcome.status)
    default: return .putOff(status: outcome.status)
    }
  }
}

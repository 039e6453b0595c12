import Messages

/// Who mail is from: `notice@example.cn`, or with a name before it, `办事通知 <notice@example.cn>`.
struct Mailbox: Sendable, Equatable {
  let name: String?
  let address: Address

  init(_ text: String) throws(DeliveryProblem) {
    var name: Substring?
    var rest = text[...]
    if text.hasSuffix(">"), let open = text.lastIndex(of: "<") {
      name = text[..<open]
      rest = text[open...].dropFirst().dropLast()
    }
    do { address = try Address(String(rest), for: .mail) } catch { throw .notASender(text) }
    let words = name?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.name = words.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What stands behind the sign of the address.
  var domain: Substring { address.text.split(separator: "@").last ?? "" }
}

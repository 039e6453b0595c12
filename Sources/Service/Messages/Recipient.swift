package import Office

/// Whose inbox a message goes to.
package enum Recipient: Sendable, Hashable {
  /// An account, by its number: what concerns the account itself.
  case account(Int64)
  /// A person or an organisation of the registry, whoever signs in for it.
  case party(String)

  /// As stored: `account/17`, `party/p1`.
  package var text: String {
    switch self {
    case .account(let number): "account/\(number)"
    case .party(let id): "party/\(id)"
    }
  }

  /// Reads what was stored.
  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "account":
      guard let number = Int64(parts[1]) else { return nil }
      self = .account(number)
    case "party": self = .party(String(parts[1]))
    default: return nil
    }
  }

  /// The inboxes that somebody may open: of the account, of the person, and of the organisations
  /// they speak for.
  package static func all(of actor: Actor) -> [Recipient] {
    var recipients = [Recipient.account(actor.user)]
    for party in [actor.party].compactMap(\.self) + actor.organisations
    where !recipients.contains(.party(party)) {
      recipients.append(.party(party))
    }
    return recipients
  }

  /// The party, where it is one.
  var party: String? { if case .party(let id) = self { id } else { nil } }
}

/// Where a request is answered. Each of the server's threads serves many connections, and whatever
/// holds it up holds up all of them: only what is answered from memory and short queries stays there.
package enum Lane: Sendable {
  /// By the thread that serves the connection.
  case here
  /// By a thread beside it, while the connection waits: what writes, and so waits for the disk, and
  /// what may take some hundredths of a second to work out.
  case aside
  /// As `aside`, by threads of its own: signing in takes a tenth of a second of a core each, and a
  /// crowd at the door shall not stand in the way of those who work inside.
  case door

  /// What only reads is answered at once, everything else aside (RFC 9110, 9.2.1).
  package init(of method: Method) {
    switch method {
    case .get, .head: self = .here
    default: self = .aside
    }
  }
}

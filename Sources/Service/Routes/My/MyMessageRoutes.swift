import Bureau
import Core
import HTTP
import Messages
import Office
import Pages
import Store

/// The inbox of whoever has signed in, with those of all they act for.
struct MyMessageRoutes: Sendable {
  let desk: Desk
  private static let pageSize = 25

  private var messages: Messages { desk.bureau.messages }

  func list(_ request: SignedRequest) throws -> Response {
    try request.note("message.list", "account", "\(request.actor.user)")
    let found = try desk.bureau.office.read { connection in
      try messages.inbox(
        of: request.actor, before: request.position, limit: Self.pageSize, connection)
    }
    let lines = found.map { message in
      MyMessageLine(
        number: message.number, title: messages.texts.words(of: message).title,
        moment: message.moment.text, isUnread: message.isUnread)
    }
    let next =
      found.count == Self.pageSize ? found.last.map { "my/messages?before=\($0.number)" } : nil
    return Response(
      myMessagesPage(request.place, try frame(request), lines, next: next, request.form(key: nil)))
  }

  /// Shows one message, which counts as read from then on.
  func message(_ request: SignedRequest) throws -> Response {
    guard let number = Int64(request.parameter("number")) else { throw Refusal.notFound }
    try request.note("message.see", "message", "\(number)")
    do {
      let message = try desk.bureau.office.write { connection in
        let message = try messages.message(number, of: request.actor, connection)
        if let signer = request.firstSigner {
          try messages.markRead(number, by: signer, connection)
        }
        return message
      }
      let words = messages.texts.words(of: message)
      return Response(
        myMessagePage(
          request.place, try frame(request), title: words.title, body: words.body,
          moment: message.moment.text, case: message.case?.text))
    } catch MessageProblem.notYours {
      throw Refusal.notFound
    }
  }

  func readAll(_ request: SignedRequest) throws -> Response {
    let fields = try request.form().fields
    if let newest = fields["newest"].flatMap(Int64.init), let signer = request.firstSigner {
      _ = try desk.bureau.office.write { connection in
        try messages.markAllRead(upTo: newest, by: signer, connection)
      }
    }
    return .seeOther(request.place.link("my/messages"))
  }

  private func frame(_ request: SignedRequest) throws -> MyFrame {
    guard let party = request.parties.first else {
      return MyFrame(name: request.actor.name, query: "", isOrganisation: false)
    }
    guard request.parties.count == 1 else {
      // One inbox for all of them.
      return MyFrame(name: request.actor.name, query: "", isOrganisation: false)
    }
    return try desk.frame(party, request)
  }
}

extension SignedRequest {
  /// The reader in the first of their roles; `nil` where they have none.
  var firstSigner: Signer? {
    actor.grants.first.flatMap { Signer(actor, as: $0.role) }
  }
}

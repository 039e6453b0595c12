import Bureau
import Core
import Demonstration
import HTTP
import Messages
import Office
import Pages
import People

/// What pages behind the sign-in work with.
struct Desk: Sendable {
  let bureau: Bureau
  let model: ServiceModel
  /// Told of what went wrong, for whoever runs the service.
  let report: @Sendable (any Error) -> Void
  /// What the sign-in of a demonstration tells everybody.
  let demonstration: Demonstration?

  /// The name of the cookie that holds the token of a session.
  static let cookie = "session"

  /// Whose request it is; `nil` without a session, or with one that is over.
  ///
  /// - Throws: `StoreError`.
  func signed(_ request: Request) throws -> Signed? {
    try bureau.people.signed(request.cookie(Desk.cookie))
  }

  /// Whom the frame of a page shows.
  ///
  /// - Throws: `StoreError`.
  func reader(_ signed: Signed) throws -> Reader {
    guard signed.stage == .full else { return .visitor }
    let unread = try bureau.office.read { try bureau.messages.unread(of: signed.actor, $0) }
    let items = DeskItem.allCases.filter { $0.roles.contains(where: signed.actor.holds) }
    return .signedIn(name: signed.actor.name, unread: unread, desk: items)
  }
}

package import Bureau
import Core
import HTTP
import Office
import Pages
import People

/// What pages behind the sign-in work with.
package struct Desk: Sendable {
  package let bureau: Bureau
  let model: ServiceModel
  /// Told of what went wrong, for whoever runs the service.
  let report: @Sendable (any Error) -> Void

  /// The name of the cookie that holds the token of a session.
  static let cookie = "session"

  /// Whose request it is; `nil` without a session, or with one that is over.
  ///
  /// - Throws: `StoreError`.
  func signed(_ request: Request) throws -> Signed? {
    try bureau.people.signed(request.cookie(Desk.cookie))
  }
}

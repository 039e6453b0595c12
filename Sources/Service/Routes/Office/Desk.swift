import Bureau
import Core
import HTTP
import Office
import Pages
import People

/// What pages behind the sign-in work with.
struct Desk: Sendable {
  let bureau: Bureau
  let model: ServiceModel
  /// Told of what went wrong, for whoever runs the service.
  let report: @Sendable (any Error) -> Void

  /// - Parameter model: what is served; without a bureau there is no desk.
  init?(_ model: ServiceModel) {
    guard let bureau = model.bureau else { return nil }
    self.bureau = bureau
    self.model = model
    if let served = model.registry { report = served.report } else { report = { _ in } }
  }

  /// The name of the cookie that holds the token of a session.
  static let cookie = "session"

  /// Whose request it is; `nil` without a session, or with one that is over.
  ///
  /// - Throws: `StoreError`.
  func signed(_ request: Request) throws -> Signed? {
    try bureau.people.signed(request.cookie(Desk.cookie))
  }
}

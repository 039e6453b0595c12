import Bureau
import Core
import HTTP
import Office
import Pages
import People
import Store

/// A request of somebody who has signed in in full.
struct SignedRequest: Sendable {
  let request: Request
  let signed: Signed
  let place: PageLocation
  let desk: Desk

  var actor: Actor { signed.actor }
  var bureau: Bureau { desk.bureau }

  /// The actor in one of these roles: the first that they hold.
  ///
  /// - Throws: a refusal where they hold none of them.
  func signer(_ roles: Role...) throws(Refusal) -> Signer {
    for role in roles {
      if let signer = Signer(actor, as: role) { return signer }
    }
    throw SignedRequest.notForYou
  }

  /// The form that was sent, which carries the mark of this session.
  ///
  /// - Throws: a refusal for a malformed form; `PeopleProblem.foreignForm`.
  func form() throws -> Form {
    let form = try request.form()
    try signed.check(csrf: form.fields[SignedForm.mark])
    return form
  }

  /// A hole of the path.
  func parameter(_ name: String) -> String { request.parameters[name] ?? "" }

  /// Adds to the trail that somebody has looked at something.
  ///
  /// - Parameters:
  ///   - action: a room and a verb, `case.see`.
  ///   - kind: of what was looked at.
  ///   - object: its id.
  ///   - party: whom it concerns.
  ///   - detail: names and values, without personal data beyond need.
  /// - Throws: `StoreError`, `CryptographyFailure`.
  func note(
    _ action: String, _ kind: String, _ object: String, party: String? = nil,
    detail: [String: String] = [:]
  ) throws {
    let signer = Signer(forThemselves: actor)
    try bureau.office.write { connection in
      try AuditTrail.append(
        AuditEntry(signer, action, kind, object, party: party, detail: detail),
        at: bureau.clock.now(), connection)
    }
  }

  static let notForYou = Refusal(
    .forbidden, message: Bilingual(zh: "这一页不对您的角色开放。", en: "This page is not for your role."),
    advice: Bilingual(
      zh: "“我的账户”里列着您能办的事。", en: "“My account” lists what you can do."))
}

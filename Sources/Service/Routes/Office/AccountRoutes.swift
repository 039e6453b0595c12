import Bureau
import Core
import HTTP
import Messages
import Office
import Pages
import People

/// Somebody's own account.
struct AccountRoutes: Sendable {
  func page(_ visit: SignedRequest) throws -> Response {
    try page(visit, errors: [])
  }

  private func page(
    _ visit: SignedRequest, errors: [FormError], status: Status = .ok
  ) throws -> Response {
    let place = PageLocation(visit.place.language, "account")
    return Response(
      accountPage(place, try AccountReader(visit).view(), visit.plainForm, errors: errors),
      status: status)
  }

  /// Ends one session that somebody picked, or all of them.
  func endSessions(_ visit: SignedRequest) throws -> Response {
    let fields = try visit.form().fields
    guard fields["do"] != "end-all" else {
      try visit.bureau.people.signOutEverywhere(visit.signed)
      return .signedOut(visit)
    }
    try visit.bureau.people.endSession(fields["session"] ?? "", by: visit.signed)
    return .seeOther(visit.place.link("account"))
  }

  /// Keeps or forgets an address of oneself or of an organisation one speaks for.
  func setContact(_ visit: SignedRequest) throws -> Response {
    let fields = try visit.form().fields
    let chosen = fields["recipient"] ?? ""
    let group = AccountReader.recipients(of: visit.actor).first { $0.name == chosen }
    guard let group, let channel = fields["channel"].flatMap(Channel.init) else {
      throw MessageProblem.notYours
    }
    let messages = visit.bureau.messages
    let signer = Signer(forThemselves: visit.actor)
    let field = AccountView.addressField(channel.rawValue, of: chosen)
    if fields["do"] == "remove" {
      try visit.bureau.office.write { connection in
        for recipient in group.recipients {
          try messages.removeContact(channel, of: recipient, by: signer, connection)
        }
      }
      return .seeOther(visit.place.link("account"))
    }
    let address: Address
    do throws(MessageProblem) {
      address = try Address(fields[field] ?? "", for: channel)
    } catch {
      let message = visit.place(error.sentence.capitalised)
      return try page(
        visit, errors: [FormError(field: field, message: message)], status: .unprocessableContent)
    }
    try visit.bureau.office.write { connection in
      for recipient in group.recipients {
        try messages.setContact(
          address, of: recipient, language: visit.signed.language, by: signer, connection)
      }
    }
    return .seeOther(visit.place.link("account"))
  }

  func setLanguage(_ visit: SignedRequest) throws -> Response {
    let chosen = try visit.form().fields["language"].flatMap(Language.init)
    if let chosen {
      try visit.bureau.office.write { connection in
        try visit.bureau.people.setLanguage(chosen, of: visit.signed, connection)
      }
    }
    return .seeOther(visit.place.link("account"))
  }
}

extension SignedRequest {
  /// Forms of this session that may be sent twice without harm.
  var plainForm: SignedForm { SignedForm(csrf: signed.csrf) }
}

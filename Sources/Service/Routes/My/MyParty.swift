import Bureau
import Casework
import Core
import HTTP
import Office
import Pages

/// Whom somebody acts for on the pages of those who receive: themselves, or an organisation.
struct MyParty: Sendable {
  /// The id in the registry.
  let id: String
  /// The reader, in the role that lets them.
  let signer: Signer

  var isOrganisation: Bool { signer.role != .worker }
}

extension SignedRequest {
  /// Roles that the pages are for.
  static let receivers: [Role] = [.worker, .enterpriseAgent, .institutionAgent]

  /// Everybody whom the reader may act for, themselves first.
  var parties: [MyParty] {
    var parties: [MyParty] = []
    if let own = actor.party, let signer = Signer(actor, as: .worker) {
      parties.append(MyParty(id: own, signer: signer))
    }
    for grant in actor.grants where [.enterpriseAgent, .institutionAgent].contains(grant.role) {
      guard let organisation = grant.organisation,
        !parties.contains(where: { $0.id == organisation }),
        let signer = Signer(actor, as: grant.role)
      else { continue }
      parties.append(MyParty(id: organisation, signer: signer))
    }
    return parties
  }

  /// The party that the address names, or the only one.
  ///
  /// - Parameter organisations: whether it has to be an organisation.
  /// - Returns: `nil` where the reader has to choose one of several.
  /// - Throws: a refusal for a party that is not theirs, as for one there is not, and where there is
  ///   none.
  func chosenParty(organisations: Bool = false) throws(Refusal) -> MyParty? {
    guard !parties.isEmpty else { throw SignedRequest.nobodyYet }
    let parties = parties.filter { $0.isOrganisation || !organisations }
    if let named = request.query[MyApplyField.party] {
      guard let party = parties.first(where: { $0.id == named }) else { throw .notFound }
      return party
    }
    guard !parties.isEmpty else { throw .notFound }
    return parties.count == 1 ? parties[0] : nil
  }

  /// The same where a form was sent, which names it.
  func party(organisations: Bool = false) throws(Refusal) -> MyParty {
    guard let party = try chosenParty(organisations: organisations) else {
      throw SignedRequest.mustChoose
    }
    return party
  }

  /// The party of a case, where it is the reader's own or one they act for. Of any other case they
  /// are not told that there is one.
  func party(of record: CaseRecord) throws(Refusal) -> MyParty {
    guard let party = parties.first(where: { $0.id == record.entitlement.party }) else {
      throw .notFound
    }
    return party
  }

  private static let nobodyYet = Refusal(
    .forbidden,
    message: Bilingual(
      zh: "您的账户还没有对应到登记的人或单位。",
      en: "Your account is not linked to a person or an organisation of the registry yet."),
    advice: Bilingual(
      zh: "请带身份证到受理窗口，由工作人员核对后关联。",
      en: "Bring your identity card to the counter, where it is checked and linked."))

  private static let mustChoose = Refusal(
    .badRequest,
    message: Bilingual(zh: "没有说明是谁的事。", en: "It is not said whose matter it is."),
    advice: Bilingual(
      zh: "请从“我的待遇和办件”选一个。", en: "Begin at “My benefits and cases” and choose."))
}

extension Desk {
  /// Whose pages a reader is on, for the frame around them.
  func frame(_ party: MyParty, _ request: SignedRequest) throws -> MyFrame {
    let query = request.parties.count > 1 ? "?" + Desk.query(party) : ""
    return MyFrame(
      name: try bureau.names(of: [party.id])[party.id] ?? party.id, query: query,
      isOrganisation: party.isOrganisation)
  }

  /// Answers for the party that somebody acts for; who acts for several is asked for whom, and comes
  /// back to the same page.
  ///
  /// - Parameters:
  ///   - request: names it, or not.
  ///   - organisations: whether it has to be an organisation.
  ///   - body: answers.
  /// - Returns: the page, or the question.
  /// - Throws: what `chosenParty` and `body` throw.
  func choosing(
    _ request: SignedRequest, organisations: Bool = false, _ body: (MyParty) throws -> Response
  ) throws -> Response {
    if let party = try request.chosenParty(organisations: organisations) {
      return try body(party)
    }
    try request.note("case.list", "party", "choice")
    let parties = request.parties.filter { $0.isOrganisation || !organisations }
    let names = try bureau.names(of: parties.map(\.id))
    return Response(
      myChoicePage(
        request.place,
        parties.map { party in
          (
            request.place.path + "?" + Desk.query(party), names[party.id] ?? party.id,
            party.isOrganisation
          )
        }))
  }

  /// Names a party in an address.
  static func query(_ party: MyParty, _ more: (name: String, value: String)...) -> String {
    FormFields([(name: MyApplyField.party, value: party.id)] + more).urlEncoded
  }
}

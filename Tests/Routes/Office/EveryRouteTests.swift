import BankFiles
import Bureau
import Casework
import Core
import Determinations
import HTTP
import Messages
import Office
import OfficeSupport
import Payout
import People
import Store
import Testing

@testable import Routes

/// Every route of a site with a sign-in: what is not for all is for nobody without a session, no form
/// is taken without its mark, and nobody looks at people without leaving an entry in the trail.
@Suite struct EveryRouteTests {
  private let city: SignedSite
  private let routes: [(method: Method, pattern: String)]

  init() throws {
    city = try SignedSite()
    routes = city.site.listing
  }

  /// What anybody sees: documents, calculations with what one enters oneself, figures of many
  /// people, and the way in. Below the language; `*` stands for what follows.
  private static let publicRoutes = [
    "/", "/assets/*", "/originals/*", "", "policies/*", "check/*", "facts/", "scores/*", "overview",
    "sign-in", "notices/", "notices/{number}",
    // Whoever knows the code has seen the paper.
    "/verify/{code}", "verify", "verify/{code}",
  ]

  /// What shows and changes nothing but what belongs to the session of whoever asks.
  private static let ownRoutes = [
    "sign-in/code", "sign-in/enrol", "sign-in/password", "account",
    // What one has begun oneself, by the numbers of cases that were seen before.
    "desk/bulk/*",
    // What one has delegated oneself.
    "my/agents/{grant}",
  ]

  /// Pages of a case that lead back to it where it is not the party's turn for them.
  private static let turnRoutes = ["my/cases/*"]

  /// Names people, although it lies below something that is for all.
  private static let exceptions = ["/ranking"]

  private static func isPublic(_ pattern: String) -> Bool {
    guard !exceptions.contains(where: pattern.hasSuffix) else { return false }
    return matches(pattern, publicRoutes)
  }

  private static func matches(_ pattern: String, _ list: [String]) -> Bool {
    let below = Language.allCases.map { "/\($0.rawValue)" }
    let paths =
      [pattern]
      + below.compactMap { root in
        pattern == root ? "" : pattern.hasPrefix(root + "/") ? String(pattern.dropFirst(4)) : nil
      }
    return list.contains { entry in
      paths.contains { path in
        entry.hasSuffix("*") ? path.hasPrefix(entry.dropLast()) : path == entry
      }
    }
  }

  /// A path with something that there is in each hole of its pattern.
  private func path(_ pattern: String, _ samples: [String: String]) throws -> String {
    var path = pattern
    for (hole, value) in samples.sorted(by: { $0.key.count > $1.key.count }) {
      path = path.replacing(hole, with: value)
    }
    try #require(!path.contains("{"), "name something that there is for \(pattern)")
    return path
  }

  /// What stands in holes: by the part of a pattern before and with them, the longest first.
  private func samples() throws -> [String: String] {
    let account = try city.account("sample", [Grant(.worker)], party: "p2")
    let grant = try city.bureau.office.read { connection in
      try city.bureau.people.grants(of: account, connection).first?.number
    }
    let work = try work()
    return [
      "desk/bulk/{key}": "desk/bulk/none",
      "desk/cases/{number}": "desk/cases/\(work.number)",
      "desk/payments/{batch}": "desk/payments/\(work.batch)",
      "cases/{number}": "cases/\(work.number)", "files/{file}": "files/\(work.file)",
      "steps/{step}": "steps/withdraw", "done/{step}": "done/withdraw",
      "scores/{part}": "scores/1", "my/agents/{grant}": "my/agents/\(work.grant)",
      "my/messages/{number}": "my/messages/\(work.message)",
      "notices/{number}": "notices/N2025-1",
      "parties/{id}/notice": "parties/p1/notice",
      "parties/{id}/determinations/{number}": "parties/p1/determinations/\(try stored())",
      "parties/{id}": "parties/e1",
      "administration/accounts/{number}":
        "administration/accounts/\(account)",
      "administration/grants/{number}": "administration/grants/\(grant ?? 0)",
    ]
  }

  /// The number of a stored determination of a worker.
  private func stored() throws -> Int64 {
    let (store, rules) = (city.bureau.determinations, city.bureau.rules)
    let day = try #require(CivilDate("2025-04-24"))
    _ = try DeterminationRunner(store, rules, on: day).all()
    return try #require(try store.stored(of: "p1").first).number
  }

  /// A draft with a file, a batch, a message, and an agent to whom another has delegated.
  private func work() throws -> (
    number: String, file: Int64, batch: Int64, message: Int64, grant: Int64
  ) {
    let worker = try Signer.make(.worker, 900, region: nil, party: "p1")
    let cashier = try Signer.make(.financeOfficer, 901)
    let until = try #require(CivilDate("2025-12-31"))
    let deputy = try city.account("deputy", party: "p3")
    let agent = try city.account("agent", [Grant(.enterpriseAgent, organisation: "e1")])
    let signer = try #require(
      Signer(
        Actor(
          user: agent, name: "agent", grants: [Grant(.enterpriseAgent, organisation: "e1")]),
        as: .enterpriseAgent))
    let bureau = city.bureau
    return try bureau.office.write { connection in
      let record = try bureau.casework.open(
        CaseProposal(
          procedure: "application-with-evidence",
          entitlement: Entitlement(
            benefit: "wenzhou-2018-242/skill-upgrade", owner: "p1", party: "p1", subject: "c1"),
          partyName: "寅卯辰", region: "330302", amount: 300_000,
          basis: CaseRecord.Basis(on: until, plan: "", change: 1), determination: "{}"),
        by: worker, connection)
      let file = try bureau.casework.attach(
        "a.pdf", Array("%PDF-".utf8), to: record.number, by: worker, connection)
      let batch = try bureau.payout.draft(
        region: "330300",
        payer: BankAccount(name: "市财政局", number: "3300000000001", bank: "甲银行"), day: until,
        key: "sample", by: cashier, connection)
      let message = try bureau.messages.send(
        "case.closed", to: .party("p1"), values: MessageValues(benefit: Bilingual("x")),
        about: CaseNumber(record.number), key: "sample", connection)
      let grant = try bureau.people.delegate(
        "e1", to: deputy, lastDay: until, by: signer, connection)
      return (record.number, file.key, batch, message, grant)
    }
  }

  /// Somebody who may do everything that anybody may do.
  private func holder() throws -> String {
    let grants = Role.allCases.filter { $0 != .system }.map { role in
      let isAgent = [.enterpriseAgent, .institutionAgent].contains(role)
      return Grant(role, organisation: isAgent ? "e1" : nil)
    }
    return try city.session("everything", grants, party: "p1")
  }

  private func answer(_ method: Method, _ path: String, token: String? = nil) throws -> Response {
    var headers: Headers = ["Content-Type": "application/x-www-form-urlencoded"]
    headers["Cookie"] = token.map { "session=\($0)" }
    return city.site.respond(to: try Request(method, path, headers: headers))
  }

  @Test("without a session whatever is not for all leads to the sign-in, and does nothing")
  func strangers() throws {
    let samples = try samples()
    let before = try city.trail().count
    var walked = 0
    for route in routes where !Self.isPublic(route.pattern) {
      let response = try answer(route.method, path(route.pattern, samples))
      #expect(response.status == .seeOther, "\(route.pattern)")
      let language = route.pattern.dropFirst().prefix(2)
      let location = response.headers["Location"] ?? ""
      #expect(location.hasPrefix("/\(language)/sign-in"), "\(route.pattern)")
      walked += 1
    }
    #expect(walked > 40)
    #expect(try city.trail().count == before)
  }

  @Test("a forged session is none") func forged() throws {
    let samples = try samples()
    let token = try holder()
    let forged = String(token.dropLast()) + (token.last == "0" ? "1" : "0")
    for route in routes where !Self.isPublic(route.pattern) {
      let response = try answer(route.method, path(route.pattern, samples), token: forged)
      #expect(response.headers["Location"]?.contains("/sign-in") == true, "\(route.pattern)")
    }
  }

  @Test("no form is taken without the mark of its session") func marks() throws {
    let samples = try samples()
    let token = try holder()
    let before = try city.trail().count
    var walked = 0
    for route in routes where route.method == .post && !Self.isPublic(route.pattern) {
      let response = try answer(.post, path(route.pattern, samples), token: token)
      // The step of a sign-in that is over takes no form at all.
      let isPast = Self.matches(route.pattern, ["sign-in/code"])
      #expect(
        response.status == (isPast ? .seeOther : .unprocessableContent), "\(route.pattern)")
      if !isPast {
        let page = String(decoding: response.body, as: UTF8.self)
        #expect(
          page.contains("这张表单不是本次登录打开的") || page.contains("This form was not opened"),
          "\(route.pattern)")
      }
      walked += 1
    }
    #expect(walked > 20)
    #expect(try city.trail().count == before)
  }

  @Test(
    "every page behind the sign-in leaves an entry in the trail, unless it shows one’s own alone")
  func traces() throws {
    let samples = try samples()
    let token = try holder()
    try city.determine()
    var walked = 0
    for route in routes where route.method == .get {
      if Self.isPublic(route.pattern) || Self.matches(route.pattern, Self.ownRoutes) { continue }
      let before = try city.trail().count
      // A search is made by searching.
      var query = route.pattern.hasSuffix("/search") ? "?q=%E5%AF%85" : ""
      if route.pattern.hasSuffix("/notice") { query = SignedSite.notice }
      let response = try answer(.get, path(route.pattern, samples) + query, token: token)
      let mayLeadOn = Self.matches(route.pattern, Self.turnRoutes)
      #expect(
        response.status == .ok || mayLeadOn && response.status == .seeOther, "\(route.pattern)")
      #expect(try city.trail().count > before, "\(route.pattern) leaves no trace")
      walked += 1
    }
    #expect(walked >= 16)
  }

  @Test("what is for all says nothing of anybody, and leaves no trace of its readers")
  func publicPages() throws {
    let token = try holder()
    let before = try city.trail().count
    for route in routes
    where route.method == .get && Self.isPublic(route.pattern) && !route.pattern.contains("{") {
      let response = try answer(.get, route.pattern, token: token)
      let page = String(decoding: response.body, as: UTF8.self)
      for secret in ["寅卯", "甲厂", "330302199001010013", "某everything"] {
        #expect(!page.contains(secret), "\(route.pattern)")
      }
    }
    #expect(try city.trail().count == before)
  }
}

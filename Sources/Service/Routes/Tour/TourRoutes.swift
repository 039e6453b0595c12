import Bureau
import Casework
import Core
import Demonstration
import HTTP
import Office
import Pages
import Store

/// The tour of a demonstration, for whoever sits at this machine.
struct TourRoutes: Sendable {
  let desk: Desk
  let demonstration: Demonstration

  func page(_ request: Request, _ language: Language) throws -> Response {
    // Nobody else can reach the service; should that ever change, they would not find this page.
    guard request.client.isLoopback else { throw Refusal.notFound }
    let bureau = desk.bureau
    let today = bureau.clock.today
    let notices = try bureau.office.read { connection in
      try bureau.casework.notices(isOpen: true, connection).map {
        (number: $0.number, title: $0.title)
      }
    }
    let view = TourView(
      groups: try groups(), password: Demonstration.password, today: today, notices: notices)
    return Response(tourPage(PageLocation(language, of: request), view))
  }

  private func groups() throws -> [(title: Bilingual, players: [TourView.Player])] {
    let players = try demonstration.players()
    return try Self.titles.map { title, roles in
      (
        title,
        try players.filter { roles.contains($0.part.role) }.map { player in
          TourView.Player(
            name: player.name, role: player.part.role.label, hint: player.part.hint,
            signIn: player.signIn, path: player.part.path,
            code: try demonstration.code(of: player.user))
        }
      )
    }
  }

  private static let titles: [(title: Bilingual, roles: [Role])] = [
    (
      Bilingual(zh: "领取的人", en: "Those who receive"),
      [.worker, .enterpriseAgent, .institutionAgent]
    ),
    (
      Bilingual(zh: "办理的人", en: "Those who decide"),
      [.clerk, .reviewer, .approver, .unionOfficer]
    ),
    (Bilingual(zh: "管钱的人", en: "Those who pay"), [.financeOfficer]),
    (
      Bilingual(zh: "管规则、管账户和查账的人", en: "Those who write rules, keep accounts and audit"),
      [.policyAuthor, .auditor, .administrator]
    ),
  ]
}

extension Router {
  /// The tour, which only a demonstration has.
  mutating func addTour(_ desk: Desk, _ path: LanguagePaths) {
    guard let demonstration = desk.demonstration else { return }
    let routes = TourRoutes(desk: desk, demonstration: demonstration)
    let language = path.language
    add(
      .get, path("tour"),
      throwing: { (request) throws(Refusal) in
        try desk.answering { try routes.page(request, language) }
      })
  }
}

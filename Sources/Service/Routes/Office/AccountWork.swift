import Core
import Office
import Pages

/// Where roles lead: the pages behind the sign-in that somebody has a use for.
enum Work {
  private static let table: [(roles: [Role], link: WorkLink)] = [
    (
      SignedRequest.receivers,
      WorkLink("my/", Bilingual(zh: "我的待遇和办件", en: "My benefits and cases"))
    ),
    (DeskRoutes.roles, WorkLink("desk/", Bilingual(zh: "工作台", en: "Desk"))),
    (
      Role.allCases.filter(\.isOfficial),
      WorkLink("search", Bilingual(zh: "查人、查单位", en: "Find a worker or an organisation"))
    ),
    ([.administrator], WorkLink("administration/accounts", Bilingual(zh: "管理账户", en: "Accounts"))),
    (
      [.administrator],
      WorkLink(
        "administration/grants", Bilingual(zh: "确认授权和重设", en: "What waits to be confirmed"))
    ),
    ([.auditor, .administrator], WorkLink("audit", Bilingual(zh: "审计记录", en: "Audit trail"))),
  ]

  /// What somebody can do, and what is on record about them and those they speak for.
  static func links(for actor: Actor) -> [WorkLink] {
    var links = table.filter { $0.roles.contains(where: actor.holds) }.map(\.link)
    if actor.party != nil || !actor.organisations.isEmpty {
      links.append(WorkLink("search", Bilingual(zh: "登记库里与我有关的", en: "What is on record of mine")))
    }
    return links
  }
}

import Core
import Demonstration
import HTTP
import Office
import OfficeSupport
import Testing

@testable import Routes

/// What a demonstration tells everybody, an office in which people work tells nobody.
@Suite struct RealOfficeTests {
  private let city: SignedSite

  init() throws { city = try SignedSite() }

  @Test("it has no tour, and no page that names one", arguments: Language.allCases)
  func tour(_ language: Language) throws {
    let visitor = Visitor(city.site)
    try visitor.get("/\(language.rawValue)/tour")
    #expect(visitor.status == .notFound)
    for path in ["", "sign-in", "notices/"] {
      try visitor.get("/\(language.rawValue)/\(path)")
      #expect(!visitor.page.contains("/tour\""), "\(path)")
      #expect(!visitor.page.contains(Demonstration.password), "\(path)")
    }
  }

  @Test("the page that asks for a code does not tell it") func code() throws {
    _ = try city.session("clerk", [Grant(.clerk, region: "330300")])
    let visitor = Visitor(city.site)
    try visitor.post([("name", "clerk"), ("password", SignedSite.password)], to: "/zh/sign-in")
    #expect(visitor.path == "/zh/sign-in/code")
    #expect(!visitor.page.contains("class=\"code\"") && !visitor.page.contains("演示"))
  }

  @Test("a refusal is told to whoever has signed in by their name") func refusal() throws {
    let clerk = try city.visitor("clerk", [Grant(.clerk, region: "330300")])
    for path in ["/zh/desk/payments/", "/zh/desk/cases/2025-9", "/zh/administration/accounts"] {
      try clerk.get(path)
      #expect([.forbidden, .unprocessableContent].contains(clerk.status), "\(path)")
      #expect(clerk.page.contains("某clerk"), "\(path)")
      #expect(!clerk.page.contains("登录 / 我的账户"), "\(path)")
    }
  }

  @Test("the navigation of the desk leads only where somebody may go") func navigation() throws {
    let clerk = try city.visitor("clerk", [Grant(.clerk, region: "330300")])
    try clerk.get("/zh/desk/")
    #expect(!clerk.page.contains("/zh/desk/payments/\""))
    let cashier = try city.visitor("cashier", [Grant(.financeOfficer, region: "330300")])
    try cashier.get("/zh/desk/")
    #expect(cashier.page.contains("/zh/desk/payments/\""))
  }
}

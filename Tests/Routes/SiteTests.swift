import Core
import HTTP
import Testing

@testable import Routes

@Suite struct SiteTests {
  @Test(arguments: [
    ("/zh/", 200, "政策写成什么样，就怎么算"), ("/en/", 200, "The policy as written is the policy as applied"),
    ("/zh/check/", 200, "看看我能享受什么"), ("/en/check/", 200, "What can I get?"),
    ("/zh/policies/", 200, "政策文件"), ("/en/policies/", 200, "Policy documents"),
    ("/zh/policies/wenzhou-2018-242", 200, "温州"),
    ("/en/policies/wenzhou-2018-242", 200, "Wenzhou rules"),
    ("/zh/facts/", 200, "用文件测算"), ("/en/facts/", 200, "Use a facts file"),
    ("/zh/nothing", 404, "没有这个页面。"), ("/en/nothing", 404, "There is no such page."),
    ("/zh/policies/nothing", 404, "没有这个页面。"), ("/nothing", 404, "没有这个页面。"),
  ])
  func pagesAreThere(_ path: String, _ status: Int, _ heading: String) throws {
    let visitor = Visitor(Site(try projectModel()))
    try visitor.get(path)
    #expect(visitor.status.rawValue == status)
    #expect(visitor.heading.contains(heading))
  }

  @Test(arguments: [
    (nil, "/zh/"), ("", "/zh/"), ("zh-CN,zh;q=0.9,en;q=0.8", "/zh/"), ("en-GB,en;q=0.9", "/en/"),
    ("fr", "/zh/"), ("en;q=0.5, zh;q=0.4", "/en/"), ("zh;q=0.5,en;q=0.5", "/zh/"),
    ("EN", "/en/"), ("en;q=x", "/zh/"), ("en;q=0", "/zh/"), ("english", "/zh/"), ("*", "/zh/"),
    ("en;q=1.000,zh;q=0.999", "/en/"), (";;,=", "/zh/"),
  ])
  func theFirstPageIsInTheReadersLanguage(_ header: String?, _ location: String) throws {
    var headers: Headers = [:]
    headers["Accept-Language"] = header
    let response = Site(try projectModel()).respond(to: try Request(.get, "/", headers: headers))
    #expect(response.status == .seeOther)
    #expect(response.headers["Location"] == location)
    #expect(response.headers["Vary"] == "Accept-Language")
  }

  @Test func everyLinkOfEveryPageLeadsSomewhere() throws {
    let site = Site(try projectModel())
    var seen: Set<String> = []
    var waiting = ["/zh/", "/en/"]
    while let path = waiting.popLast() {
      guard seen.insert(path).inserted else { continue }
      let response = site.respond(to: try Request(.get, path))
      #expect([200, 303, 308].contains(response.status.rawValue), "\(path)")
      guard response.headers["Content-Type"]?.hasPrefix("text/html") == true else { continue }
      let page = String(decoding: response.body, as: UTF8.self)
      for link in page.split(separator: " href=\"").dropFirst() {
        let target = link.prefix { $0 != "\"" && $0 != "#" }
        if !target.isEmpty { waiting.append(String(target)) }
      }
    }
    #expect(seen.contains { $0.hasPrefix("/assets/style-") })
    #expect(seen.contains("/en/policies/wenzhou-2018-242"))
  }

  @Test func theStylesheetMayBeKept() throws {
    let site = Site(try projectModel())
    let page = String(
      decoding: site.respond(to: try Request(.get, "/zh/")).body, as: UTF8.self)
    let link = try #require(page.split(separator: "rel=\"stylesheet\" href=\"").last)
    let response = site.respond(to: try Request(.get, String(link.prefix { $0 != "\"" })))
    #expect(response.headers["Content-Type"] == "text/css; charset=utf-8")
    #expect(response.headers["Cache-Control"] == "public, max-age=31536000, immutable")
  }

  @Test func aWrongMethodIsAPageToo() throws {
    let visitor = Visitor(Site(try projectModel()))
    try visitor.post([], to: "/en/policies/")
    #expect(visitor.status == .methodNotAllowed)
    #expect(visitor.heading == "This page does not take the method POST.")
  }
}

import Core
import Testing

@testable import HTTP

@Suite struct RouterTests {
  private var router: Router {
    var router = Router { refusal, _ in
      var response = Response(refusal.status, headers: refusal.headers)
      response.body = Array(refusal.message.en.utf8)
      return response
    }
    let name: Router.Handler = { request in
      Response(type: .plainText, text: request.parameters["name"] ?? "none")
    }
    router.add(.get, "/", name)
    router.add(.get, "/zh/policies/all") { _ in Response(type: .plainText, text: "literal") }
    router.add(.get, "/zh/policies/{name}", name)
    router.add(.post, "/zh/policies/{name}", name)
    router.add(.get, "/refuses") { (_) throws(Refusal) in throw .crossSite }
    return router
  }

  @Test(arguments: [
    (Method.get, "/", 200, "none"), (.head, "/", 200, "none"),
    (.get, "/zh/policies/all", 200, "literal"), (.get, "/zh/policies/%E5%B7%A5", 200, "工"),
    (.post, "/zh/policies/all", 200, "all"), (.get, "/zh/policies/a%2Fb", 200, "a/b"),
    (.get, "/zh/policies/", 404, "There is no such page."),
    (.get, "/zh/policies", 404, "There is no such page."),
    (.get, "/zh/policies/a/b", 404, "There is no such page."),
    (.get, "//", 404, "There is no such page."),
    (.get, "/refuses", 403, "The form was sent from another site and is refused."),
    (.post, "/", 405, "This page does not take the method POST."),
  ])
  func theHandlerIsFound(_ method: Method, _ target: String, _ status: Int, _ body: String) throws {
    let response = router.respond(to: try Request(method, target))
    #expect(response.status.rawValue == status)
    #expect(String(decoding: response.body, as: UTF8.self) == body)
  }

  @Test func aWrongMethodIsToldTheRightOnes() throws {
    let response = router.respond(
      to: try Request(Method(rawValue: "DELETE"), "/zh/policies/a"))
    #expect(response.status == .methodNotAllowed)
    #expect(response.headers["Allow"] == "GET, HEAD, POST")
  }

  @Test func cookiesAreReadByName() throws {
    let request = try Request(
      .get, "/", headers: ["Cookie": "a=1; b=x=y; bad; a=2", "cookie": "c="])
    #expect(request.cookies == ["a": "1", "b": "x=y", "c": ""])
  }

  @Test(
    "cookies stay in this site, and by HTTPS with this host",
    arguments: [
      (false, "session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax", "session=abc"),
      (
        true, "__Host-session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure",
        "__Host-session=abc"
      ),
    ]) func cookiesStayInThisSite(_ isSecure: Bool, _ set: String, _ sent: String) throws
  {
    var response = Response.seeOther("/zh/")
    response.setCookie(
      "session", "abc", maxAge: 60, answering: try Request(.get, "/", isSecure: isSecure))
    #expect(response.headers["Set-Cookie"] == set)
    let next = try Request(.get, "/", headers: ["Cookie": sent], isSecure: isSecure)
    #expect(next.cookie("session") == "abc")
    // One that another host or a plain connection may have set does not count by HTTPS.
    let other = try Request(.get, "/", headers: ["Cookie": sent], isSecure: !isSecure)
    #expect(other.cookie("session") == nil)
  }

  @Test(arguments: ["/", "/zh/%E5%B7%A5%2Fa", "/a/"])
  func aPathSurvivesThereAndBack(_ path: String) throws {
    #expect(try Request(.get, path).path == path)
  }

  @Test func aRefusalIsReadInBothLanguages() {
    #expect(
      String(decoding: Refusal.notFound.plainResponse.body, as: UTF8.self) == """
        没有这个页面。请检查地址，或从首页重新进入。
        There is no such page. Check the address, or start again from the home page.

        """)
  }
}

import Casework
import Core
import HTTP
import Office
import Testing

/// Whose case it is not, is not told that there is one.
@Suite struct RightsTests {
  private let quarter: Quarter
  private let number: String

  init() throws {
    quarter = try Quarter()
    number = try quarter.find()
  }

  @Test(
    "another worker, and an agent, see as little as where there is no case",
    arguments: ["wu", "jia", "yi"])
  func others(_ name: String) throws {
    let guest = try quarter.signIn(name)
    for page in [
      "", "/account", "/steps/consent", "/steps/decline", "/done/consent", "/files", "/files/1",
      "/scores", "/scores/1",
    ] {
      try guest.get("/zh/my/cases/\(number)\(page)")
      #expect(guest.status == .notFound)
      #expect(!guest.page.contains("寅卯辰"))
      let theirs = guest.page.replacing(number, with: "")
      try guest.get("/zh/my/cases/2099-0000009\(page)")
      #expect(guest.status == .notFound)
      #expect(guest.page.replacing("2099-0000009", with: "") == theirs)
    }
  }

  @Test("nor can they do anything in it", arguments: ["wu", "jia"]) func acting(_ name: String)
    throws
  {
    let guest = try quarter.signIn(name)
    for (path, fields) in [
      ("steps/decline", [("do", "confirm")]), ("account", [("bank", "甲")]),
      ("files/1/remove", []), ("scores/1", []),
    ] {
      try guest.post("/zh/my/cases/\(number)/\(path)", [("mark", guest.mark)] + fields)
      #expect(guest.status == .notFound, "\(path)")
    }
    #expect(try quarter.record(number).state == "found")
  }

  @Test("a form without the mark of the session does nothing") func unmarked() throws {
    let worker = try quarter.signIn("chen")
    for path in [
      "cases/\(number)/steps/decline", "cases/\(number)/account", "apply", "messages/read",
    ] {
      try worker.post("/zh/my/\(path)", [("do", "confirm"), ("newest", "9")])
      #expect(worker.status == .unprocessableContent, "\(path)")
    }
    #expect(try quarter.record(number).state == "found")
  }

  @Test("without a session one is sent to sign in, and comes back") func nobody() throws {
    let guest = Guest(quarter.site)
    try guest.get("/zh/my/cases/\(number)")
    #expect(guest.path.hasPrefix("/zh/sign-in?next="))
  }

  @Test("a page of an organisation that is not theirs is not there") func otherParty() throws {
    let agent = try quarter.signIn("jia")
    for page in ["", "payments", "apply", "workers", "agents", "ended"] {
      try agent.get("/zh/my/\(page)?for=e2")
      #expect(agent.status == .notFound)
      try agent.get("/zh/my/\(page)?for=e1")
      #expect(agent.status == .ok)
    }
  }

  @Test("workers are counted, not named, and not at all where they are few") func workers() throws {
    let agent = try quarter.signIn("jia")
    try agent.get("/zh/my/workers")
    agent.sees("<dd>2</dd>", "<dd>—</dd>", "人数太少")
    #expect(!agent.page.contains("寅卯辰"))
    let worker = try quarter.signIn("chen")
    try worker.get("/zh/my/workers")
    #expect(worker.status == .notFound)
  }

  @Test("who acts for several is asked for whom") func several() throws {
    try quarter.account(
      "both", "子丑", party: "p3", Grant(.worker), Grant(.enterpriseAgent, organisation: "e1"),
      Grant(.institutionAgent, organisation: "e2"))
    let guest = try quarter.signIn("both")
    try guest.get("/zh/my/")
    guest.sees("您要办谁的事？", "申酉戌", "甲厂", "乙厂", "my/?for=e1")
    try guest.get("/zh/my/?for=e1")
    guest.sees("本单位的待遇和办件", "换一个人或单位", "my/apply?for=e1")
    try guest.get("/zh/my/payments")
    guest.sees("您要办谁的事？", "my/payments?for=p3")
    // Agents are of organisations.
    try guest.get("/zh/my/agents")
    guest.sees("my/agents?for=e1", "my/agents?for=e2")
    #expect(!guest.page.contains("for=p3"))
    try guest.post("/zh/my/agents", [("mark", guest.mark)])
    #expect(guest.status == .badRequest)
  }

  @Test("an account without a person is told where to have it linked") func unlinked() throws {
    try quarter.account("gui", "壬癸", Grant(.worker))
    let guest = try quarter.signIn("gui")
    try guest.get("/zh/my/")
    #expect(guest.status == .forbidden)
    guest.sees("受理窗口")
  }
}

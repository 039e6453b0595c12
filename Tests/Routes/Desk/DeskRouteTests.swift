import Bureau
import Casework
import Core
import FEEL
import Facts
import Foundation
import HTTP
import Ledger
import Office
import OfficeSupport
import Registry
import Store
import Testing

@testable import Routes

/// The pages of those who decide, through the site, without a socket.
@Suite struct DeskRouteTests {
  private let city: SignedSite
  private let clerk: Visitor

  init() throws {
    city = try SignedSite()
    let source = SourceText(
      name: "days.json",
      text: """
        {"on": "2025-04-24", "catalogues": {"working-days": [
          {"date": "2025-05-01", "kind": "holiday"}, {"date": "2025-05-02", "kind": "holiday"}]}}
        """)
    _ = try city.bureau.registry.put(
      FactsFile.read(source, FactsSchema(city.bureau.registry.vocabulary)), source: "days.json")
    clerk = try city.visitor("clerk", [Grant(.clerk, region: "330300")])
  }

  /// Cases that wait for a notice, of workers p1, p2 …
  private func consented(_ count: Int, knowing change: Int64 = 1) throws -> [String] {
    try (1...count).map { index in
      let party = "p\(index)"
      let worker = try Signer.make(.worker, 800, region: nil, party: party)
      return try city.bureau.office.write { connection in
        let casework = city.bureau.casework
        let record = try casework.open(
          CaseProposal(
            procedure: "payment-without-application",
            entitlement: Entitlement(
              benefit: "wenzhou-2018-242/skill-upgrade", owner: party, party: party, subject: "c1"),
            partyName: "寅卯\(index)", region: "330302", amount: 300_000,
            basis: CaseRecord.Basis(on: CivilDate(dayNumber: 20_000), plan: "", change: change),
            determination: "{}"), by: .system, connection)
        try casework.set(
          PayeeAccount(bank: "甲银行", holder: "寅卯", number: "6222021234567890"), of: record.number,
          by: worker, connection)
        _ = try casework.act("consent", on: record.number, by: worker, connection)
        return record.number
      }
    }
  }

  @Test("a case leads to the notice of what it rests on, for the clerk and for the worker")
  func paper() throws {
    let number = try consented(1, knowing: 2)[0]
    let worker = try city.visitor("worker", [Grant(.worker)], party: "p1")
    let far = try city.visitor("far", [Grant(.clerk, region: "331000")])
    let path = "/zh/parties/p1/notice?benefit=wenzhou-2018-242%2Fskill-upgrade&subject=c1&known=2"
    let link = "href=\"\(path.replacing("&", with: "&amp;"))\""
    // Nothing is stored yet.
    try clerk.get("/zh/desk/cases/\(number)")
    #expect(!clerk.page.contains("/notice?"))
    try city.determine()
    for (visitor, page) in [(clerk, "desk"), (worker, "my")] {
      try visitor.get("/zh/\(page)/cases/\(number)")
      #expect(visitor.page.contains(link), "\(page)")
      try visitor.get(path)
      #expect(visitor.page.hasPrefix("%PDF-"), "\(page)")
    }
    try far.get("/zh/desk/cases/\(number)")
    #expect(!far.page.contains("/notice?"))
  }

  private func state(_ number: String) throws -> String {
    try city.bureau.office.read { try city.bureau.casework.record(number, $0).state }
  }

  @Test("the desk counts what waits, and leads to it; chosen filters can be taken off")
  func queue() throws {
    let numbers = try consented(2)
    try clerk.get("/zh/desk/")
    #expect(clerk.page.contains("轮到您的角色"))
    #expect(
      clerk.page.contains(
        "desk/queue?turn=clerk&amp;procedure=payment-without-application&amp;state=consented"))
    try clerk.get("/zh/desk/queue?turn=clerk&state=consented")
    for number in numbers { #expect(clerk.page.contains(number)) }
    #expect(clerk.page.contains("去掉筛选：待公示"))
    #expect(clerk.page.contains("共 2 件"))
    try clerk.get("/en/desk/queue?assigned=me")
    #expect(clerk.page.contains("There are no such cases."))
  }

  @Test("many at once: nothing ticked gives a sentence; a line tells what came of each")
  func bulk() throws {
    let numbers = try consented(2)
    try clerk.get("/zh/desk/queue?state=consented")
    try clerk.send([("act", "take")], to: "/zh/desk/bulk?state=consented")
    #expect(clerk.status == .unprocessableContent)
    #expect(clerk.page.contains("一件也没有选。请至少选一件。"))
    try clerk.get("/zh/desk/queue?state=consented")
    try clerk.send(
      [("act", "take")] + (numbers + ["2025-9"]).map { ("case", $0) },
      to: "/zh/desk/bulk?state=consented")
    let result = clerk.path
    #expect(result.hasPrefix("/zh/desk/bulk/"))
    for _ in 1...200 where !clerk.page.contains("共 3 件，办成 2 件，未办 1 件。") {
      Thread.sleep(forTimeInterval: 0.02)
      try clerk.get(result)
    }
    #expect(clerk.page.contains("共 3 件，办成 2 件，未办 1 件。"))
    #expect(clerk.page.contains("没有编号为 2025-9 的办件。请核对编号。"))
  }

  @Test("a case is taken before it is worked on; what is refused is said on its page")
  func take() throws {
    let number = try consented(1)[0]
    let other = try city.visitor("other", [Grant(.clerk, region: "330300")])
    try clerk.get("/zh/desk/cases/\(number)")
    #expect(clerk.page.contains("领办后才能办理"))
    try other.get("/zh/desk/cases/\(number)")
    try clerk.send([], to: "/zh/desk/cases/\(number)/take")
    #expect(clerk.page.contains("退还，让别的同事办"))
    try other.send([], to: "/zh/desk/cases/\(number)/take")
    #expect(other.status == .unprocessableContent)
    #expect(other.page.contains("办件 \(number) 由别的同事领办了。请与同事商量，或办别的。"))
    #expect(!clerk.page.contains("6222021234567890"))
  }

  @Test("a case given back by a form that is sent twice is given back once")
  func giveBackTwice() throws {
    let number = try consented(1)[0]
    let form = [("request", "0123456789abcdef")]
    try clerk.get("/zh/desk/cases/\(number)")
    try clerk.send([], to: "/zh/desk/cases/\(number)/take")
    for _ in 1...2 {
      try clerk.send(form, to: "/zh/desk/cases/\(number)/give-back")
      #expect(clerk.status == .ok)
      #expect(clerk.page.contains("领办后才能办理"))
    }
  }

  @Test("whoever has no grant for the region does not see the case, nor it in lists")
  func region() throws {
    let number = try consented(1)[0]
    let taizhou = try city.visitor("taizhou", [Grant(.clerk, region: "331000")])
    try taizhou.get("/zh/desk/queue")
    #expect(!taizhou.page.contains(number))
    try taizhou.get("/zh/desk/cases/\(number)")
    #expect(taizhou.status == .unprocessableContent)
    #expect(taizhou.page.contains("这件事不在您负责的范围内。"))
    let worker = try city.visitor("worker", [Grant(.worker)], party: "p1")
    try worker.get("/zh/desk/")
    #expect(worker.status == .forbidden)
  }

  @Test("a notice shows masked names to everybody, and whoever has signed in objects to a row")
  func notice() throws {
    let numbers = try consented(2)
    for number in numbers {
      try clerk.get("/zh/desk/cases/\(number)")
      try clerk.send([], to: "/zh/desk/cases/\(number)/take")
    }
    try clerk.get("/zh/desk/notices/")
    try clerk.send(
      [("zh", "第一批"), ("en", "First"), ("days", "3")] + numbers.map { ("case", $0) },
      to: "/zh/desk/notices/")
    let path = clerk.path
    #expect(path == "/zh/notices/N2025-1")
    let stranger = Visitor(city.site)
    try stranger.get(path)
    #expect(stranger.page.contains("寅*1") && !stranger.page.contains("寅卯1"))
    #expect(stranger.page.contains("登录后可以提出异议"))
    let neighbour = try city.visitor("neighbour", [Grant(.worker)], party: "p3")
    try neighbour.get(path)
    try neighbour.send([("row", "2"), ("text", "不在岗"), ("contact", "x")], to: path + "/object")
    #expect(neighbour.page.contains("异议已收到，选中的行已暂缓。"))
    #expect(try numbers.map(state) == ["announced", "objected"])
  }

  @Test("money is granted by two officers, never by one") func budget() throws {
    let one = try city.visitor("one", [Grant(.financeOfficer, region: "330300")])
    try one.get("/zh/desk/budgets/?year=2025")
    try one.send(
      [("region", "330300"), ("amount", "1.005")], to: "/zh/desk/budgets/propose?year=2025")
    #expect(one.status == .unprocessableContent)
    #expect(one.page.contains("请写六位地区代码，和不为零、最多两位小数的金额。"))
    try one.send(
      [("region", "330300"), ("amount", "10,000.50"), ("request", one.hidden("request"))],
      to: "/zh/desk/budgets/propose?year=2025")
    #expect(one.page.contains("等另一人确认"))
    let proposal = one.hidden("proposal")
    try one.send([("proposal", proposal)], to: "/zh/desk/budgets/confirm?year=2025")
    #expect(one.status == .unprocessableContent)
    let two = try city.visitor("two", [Grant(.financeOfficer, region: "330300")])
    try two.get("/zh/desk/budgets/?year=2025")
    try two.send(
      [("proposal", proposal), ("request", two.hidden("request"))],
      to: "/zh/desk/budgets/confirm?year=2025")
    let position = try city.bureau.office.read {
      try city.bureau.ledger.position(of: Budget(fund: "330300/skills", year: 2025), $0)
    }
    #expect(position?.free == 1_000_050)
  }

  @Test("who has asked for money takes it back, and does not confirm it") func takenBack() throws {
    let one = try city.visitor("one", [Grant(.financeOfficer, region: "330300")])
    try one.get("/zh/desk/budgets/?year=2025")
    try one.send(
      [("region", "330300"), ("amount", "100"), ("request", one.hidden("request"))],
      to: "/zh/desk/budgets/propose?year=2025")
    #expect(one.page.contains("由您提请，须另一人确认"))
    #expect(!one.page.contains("desk/budgets/confirm"))
    try one.send(
      [("proposal", one.hidden("proposal")), ("request", one.hidden("request"))],
      to: "/zh/desk/budgets/decline?year=2025")
    #expect(!one.page.contains("等另一人确认"))
    #expect(try city.bureau.office.read { try city.bureau.ledger.openProposals($0) }.isEmpty)
  }
}

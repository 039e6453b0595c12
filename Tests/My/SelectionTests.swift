import Bureau
import Casework
import Core
import HTTP
import Office
import Testing

/// An enterprise that scores itself.
@Suite struct SelectionTests {
  private let quarter: Quarter
  private let agent: Guest
  private let number: String

  init() throws {
    quarter = try Quarter()
    agent = try quarter.signIn("yi")
    try agent.get("/zh/my/apply")
    try agent.submit("my/apply", with: "selection-score")
    number = try #require(try quarter.records(of: "e2").first?.number)
  }

  private var path: String { "/zh/my/cases/\(number)/scores" }

  private func scores() throws -> [ScoreComparison] {
    let number = number
    return try quarter.bureau.office.read { try quarter.bureau.casework.scores(of: number, $0) }
  }

  @Test("points are given part by part, kept, and added up") func fillIn() throws {
    agent.sees("企业自评", "逐项自评打分", "上传材料")
    try agent.get(path)
    agent.sees("制度体系", "0 / 4", "项没填")
    try agent.get(path + "/1")
    agent.sees("第 1 部分", "0 到 2 分", "人员资格证书")
    try agent.submit(
      "/scores/1", [("s-X1-1", "1.5"), ("n-X1-1", "任命文件"), ("s-X1-2", ""), ("do", "stay")])
    agent.sees("已保存的自评合计", "<strong>1.5</strong>", "value=\"任命文件\"")
    let events = try quarter.trail().count { $0.action == "case.score" }
    // The same again is no event; the rest is filled in later.
    try agent.submit(
      "/scores/1", [("s-X1-1", "1.5"), ("n-X1-1", "任命文件"), ("do", "next")])
    #expect(agent.path.hasSuffix("/scores/2"))
    #expect(try quarter.trail().count { $0.action == "case.score" } == events)
    try agent.get(path)
    agent.sees("1 / 4")
  }

  @Test(
    "points beyond the sheet are refused in words",
    arguments: [
      ("2.5", "X1.1 应为 0 到 2 的数。"), ("-1", "X1.1 应为 0 到 2 的数。"), ("两", "X1.1 应为 0 到 2 的数。"),
      ("", "X1.1 请填分数，没有就填 0。"),
    ])
  func refused(_ points: String, _ message: String) throws {
    try agent.get(path + "/1")
    try agent.submit("/scores/1", [("s-X1-1", points), ("n-X1-1", "依据"), ("do", "next")])
    #expect(agent.status == .unprocessableContent)
    agent.sees("<a href=\"#s-X1-1\">\(message)</a>", "value=\"\(points)\"", "value=\"依据\"")
    #expect(try scores().allSatisfy { $0.own == nil })
  }

  @Test("review points are shown beside their own, accepted or contested") func contest() throws {
    for part in 1...20 {
      try agent.get("\(path)/\(part)")
      guard agent.status == .ok else { break }
      let fields = agent.page.matches(of: /name="(s-[^"]*)"/).map { (String($0.1), "0") }
      try agent.submit("/scores/\(part)", fields + [("do", "stay")])
      #expect(agent.status == .ok)
    }
    #expect(try scores().allSatisfy { $0.own != nil })
    try agent.get("/zh/my/cases/\(number)/files")
    try agent.submit("/files", files: [("a.pdf", Array("%PDF-1".utf8))])
    try agent.get("/zh/my/cases/\(number)/steps/submit")
    agent.sees("核对后提交自评", "自评合计")
    try agent.submit("steps/submit", with: "confirm", [("do", "confirm")])
    let items = try scores().map { ItemScore(item: $0.item, points: .zero, note: "没有材料") }
    try quarter.bureau.office.write { connection in
      _ = try quarter.bureau.casework.take(number, by: quarter.reviewer, connection)
      try quarter.bureau.casework.set(
        items, .review, of: number, by: quarter.reviewer, connection)
      _ = try quarter.bureau.casework.act(
        "score", on: number, by: quarter.reviewer, connection)
    }
    try agent.get("/zh/my/cases/\(number)")
    agent.sees("自评和审核评分", "没有材料", "认可审核分", "对审核分有意见")
    try agent.get("/zh/my/cases/\(number)/steps/contest-score")
    try agent.submit("steps/contest-score", [("do", "give"), ("reason", "X1.1 有文件")])
    try agent.submit("steps/contest-score", with: "value=\"confirm\"", [("do", "confirm")])
    #expect(try quarter.record(number).state == "submitted")
  }

  @Test("a part that the sheet does not have is not there", arguments: ["0", "99", "x", "-1"])
  func noPart(_ part: String) throws {
    try agent.get(path + "/" + part)
    #expect(agent.status == .notFound)
  }
}

import Core
import HTTP
import Office
import Testing

@testable import Routes

/// Who sees whom, where there is a sign-in.
@Suite struct RegistrySightTests {
  private let city: SignedSite
  init() throws { city = try SignedSite() }

  @Test(
    "officials see the parties of their regions",
    arguments: [
      (nil, ["p1", "p2", "p3", "p4", "e1"]), ("330300", ["p1", "p2", "e1"]),
      ("330302", ["p1", "e1"]), ("331000", ["p3"]), ("330381", []),
    ])
  func officials(_ region: String?, _ seen: [String]) throws {
    let visitor = try city.visitor("c1", [Grant(.clerk, region: region)])
    for id in ["p1", "p2", "p3", "p4", "e1"] {
      for page in ["", "/reasons"] {
        try visitor.get("/zh/parties/\(id)\(page)")
        #expect(visitor.status == (seen.contains(id) ? .ok : .notFound), "\(id)\(page)")
      }
    }
    try visitor.get("/zh/search")
    try visitor.send([("q", "寅卯")], to: "/zh/search")
    for id in ["p1", "p2", "p3", "p4"] {
      #expect(visitor.page.contains("/zh/parties/\(id)\"") == seen.contains(id), "\(id)")
    }
    let people = seen.filter { $0 != "e1" }.count
    if people > 0 { #expect(visitor.page.contains("<span class=\"count\">\(people)</span>")) }
    #expect(try city.trail("registry.search").map(\.detail) == ["{\"found\":\"\(people)\"}"])
  }

  @Test("a worker sees themselves alone, and finds nobody") func worker() throws {
    let visitor = try city.visitor("w1", [Grant(.worker)], party: "p1")
    try visitor.get("/zh/search")
    #expect(visitor.page.contains("/zh/parties/p1\""))
    #expect(!visitor.page.contains("<input type=\"text\""))
    for (path, status) in [
      ("p1", Status.ok), ("p1/reasons", .ok), ("p2", .notFound), ("e1", .notFound),
      ("e1/workers", .notFound), ("nobody", .notFound),
    ] {
      try visitor.get("/zh/parties/\(path)")
      #expect(visitor.status == status, "\(path)")
    }
    try visitor.get("/zh/account")
    try visitor.send([("q", "寅卯")], to: "/zh/search")
    #expect(visitor.status == .forbidden)
  }

  @Test("a notice is for whoever sees the party, and leaves an entry in the trail")
  func notices() throws {
    try city.determine()
    let path = "/zh/parties/p1/notice" + SignedSite.notice
    for (name, grants, party, isSeen) in [
      ("w1", [Grant(.worker)], "p1", true), ("w2", [Grant(.worker)], "p2", false),
      ("c1", [Grant(.clerk, region: "330302")], nil, true),
      ("c2", [Grant(.clerk, region: "331000")], nil, false),
      ("a1", [Grant(.enterpriseAgent, region: "330302", organisation: "e1")], nil, false),
    ] as [(String, [Grant], String?, Bool)] {
      let before = try city.trail("registry.issue-notice").count
      let visitor = try city.visitor(name, grants, party: party)
      try visitor.get(path)
      #expect(visitor.status == (isSeen ? .ok : .notFound), "\(name)")
      #expect(visitor.page.hasPrefix("%PDF-") == isSeen, "\(name)")
      #expect(try city.trail("registry.issue-notice").count == before + (isSeen ? 1 : 0))
    }
  }

  @Test("two parties are compared by whoever sees both, and both looks are written down")
  func compared() throws {
    for (name, grants, party, seen) in [
      ("c1", [Grant(.clerk, region: "330300")], nil, ["p1", "p2"]),
      ("c2", [Grant(.clerk, region: "330302")], nil, ["p1"]),
      ("c3", [Grant(.clerk, region: "331000")], nil, []),
      ("w1", [Grant(.worker)], "p1", ["p1"]),
      ("a1", [Grant(.enterpriseAgent, region: "330302", organisation: "e1")], nil, []),
    ] as [(String, [Grant], String?, [String])] {
      let before = try city.trail("registry.compare").count
      let visitor = try city.visitor(name, grants, party: party)
      try visitor.get("/zh/parties/p1/compare?and-party=p2")
      let status: Status =
        seen.isEmpty ? .notFound : seen.contains("p2") ? .ok : .unprocessableContent
      #expect(visitor.status == status, "\(name)")
      #expect(visitor.page.contains("寅卯巳") == seen.contains("p2"), "\(name)")
      if status == .unprocessableContent { #expect(visitor.page.contains("或者您看不到")) }
      let looks = try city.trail("registry.compare").dropLast(before).map(\.party)
      #expect(Set(looks) == Set(seen.map(Optional.some)), "\(name)")
    }
  }

  @Test("an agent sees the organisation and the names of its workers") func agent() throws {
    let agent = Grant(.enterpriseAgent, region: "330302", organisation: "e1")
    let visitor = try city.visitor("a1", [agent])
    try visitor.get("/zh/search")
    #expect(visitor.page.contains("/zh/parties/e1\""))
    for path in ["/zh/parties/e1", "/zh/parties/e1/workers"] {
      try visitor.get(path)
      #expect(visitor.status == .ok)
      #expect(visitor.page.contains("寅卯辰"))
      #expect(!visitor.page.contains("3303**********0013"))
      #expect(!visitor.page.contains("/zh/parties/p1\""))
    }
    try visitor.get("/zh/parties/p1")
    #expect(visitor.status == .notFound)
  }

  @Test("whoever has no role and is nobody sees nobody") func nobody() throws {
    let visitor = try city.visitor("n1")
    try visitor.get("/zh/search")
    #expect(visitor.page.contains("还没有对应登记库里的人"))
    try visitor.get("/zh/parties/p1")
    #expect(visitor.status == .notFound)
  }

  @Test("a look is written down with who it was and whom it concerned; a secret number is not")
  func trail() throws {
    let visitor = try city.visitor("c1", [Grant(.clerk, region: "330300")])
    try visitor.get("/zh/search")
    try visitor.send([("q", "330302199001010013")], to: "/zh/search")
    #expect(visitor.path == "/zh/parties/p1")
    let look = try #require(city.trail("registry.see").first)
    #expect(look.name == "某c1")
    #expect(look.role == .clerk)
    #expect(look.party == "p1")
    let search = try #require(city.trail("registry.search").first)
    #expect(search.object == "**************0013")
    try visitor.get("/zh/parties/p3")
    #expect(try city.trail("registry.see").count == 1)
  }
}

import Foundation
import Testing

@testable import gongjiang

/// `people` and `office`, over a registry of a town that never was.
@Suite struct PeopleCommandTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func tool(_ words: String..., input: String = "") -> Run {
    run(
      words + ["--registry", folder.path + "/town.db"], directory: repository, input: input)
  }

  private func town() {
    _ = tool("synthesise", "--workers", "60")
  }

  private static let password = "seven lanterns on the quay\n"

  private func add(_ name: String) -> Run {
    tool(
      "people", "add", "--name", "某\(name)", "--sign-in", name, "--password-input",
      input: Self.password)
  }

  @Test("without a registry, or without an office, says what to do") func missing() {
    let first = tool("people", "list")
    #expect(
      first.errors
        == """
        gongjiang: 还没有办公库 \(folder.path)/town.office.db
        请先用 gongjiang people add 开立两位管理员的账户。

        """)
    #expect(first.status == .badInput)
    #expect(add("admin-a").errors.hasPrefix("gongjiang: 还没有登记库 \(folder.path)/town.db\n"))
    #expect(tool("office", "verify").status == .badInput)
  }

  @Test("two administrators are made, and no third") func bootstrap() {
    town()
    let first = add("admin-a")
    #expect(first == Run(status: .success, output: "账户 1：某admin-a，登录名 admin-a，全域系统管理员。\n"))
    let second = tool(
      "people", "add", "--name", "某b", "--sign-in", "admin-b", "--lang", "en")
    #expect(second.output.hasPrefix("account 2: 某b, signs in as admin-b"))
    let line = second.output.split(separator: "\n").last ?? ""
    #expect(line.contains(/: [a-z0-9]{5}(-[a-z0-9]{5}){3}$/))
    let third = add("admin-c")
    #expect(third.errors == "gongjiang: PEO030：已经有两位管理员\n请由他们在网站上办理新的授权。\n")
    #expect(third.status == .badInput)
    #expect(tool("people", "list").output == "1  admin-a  某admin-a  系统管理员\n2  admin-b  某b  系统管理员\n")
    let json = tool("people", "list", "--json").output
    #expect(json.contains("\"signIn\": \"admin-a\""))
    #expect(json.contains("\"role\": \"administrator\""))
    #expect(!json.contains("lanterns"))
  }

  @Test("bad passwords, names and ids are refused, and no account is opened")
  func refused() {
    town()
    let short = tool(
      "people", "add", "--name", "某a", "--sign-in", "admin-a", "--password-input", input: "short\n")
    #expect(short.errors.hasPrefix("gongjiang: PEO009：密码太短"))
    let name = tool("people", "add", "--name", "某a", "--sign-in", "a b")
    #expect(name.errors.hasPrefix("gongjiang: PEO013："))
    let party = tool("people", "add", "--name", "某a", "--sign-in", "a1", "--party", "nobody")
    #expect(party.errors.contains("nobody"))
    #expect(party.status == .badInput)
    #expect(tool("people", "add", "--name", "某a").status == .usage)
    #expect(tool("people", "list", "--name", "某a").status == .usage)
    #expect(tool("people", "ad").errors.contains("add"))
    #expect(tool("people", "list").output == "")
  }

  @Test("cases are found once, a round moves what is due, and all of it can be verified")
  func office() {
    town()
    _ = add("admin-a")
    #expect(tool("office", "find").output == "新开 0 件，共 0.00 元；另有 0 件已在办理。\n")
    _ = tool("determine", "--all", "--quiet")
    let found = tool("office", "find", "--quiet").output
    let count = found.firstMatch(of: /新开 ([0-9,]+) 件/)?.1
    #expect(count != nil && count != "0", "\(found)")
    #expect(tool("office", "find").output.hasSuffix("另有 \(count ?? "") 件已在办理。\n"))
    let round = tool("office", "round")
    #expect(round.status == .success, "\(round.errors)")
    let verified = tool("office", "verify", "--lang", "en")
    #expect(verified.status == .success)
    #expect(
      verified.output.contains(
        /^trail: [0-9,]+ entries, all of them hold; SM3 of the last: [0-9a-f]{64}\n/))
    #expect(verified.output.contains("ledger: 0 entries, 0 lines, 0 budgets, all of them hold"))
  }

  @Test("letters without an office, and a public name without one, are refused at the start")
  func serve() {
    town()
    let letters = tool("serve", "--smtp", "smtp://127.0.0.1:25", "--mail-from", "a@example.cn")
    #expect(letters.errors.hasPrefix("gongjiang: 写了邮件或短信的选项，但是还没有办公库\n"))
    #expect(
      tool("serve", "--smtp", "nonsense", "--mail-from", "a@example.cn").errors.contains("DLV001"))
    #expect(tool("serve", "--host", "rencai.example.cn").status == .refused)
  }
}

import Foundation
import Testing

@testable import gongjiang

/// `gongjiang import`, as a person at the terminal meets it.
@Suite struct ImportCommandTests {
  private let folder: Folder
  private let people: String
  private let certificates: String
  private var registry: [String] { ["--registry", folder.path + "/town.db", "--quiet"] }

  init() throws {
    folder = try Folder()
    people = try folder.file("person.csv", "编号,姓名\np1,甲样例\np2,乙样例\n".utf8)
    certificates = try folder.file(
      "certificate.csv",
      """
      id,party,occupation,level,kind,issuedOn
      c1,p1,6-18-01-01,3,skill-level,2019-05-03
      c2,p2,6-18-01-01,9,skill-level,2019-02-30
      c3,p3,6-18-01-01,2,skill-level,2019-05-03

      """.utf8)
  }

  private func importing(_ words: String...) -> Run {
    run(["import"] + words + registry, directory: repository)
  }

  private let faults = """
      第 3 行第 4 列（level） FACT008：9 不在 1 至 5 之间。请核对数值和单位。
      第 3 行第 6 列（issuedOn） FACT007：没有 2019-02-30 这一天。请核对日历。
      第 4 行 REG005：登记库里没有编号为“p3”的当事人。请先导入这个当事人，或改正编号。
    """

  @Test("files in any order; one bad row keeps everything out, and what is wrong is told in full")
  func allOrNothing() {
    let result = importing(certificates, people)
    #expect(
      result
        == Run(
          status: .findings,
          output: """
            \(people)：2 行，新增 2，更正 0，不变 0，拒收 0
            \(certificates)：3 行，新增 1，更正 0，不变 0，拒收 2
            \(faults)
            有拒收的行，所以全部没有写入；要写入无误的行，请加 --keep-good。
            要把拒收的行写到文件以便改正，请加 --rejected 文件。

            """))
    // The same once more: nothing had been written.
    #expect(importing("--all-or-nothing", certificates, people) == result)
  }

  @Test("the same in English, as a trial") func trial() {
    #expect(
      importing("--trial", "--lang", "en", people, certificates)
        == Run(
          status: .findings,
          output: """
            \(people): 2 rows, 2 added, 0 corrected, 0 unchanged, 0 refused
            \(certificates): 3 rows, 1 added, 0 corrected, 0 unchanged, 2 refused
              line 3, column 4 (level): FACT008: 9 does not lie between 1 and 5. Check the figure and \
            its unit.
              line 3, column 6 (issuedOn): FACT007: there is no day 2019-02-30. Check it against the \
            calendar.
              line 4: REG005: the registry has no party "p3". Import the party first, or correct the \
            id.
            A trial: nothing was written.
            With --rejected FILE the refused rows go to a file, to be corrected.

            """))
    #expect(
      importing("--trial", people).output
        == "\(people)：2 行，新增 2，更正 0，不变 0，拒收 0\n试运行，没有写入。\n")
  }

  @Test("good rows stay; the others go to a folder, are corrected there, and come in")
  func keepGood() throws {
    let again = folder.path + "/again"
    let first = importing("--keep-good", "--rejected", again, people, certificates)
    #expect(first.status == .findings)
    #expect(first.output.hasSuffix("已写入登记库。\n拒收的行在 \(again)，改正后可再导入。\n"))
    let rows = try folder.text(of: "again/certificate.csv")
    #expect(
      rows.hasPrefix("id,party,occupation,level,kind,issuedOn,原因 reason (certificate)\r\nc2,p2,"))
    let mended = rows.replacing(",9,", with: ",4,").replacing("2019-02-30,", with: "2019-02-28,")
      .replacing(",p3,", with: ",p1,")
    let path = try folder.file("again/certificate.csv", mended.utf8)
    #expect(
      importing(path)
        == Run(status: .success, output: "\(path)：2 行，新增 2，更正 0，不变 0，拒收 0\n已写入登记库。\n"))
    #expect(
      importing(path).output
        == "\(path)：2 行，新增 0，更正 0，不变 2，拒收 0\n登记库早已如此，没有改动。\n")
  }

  @Test("for programs") func json() throws {
    let output = importing("--json", people, certificates).output
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect(report["written"] as? Bool == false)
    #expect(report["refused"] as? Int == 2)
    let files = try #require(report["files"] as? [[String: Any]])
    #expect(files.map { $0["type"] as? String } == ["person", "certificate"])
    #expect(files.map { $0["added"] as? Int } == [2, 1])
    let faults = try #require(files[1]["faults"] as? [[String: Any]])
    #expect(faults.map { $0["line"] as? Int } == [3, 3, 4])
    #expect(faults.map { $0["column"] as? Int } == [4, 6, nil])
  }

  @Test("facts files tell their types themselves; a table's type can be named")
  func types() throws {
    let facts = try folder.file(
      "facts.json",
      #"{"parties": [{"type": "person", "id": "p9"}], "records": [{"type": "award", "party": "p9"}]}"#
        .utf8)
    let list = try folder.file("list.txt", "编号,姓名\np3,丙样例\n".utf8)
    #expect(
      importing("--type", "劳动者", list, facts).output
        == """
        \(list)：1 行，新增 1，更正 0，不变 0，拒收 0
        \(facts)：2 行，新增 2，更正 0，不变 0，拒收 0
        已写入登记库。

        """)
  }

  @Test("what cannot be imported at all")
  func refused() throws {
    let empty = try folder.file("wage.csv", [])
    #expect(
      importing(people, empty)
        == Run(
          status: .badInput,
          errors: """
            gongjiang: IMP002：\(empty) 是空的
            首行应为列名，其后每行一条。

            """))
    #expect(
      importing("--type", "wages", people, "--lang", "en")
        == Run(
          status: .badInput,
          errors: """
            gongjiang: IMP011: there is no type of record, party or list called "wages"
            Name one by its id or its Chinese name, as certificate or 证书.

            """))
    #expect(
      importing("--keep-good", "--all-or-nothing", people)
        == Run(
          status: .usage,
          errors: """
            gongjiang import: --all-or-nothing 和 --keep-good 不能同时写
            用法见 gongjiang import --help

            """))
  }
}

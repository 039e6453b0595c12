import Foundation
import Testing

@testable import gongjiang

/// `gongjiang export`, as a person at the terminal meets it.
@Suite struct ExportCommandTests {
  private let folder: Folder
  private var registry: [String] { ["--registry", folder.path + "/town.db"] }
  private var out: String { folder.path + "/out" }

  init() throws {
    folder = try Folder()
    let facts = """
      {"parties": [{"type": "person", "id": "p1", "name": "甲样例", "phone": "10000000001"}],
       "records": [{"type": "certificate", "party": "p1", "id": "c1", "level": 3,
                    "kind": "skill-level", "issuedOn": "2019-05-03", "number": "00123"}],
       "catalogues": {"shortage-occupations": [
         {"region": "330300", "year": 2019, "occupation": "6-18-01-01"}]}}
      """
    _ = run(
      ["import", "--quiet", try folder.file("facts.json", facts.utf8)] + registry,
      directory: repository)
  }

  private func exporting(_ words: String...) -> Run {
    run(["export"] + words + registry, directory: repository)
  }

  @Test("a file a type, by id or by Chinese name") func files() throws {
    #expect(
      exporting("certificate", "劳动者", "shortage-occupations", "--to", out)
        == Run(
          status: .success,
          output: """
            \(out)/certificate.csv：1 行，到变更 1 为止
            \(out)/person.csv：1 行，到变更 1 为止
            \(out)/shortage-occupations.csv：1 行，到变更 1 为止

            """))
    #expect(
      try folder.text(of: "out/certificate.csv") == """
        id,party,occupation,level,kind,issuedOn,issuer,number\r
        c1,p1,,3,skill-level,2019-05-03,,00123\r

        """)
    #expect(
      try folder.text(of: "out/shortage-occupations.csv")
        == "region,year,occupation\r\n330300,2019,6-18-01-01\r\n")
    #expect(try folder.text(of: "out/person.csv").contains("p1,甲样例,,,,,,,,100****0001\r\n"))
  }

  @Test("one type to a file, whose ending says the format; Chinese headings; numbers in full")
  func oneFile() throws {
    let path = folder.path + "/people.csv"
    #expect(
      exporting("person", "--to", path, "--headings", "zh", "--unmasked", "--lang", "en").output
        == "\(path): 1 rows, up to change 1\n")
    let text = try folder.text(of: "people.csv")
    #expect(text.hasPrefix("编号,姓名,身份证号,"))
    #expect(text.contains(",10000000001\r\n"))
    let workbook = folder.path + "/people.xlsx"
    #expect(exporting("person", "--to", workbook).status == .success)
    #expect(
      try Data(contentsOf: URL(filePath: workbook)).starts(with: [0x50, 0x4B, 0x03, 0x04]))
  }

  @Test("only what is new: a file remembers up to where") func newSince() throws {
    let mark = folder.path + "/last"
    let words = ["certificate", "--to", out, "--new-since", mark]
    let all = run(["export"] + words + registry, directory: repository)
    #expect(all.output == "\(out)/certificate_1-1.csv：1 行，到变更 1 为止\n")
    let first = try folder.text(of: "out/certificate_1-1.csv")
    #expect(first.contains(",number,变动 change\r\nc1,p1,,3,skill-level,2019-05-03,,00123,added\r\n"))
    #expect(try folder.text(of: "last").contains(/^certificate 1 \d{16}\n$/))
    #expect(
      run(["export"] + words + registry, directory: repository).output
        == "certificate：变更 1 以后没有变，没有写文件\n")
    #expect(
      run(["export"] + words + ["--lang", "en"] + registry, directory: repository).output
        == "certificate: nothing has changed since change 1; no file was written\n")
    #expect(
      run(["export"] + words + ["--json"] + registry, directory: repository).output
        == #"[{"type":"certificate","file":null,"rows":0,"upTo":1}]"# + "\n")
    try add("certificate_2.csv", "id,party,level\nc2,p1,2\n")
    try add("certificate_3.csv", "id,party,level\nc1,p1,2\n")
    let new = run(["export"] + words + registry, directory: repository)
    #expect(new.output == "\(out)/certificate_2-3.csv：2 行，到变更 3 为止\n")
    let second = try folder.text(of: "out/certificate_2-3.csv")
    #expect(second.contains("\r\nc2,p1,,2,,,,,added\r\nc1,p1,,2,,,,,corrected\r\n"))
    #expect(try folder.text(of: "out/certificate_1-1.csv") == first)
    #expect(exporting("certificate", "--to", out, "--after", "3").output.contains("0 行"))
  }

  private func add(_ name: String, _ table: String) throws {
    let file = try folder.file(name, table.utf8)
    #expect(run(["import", "--quiet", file] + registry, directory: repository).status == .success)
  }

  @Test("a file that was named is not replaced by what is new") func notReplaced() throws {
    let (mark, path) = (folder.path + "/last", folder.path + "/new.csv")
    let words = ["export", "certificate", "--to", path, "--new-since", mark] + registry
    #expect(run(words, directory: repository).status == .success)
    let first = try folder.text(of: "new.csv")
    try add("certificate_2.csv", "id,party,level\nc2,p1,2\n")
    #expect(
      run(words, directory: repository)
        == Run(
          status: .refused,
          errors: """
            gongjiang: \(path) 已经有了，可能是上次导出的，没有改动
            请用 --to 另写一个文件名，或写目录，文件名里就有变更的编号。

            """))
    #expect(
      run(words + ["--lang", "en"], directory: repository).errors == """
        gongjiang: \(path) is there already, perhaps from the last export; it was not changed
        Name another file with --to, or a folder, where names hold the numbers of changes.

        """)
    #expect(try folder.text(of: "new.csv") == first)
    #expect(try folder.text(of: "last").hasPrefix("certificate 1 "))
  }

  @Test("a bookmark of another registry, or ahead of one that was restored, is refused")
  func bookmarkAhead() throws {
    let (mark, database) = (folder.path + "/last", folder.path + "/town.db")
    let words = ["export", "certificate", "--to", out, "--new-since", mark] + registry
    try FileManager.default.copyItem(atPath: database, toPath: folder.path + "/backup.db")
    try add("certificate_2.csv", "id,party,level\nc2,p1,2\n")
    #expect(run(words, directory: repository).status == .success)
    let remembered = try folder.text(of: "last")
    for path in [database, database + "-wal", database + "-shm"] {
      try? FileManager.default.removeItem(atPath: path)
    }
    try FileManager.default.moveItem(atPath: folder.path + "/backup.db", toPath: database)
    let ahead = Run(
      status: .badInput,
      errors: """
        gongjiang: \(mark) 记着 certificate 导到变更 2，登记库 \(database) 里没有它：登记库换过，或从备份恢复过
        以前导出的可能与登记库不符；请另写一个 --new-since 文件，重新导出全部。

        """)
    #expect(run(words, directory: repository) == ahead)
    // The restored registry goes on, and comes to a change of the same number.
    try add("certificate_2.csv", "id,party,level\nc5,p1,2\n")
    #expect(run(words, directory: repository) == ahead)
    #expect(
      run(words + ["--lang", "en"], directory: repository).errors == """
        gongjiang: \(mark) says that certificate was exported up to change 2, which the registry \
        \(database) does not know: it is another one, or was restored from a backup
        What was exported may not be what the registry says; name another --new-since file to \
        export everything again.

        """)
    #expect(try folder.text(of: "last") == remembered)
    // A bookmark of before there were moments is held to the number alone.
    _ = try folder.file("last", "certificate 1\n".utf8)
    #expect(run(words, directory: repository).status == .success)
  }

  @Test("CSV for Excel") func excel() throws {
    #expect(exporting("certificate", "--to", out, "--excel").status == .success)
    #expect(try folder.text(of: "out/certificate.csv").contains(",\"=\"\"00123\"\"\"\r\n"))
  }

  @Test("determinations with their months, points, rules and what differs") func determined() throws
  {
    let facts = """
      {"region": "330300",
       "parties": [{"type": "person", "id": "p1"}, {"type": "organisation", "id": "e1", "kind": "enterprise"}],
       "records": [
        {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01", "level": 2, "kind": "skill-level", "issuedOn": "2019-05-03"},
        {"type": "employment", "party": "p1", "id": "j1", "employer": "e1", "from": "2015-01-01"},
        {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01"}],
       "catalogues": {"shortage-occupations": [{"region": "330300", "year": 2019, "occupation": "6-18-01-01"}]}}
      """
    let file = try folder.file("more.json", facts.utf8)
    _ = run(["import", "--quiet", file] + registry, directory: repository)
    func determine(_ day: String) {
      _ = run(
        ["determine", "--all", "--quiet", "--on", day] + registry, directory: repository)
    }
    determine("2020-06-30")
    #expect(exporting("determination", "--to", out).output.contains("到第 1 次核定为止"))
    let all = try folder.text(of: "out/determination.csv")
    let header =
      "benefit,label,party,owner,subject,outcome,amount,gross,granted,payable,months,from,to,rate,"
      + "spans,score,items,on,until,run,plan,number"
    #expect(all.hasPrefix(header + "\r\n"))
    let allowance = try #require(all.split(separator: "\r\n").first { $0.contains("/2020-06") })
    #expect(
      allowance.contains(
        ",6500.00,6500.00,0.00,6500.00,13,2019-06,2020-06,500.00,2019-06/2020-06 500.00,,,")
    )
    #expect(allowance.contains(/,[0-9a-f]{64},\d+$/))
    determine("2020-07-31")
    #expect(exporting("determination", "--to", out, "--after", "1").status == .success)
    let rows = try folder.text(of: "out/determination.csv").split(separator: "\r\n")
    #expect(rows.first?.hasSuffix(",plan,number,变动 change") == true)
    #expect(rows.dropFirst().contains { $0.hasSuffix(",corrected") && $0.contains("/2020-07") })
    // As it was determined from what was known then.
    #expect(exporting("determination", "--to", out, "--known", "1").output.contains("0 行"))
  }

  @Test("determinations before any run are a table without rows") func determinations() throws {
    #expect(
      exporting("核定", "--to", out, "--headings", "zh").output
        == "\(out)/determination.csv：0 行，到第 0 次核定为止\n")
    #expect(
      try folder.text(of: "out/determination.csv")
        == "待遇编号,待遇,领取人,事由所属,事由,结论,应发总额,上限前金额,已发,应付,月数,起,止,每月标准,分段,得分,分项得分,核定日,最早变化日,核定批次,规则指纹,结果编号\r\n"
    )
  }

  @Test("what cannot be exported") func refused() throws {
    #expect(
      exporting("certificat")
        == Run(
          status: .usage,
          errors: """
            gongjiang export: 没有“certificat”这种记录、当事人或目录；您要写的是 certificate 吗？
            用法见 gongjiang export --help

            """))
    let mark = try folder.file("last", "hello".utf8)
    #expect(
      exporting("certificate", "--new-since", mark, "--lang", "en")
        == Run(
          status: .badInput,
          errors: """
            gongjiang: \(mark) is not a file that export --new-since has written
            Name another file, or delete this one to export everything again.

            """))
    #expect(
      exporting("certificate", "--to", mark + "/x")
        == Run(
          status: .refused,
          errors: """
            gongjiang: 无法建立目录 \(mark)/x
            请检查上一级目录是否可写，是否已有同名文件。

            """))
    #expect(
      exporting("certificate", "--after", "x", "--lang", "en").errors
        == """
        gongjiang export: --after must be a whole number such as 20000, not 'x'
        See gongjiang export --help

        """)
    #expect(
      exporting("certificate", "--after", "1", "--new-since", mark).errors
        == "gongjiang export: --after 和 --new-since 不能同时写\n用法见 gongjiang export --help\n")
  }
}

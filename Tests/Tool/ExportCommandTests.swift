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
    #expect(all.output == "\(out)/certificate.csv：1 行，到变更 1 为止\n")
    #expect(try folder.text(of: "last") == "certificate 1\n")
    let more = try folder.file("certificate_2.csv", "id,party,level\nc2,p1,2\n".utf8)
    _ = run(["import", "--quiet", more] + registry, directory: repository)
    let new = run(["export"] + words + registry, directory: repository)
    #expect(new.output == "\(out)/certificate.csv：1 行，到变更 2 为止\n")
    #expect(try folder.text(of: "out/certificate.csv").contains("\r\nc2,p1,,2,"))
    #expect(exporting("certificate", "--to", out, "--after", "2").output.contains("0 行"))
  }

  @Test("determinations before any run are a table without rows") func determinations() throws {
    #expect(
      exporting("核定", "--to", out, "--headings", "zh").output
        == "\(out)/determination.csv：0 行，到第 0 次核定为止\n")
    #expect(
      try folder.text(of: "out/determination.csv")
        == "待遇编号,待遇,领取人,事由所属,事由,结论,应发总额,上限前金额,已发,应付,月数,起,止,核定日,最早变化日,核定批次\r\n")
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

import Core
import Facts
import Import
import Testing
import Vocabulary

@Suite struct ImportProblemTests {
  private let office: Office

  init() throws { office = try Office() }

  @Test(
    "files that cannot be read as a whole",
    arguments: [
      (
        [0xFF, 0xFE, 0x69, 0x00], "IMP001 a.csv 既不是 UTF-8 也不是 GB18030 文本。请在表格软件中另存为“CSV UTF-8”。",
        """
        IMP001 a.csv is text neither in UTF-8 nor in GB18030. Save it as "CSV UTF-8" in your \
        spreadsheet program.
        """
      ),
      (
        [0xC3, 0x28, 0x81], "IMP001 a.csv 既不是 UTF-8 也不是 GB18030 文本。请在表格软件中另存为“CSV UTF-8”。",
        """
        IMP001 a.csv is text neither in UTF-8 nor in GB18030. Save it as "CSV UTF-8" in your \
        spreadsheet program.
        """
      ),
      (
        Array("PK\u{3}\u{4}".utf8), "IMP008 a.csv 不是完好的 XLSX 工作簿。请在表格软件中打开并重新保存。",
        """
        IMP008 a.csv is not a sound XLSX workbook. Open it in your spreadsheet program and save it \
        again.
        """
      ),
      (
        Array("\n\r\n".utf8), "IMP002 a.csv 是空的。首行应为列名，其后每行一条。",
        """
        IMP002 a.csv is empty. The first line must name the columns; each line after it is one.
        """
      ),
      (
        Array("id,party\nc1,p1\nc2,\"p1\nc3,p1\n".utf8),
        "IMP003 a.csv 第 3 行有一个引号没有闭合。请补上引号；单元格内的引号要写两遍。",
        """
        IMP003 a.csv: a quote on line 3 is never closed. Close it; a quote within a cell is written \
        twice.
        """
      ),
      (
        Array("id,levle,等级,level\n".utf8),
        """
        IMP005 a.csv 的表头有误。第 1 行第 2 列（levle） FACT002：此处没有名为“levle”的项。是不是想写“level”？
        第 1 行第 4 列（level） FACT003：“level”与前面的一项是同一项（中文名与英文名）。只留一项。
        第 1 行 FACT004：缺少 party。请补上 party。
        """,
        """
        IMP005 the header of a.csv is wrong. line 1, column 2 (levle): FACT002: there is no "levle" \
        here. Did you mean "level"?
        line 1, column 4 (level): FACT003: "level" is the same as an item before it, under its other \
        name. Keep one of the two.
        line 1: FACT004: party is missing. Add party.
        """
      ),
    ] as [([UInt8], String, String)]) func whole(_ bytes: [UInt8], _ zh: String, _ en: String)
    throws
  {
    let table = TableImport(
      into: office.registry, try TableReader.Subject(fileNamed: "certificate", office.vocabulary))
    do {
      _ = try table.run(bytes, name: "a.csv")
      Issue.record("nothing was refused")
    } catch let problem as ImportProblem {
      #expect("\(problem.code) \(problem.message.zh)。\(problem.advice.zh)" == zh)
      #expect("\(problem.code) \(problem.message.en). \(problem.advice.en)" == en)
    }
    #expect(try office.records() == [])
  }

  @Test("a sheet that is too large is told in full") func largeSheet() {
    let problem = ImportProblem.largeSheet(file: "a.xlsx", megabytes: 32)
    #expect(
      "\(problem.code) \(problem.message.zh)。\(problem.advice.zh)"
        == "IMP009 a.xlsx 的工作表展开后超过 32 MB。请在表格软件中另存为“CSV UTF-8”。")
    #expect(
      "\(problem.code) \(problem.message.en). \(problem.advice.en)"
        == """
        IMP009 the sheet in a.xlsx has more than 32 MB when unpacked. Save it as "CSV UTF-8" in your \
        spreadsheet program.
        """)
  }

  @Test("a file's name says what its rows are") func names() throws {
    let certificate = TableReader.Subject.type(
      try #require(office.vocabulary.typeIndex("certificate")))
    for name in ["certificate.csv", "a/b/证书.csv", "证书（2024）.csv", "certificate_2024.utf8.csv"] {
      #expect(try TableReader.Subject(fileNamed: name, office.vocabulary) == certificate)
    }
    #expect(
      try TableReader.Subject(fileNamed: "working-days.csv", office.vocabulary)
        == .catalogue(
          try #require(office.vocabulary.catalogues.firstIndex { $0.id == "working-days" })))
    do throws(ImportProblem) {
      _ = try TableReader.Subject(fileNamed: "x/people.csv", office.vocabulary)
      Issue.record("nothing was refused")
    } catch {
      #expect(
        "\(error.code) \(error.message.zh)。\(error.advice.zh)"
          == """
          IMP004 从文件名 people.csv 看不出是哪种记录（“people”）。请把文件命名为记录种类，如 certificate.csv 或 \
          证书.csv，或另行指明种类。
          """)
      #expect(
        "\(error.code) \(error.message.en). \(error.advice.en)"
          == """
          IMP004 the name of people.csv does not say what type its rows are ("people"). Name the file \
          by the type, as certificate.csv or 证书.csv, or name the type yourself.
          """)
    }
  }
}

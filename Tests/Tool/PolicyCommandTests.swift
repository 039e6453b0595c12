import Core
import Foundation
import Testing

@testable import gongjiang

/// `policy attach` and `policy show`: what is kept and shown, and what is said of what cannot be.
@Suite struct PolicyCommandTests {
  private let folder: Folder
  private let home: String

  /// A home of its own, whose documents and vocabulary are the project's.
  init() throws {
    folder = try Folder()
    home = folder.path + "/home"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    for name in ["Policies", "Vocabulary"] {
      try FileManager.default.createSymbolicLink(
        atPath: home + "/" + name, withDestinationPath: repository + "/" + name)
    }
  }

  private func attach(_ words: String...) -> Run {
    run(["policy", "attach"] + words + ["--home", home])
  }

  private static let text = "关于测试的通知\n第一条 学校\n请老师。\n第三条 学徒\n补贴。\n"
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]
  private static let missing =
    "原文里没有找到：第二条、第四条、第五条、第六条、第七条、第八条、第九条、第十条、第十一条、第十二条、第十三条、第十四条、第十五条、附则\n"

  /// A PDF of one page; the code of each glyph is its character's.
  private static func pdf(_ lines: [String], encrypted: Bool = false) -> [UInt8] {
    func hex(_ number: Int, _ width: Int) -> String {
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let shown = lines.map { line in
      "<" + line.utf16.map { hex(Int($0), 4) }.joined() + "> Tj T*"
    }
    let content = "BT /F1 14 Tf 60 760 Td 20 TL " + shown.joined(separator: " ") + " ET"
    let ranges = (0..<256).map { "<\(hex($0, 2))00> <\(hex($0, 2))ff> <\(hex($0, 2))00>" }
    let map = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
      1 begincodespacerange <0000> <ffff> endcodespacerange 256 beginbfrange
      \(ranges.joined(separator: "\n"))
      endbfrange endcmap end end
      """
    let secret = String(repeating: "00", count: 32)
    let objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        + "/Resources<</Font<</F1 5 0 R>>>>>>",
      "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
      "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]"
        + "/ToUnicode 7 0 R>>",
      "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/DW 1000/CIDSystemInfo"
        + "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
      "<</Length \(map.utf8.count)>>stream\n\(map)\nendstream",
      "<</Filter/Standard/V 1/R 2/P -4/O<\(secret)>/U<\(secret)>>>",
    ]
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\(object) endobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    let lock = encrypted ? "/Encrypt 8 0 R/ID[<00><00>]" : ""
    file += "trailer<</Size \(objects.count + 1)/Root 1 0 R\(lock)>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  /// 第一条 学校 … in GB18030.
  private static let chinese: [UInt8] = [
    0xB5, 0xDA, 0xD2, 0xBB, 0xCC, 0xF5, 0x20, 0xD1, 0xA7, 0xD0, 0xA3, 0x0A,
  ]

  @Test(arguments: [
    ("text.txt", Array(text.utf8), 2),
    ("mark.txt", [0xEF, 0xBB, 0xBF] + Array(text.utf8), 2),
    ("chinese.txt", chinese, 1),
    ("text.pdf", pdf(["第一条 学校", "请老师。", "第三条 学徒"]), 2),
  ])
  func aTextIsKeptByArticles(_ name: String, _ bytes: [UInt8], _ count: Int) throws {
    let result = attach("wenzhou-2018-242", try folder.file(name, bytes))
    #expect(result.errors.isEmpty)
    #expect(result.status == .success)
    let missing = count == 2 ? Self.missing : Self.missing.replacing("第二条、", with: "第二条、第三条、")
    #expect(result.output.hasPrefix("\(name)：SM3 "))
    #expect(result.output.hasSuffix("\nOriginals/wenzhou-2018-242：对应 \(count) 条\n" + missing))
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: home + "/Originals/wenzhou-2018-242")
    #expect(
      kept.sorted() == ["original.json", "source." + name.suffix(3), "text.txt"])
  }

  @Test func aScanIsKeptByPages() throws {
    let one = try folder.file("1.png", Self.png)
    let two = try folder.file("2.jpg", [0xFF, 0xD8, 0xFF, 0xE0] as [UInt8])
    let result = attach("taizhou", one, two, "--pages", "第三部分=1-2")
    #expect(result.errors.isEmpty)
    #expect(result.output.hasSuffix("\nOriginals/taizhou：2 页，1 条写明了页码\n"))
    // Attached again it replaces what was there only when that is asked for.
    let again = attach("taizhou", one, "--pages", "第三部分=1")
    #expect(again.status == .badInput)
    #expect(
      again.errors
        == "gongjiang: ORI018：taizhou 已经附有原文：1.png、2.jpg\n要换成新的，请加 --replace；原来的不再保留。\n")
    let replaced = attach("taizhou", one, "--pages", "第三部分=1", "--replace")
    #expect(replaced.status == .success)
    #expect(replaced.output.hasPrefix("换下了 "))
    #expect(replaced.output.contains(" 附上的 1.png、2.jpg\n"))
    let kept = try FileManager.default.contentsOfDirectory(atPath: home + "/Originals/taizhou")
    #expect(kept.sorted() == ["original.json", "page-1.png"])
  }

  @Test(
    "What is said of what cannot be kept",
    arguments: [
      (
        ["wenzhou", "text.txt"],
        "ORI001：没有政策文件“wenzhou”\n已有的文件：KNOWN。"
      ),
      (
        ["taizhou", "word.docx"],
        "ORI002：word.docx 不是 TXT、PDF、PNG 或 JPEG\nWord 文件请另存为 PDF 或纯文本。"
      ),
      (["taizhou", "other.txt"], "ORI004：other.txt 既不是 UTF-8 也不是 GB18030 文本\n请把文件另存为 UTF-8 编码。"),
      (["taizhou", "locked.pdf"], "ORI005：locked.pdf 加了密码\n请附上没有密码的 PDF，或纯文本。"),
      (
        ["taizhou", "broken.pdf"],
        "ORI006：broken.pdf 不是完好的 PDF\n请用看图软件打开并重新保存，或附上纯文本。"
      ),
      (
        ["taizhou", "empty.pdf"],
        """
        ORI007：empty.pdf 里没有文字
        扫描的 PDF 请逐页存成 PNG 或 JPEG 再附上：gongjiang policy attach 文件 第1页.png 第2页.png \
        --pages 第一条=1。
        """
      ),
      (
        ["taizhou", "text.txt"],
        """
        ORI009：text.txt 里没有找到本文件的任何一条；找到的标题：第一条 学校、第三条 学徒
        标题应在行首，如 第一条、第一部分、一、、1.，或与本文件的标题相同；请核对是不是这份文件的原文。
        """
      ),
      (
        ["taizhou", "1.png"],
        "ORI017：扫描件没有写哪一条在第几页，对不上任何一条\n请写 --pages，例如 --pages 来源和概况=1；本文件有：ARTICLES"
      ),
      (
        ["wenling", "twice.txt"],
        """
        ORI019：twice.txt 里有几处可能是“第一部分”：第 1、3 行
        请用 --from 和 --until 写明本文件的部分从哪一行起、到哪一行前为止，写这一行开头的几个字。
        """
      ),
      (
        ["wenling", "twice.txt", "--from", "丙"],
        "ORI020：twice.txt 里没有一行以“丙”开头\n请照原文写一行开头的几个字；几种可能的，用逗号分开。"
      ),
      (
        ["yuhuan", "twice.txt"],
        """
        ORI021：本文件转述几份材料（一月简报、十二月简报），没有写 twice.txt 是哪一份
        请写成 一月简报=twice.txt。
        """
      ),
      (
        ["taizhou", "text.txt", "1.png"],
        "ORI010：text.txt 不能和别的文件一起附上\nTXT 或 PDF 只附一个文件；只有扫描件可以多页，或文件转述几份材料、各写名称。"
      ),
      (
        ["taizhou", "text.txt", "--pages", "第三部分=1"],
        "ORI011：text.txt 不是扫描件，不用写页码\n请去掉 --pages：各条按标题对应。"
      ),
      (
        ["taizhou", "1.png", "--pages", "第三部分:1"],
        "ORI012：看不懂页码“第三部分:1”\n请写成 第三条=1,第四条=1-2。"
      ),
      (
        ["taizhou", "1.png", "--pages", "第九条=1"],
        "ORI013：本文件没有“第九条”\n本文件有：ARTICLES。"
      ),
      (
        ["taizhou", "1.png", "--pages", "第三部分=1-2"],
        "ORI014：“第三部分”在第 2 页，可是扫描件只有 1 页\n页码从 1 起，按附上文件的次序。"
      ),
      (["taizhou", "none.txt"], "没有 none.txt 这个文件\n请检查路径。"),
    ])
  func refusals(_ words: [String], _ told: String) throws {
    let files: [String: [UInt8]] = [
      "text.txt": Array(Self.text.utf8), "word.docx": [0x50, 0x4B, 3, 4],
      "other.txt": [0xFF, 0xFF, 0x80], "locked.pdf": Self.pdf(["第一条"], encrypted: true),
      "broken.pdf": Array("%PDF-1.4\n".utf8), "empty.pdf": Self.pdf([]), "1.png": Self.png,
      "twice.txt": Array("一、甲\n二、乙\n一、丙\n".utf8),
    ]
    for (name, bytes) in files { _ = try folder.file(name, bytes) }
    let paths = words.map { word in
      files[word] != nil || word == "none.txt" ? folder.path + "/" + word : word
    }
    let result = run(["policy", "attach"] + paths + ["--home", home])
    let known = try FileManager.default.contentsOfDirectory(atPath: repository + "/Policies")
      .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
    let text = told.replacing("KNOWN", with: known.joined(separator: "、"))
      .replacing("没有 none.txt", with: "没有 \(folder.path)/none.txt")
    #expect(result.status == .badInput)
    #expect(result.output.isEmpty)
    if let end = text.range(of: "ARTICLES") {
      #expect(result.errors.hasPrefix("gongjiang: " + text[..<end.lowerBound] + "来源和概况、"))
    } else {
      #expect(result.errors == "gongjiang: " + text + "\n")
    }
    #expect(!FileManager.default.fileExists(atPath: home + "/Originals/taizhou"))
  }

  @Test func severalTextsOfOneDocumentStandBesideEachOther() throws {
    let one = try folder.file("1.txt", "甲\n玉环市经验\n一是股权\n三是评级\n仙居县经验\n一是别的\n".utf8)
    let two = try folder.file("12.txt", "玉环市经验\n二、工程\n天台县经验\n二、别的\n".utf8)
    let result = attach(
      "yuhuan", "一月简报=" + one, "十二月简报=" + two, "--from", "玉环市", "--until", "仙居县,天台县")
    #expect(result.errors.isEmpty)
    #expect(
      result.output.hasSuffix(
        "\nOriginals/yuhuan：对应 3 条\n原文里没有找到：来源、一月简报第二项、十二月简报第三部分\n"))
    let kept = try FileManager.default.contentsOfDirectory(atPath: home + "/Originals/yuhuan")
    #expect(
      kept.sorted()
        == ["original.json", "source-2.txt", "source.txt", "text-2.txt", "text.txt"])
  }

  @Test func onlyOneWordFollows() {
    #expect(
      run(["policy", "remove", "taizhou", "a.txt"])
        == Run(
          status: .usage,
          errors: """
            gongjiang policy: policy 之后的词：只能是 attach 或 show 或 export 或 import，不能是“remove”
            用法见 gongjiang policy --help

            """))
  }

  /// A home whose documents are those of the tests of amendments.
  private func amended() throws -> String {
    let home = folder.path + "/amended"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    for (name, place) in [
      ("Policies", "Tests/Workbench/Documents"), ("Vocabulary", "Vocabulary"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: home + "/" + name, withDestinationPath: repository + "/" + place)
    }
    return home
  }

  @Test func theTextIsShownAsIssuedAndAsOfADay() throws {
    let home = try amended()
    func text(_ words: String...) -> String {
      let result = run(["policy", "show"] + words + ["--home", home])
      #expect(result.status == .success && result.errors.isEmpty)
      return result.output
    }
    let issued = try String(
      contentsOfFile: repository + "/Tests/Workbench/Documents/base.md", encoding: .utf8)
    #expect(text("base") == issued)
    #expect(text("base.md", "--on", "2021-12-31") == issued)
    let note =
      "> **已废止**：2022-07-01 起的事项不再给，见 测发〔2022〕5号 第三条。 "
      + "*Repealed for events from 2022-07-01 on by 测发〔2022〕5号 Article 3.*\n\n"
    #expect(!text("base", "--on", "2022-06-30").contains("已废止"))
    let repealed = text("base", "--on", "2022-07-01")
    #expect(repealed.contains(note + "```yaml benefit\nid: course\n"))
    #expect(repealed.split(separator: "已废止").count == 2)
    #expect(repealed.contains("四级 · level 4 |         4 |   1800 |"))
    let article = text("measures", "--on", "2024-01-01")
    let why =
      "> **已废止**：2024-01-01 起的事项不再给，见 测发〔2022〕6号 第四条。 "
      + "*Repealed for events from 2024-01-01 on by 测发〔2022〕6号 Article 4.*\n"
    #expect(article.contains("Article 3 Travel subsidy\n\n" + why))
    #expect(article.contains(why + "\n```yaml benefit\nid: travel\n"))
  }

  @Test(arguments: [
    (["show", "base", "extra"], "“extra”是多余的"),
    (["show", "base", "--on", "2022"], "--on"),
    (["attach", "base"], "缺少"),
    (["attach", "base", "a.txt", "--on", "2022-01-01"], "没有 --on 这个选项"),
  ])
  func whatCannotBeAsked(_ words: [String], _ said: String) throws {
    let result = run(["policy"] + words + ["--home", try amended()])
    #expect(result.status == .usage)
    #expect(result.errors.contains(said), "\(result.errors)")
  }

  @Test func aDocumentThatIsNotThereIsTold() throws {
    let result = run(["policy", "show", "bases", "--home", try amended()])
    #expect(result.status != .success)
    #expect(result.errors.contains("bases") && result.errors.contains("base"))
  }
}

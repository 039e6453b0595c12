import Core
import Foundation
import Originals
import PolicyDocument
import Workbench

extension Command {
  static let policy = Command(
    "policy",
    Bilingual(
      zh: "附上印发的原文；打印某一天的文本；写成 DMN 模型，或由模型写成",
      en: "keep the issued text beside a policy document; print its text as of a day; write it as "
        + "a DMN model, or from one"),
    operand: Operand(
      ArgumentValue(
        Bilingual(
          zh: "attach 政策文件 文件…|show 政策文件|export 政策文件|import 模型.dmn",
          en: "attach DOCUMENT FILE…|show DOCUMENT|export DOCUMENT|import MODEL.dmn"),
        .file(suffix: "")),
      Bilingual(
        zh: "attach：政策文件的编号或路径；一个 TXT（UTF-8 或 GB18030）或 PDF，或扫描件（PNG、JPEG）每页一个，"
          + "网页上逐条对照；show：打印文件的文本，可以是某一天的；export：把政策文件写成 DMN 模型；import：把模型写成政策文件",
        en: "attach: a document's id or path; one TXT (UTF-8 or GB18030) or PDF, or a scan (PNG, "
          + "JPEG), a file for each page, shown side by side on its page; show: prints a document's "
          + "text, also as of a day; export: prints the document as a DMN model; import: prints a "
          + "model as a document"),
      count: 2...Int.max),
    options: [.dmnModel, .pages, .from, .until, .replace, .textOn, .home],
    examples: [
      Example(
        "policy attach wenzhou-2018-242 原文.pdf",
        Bilingual(
          zh: "按 第…条、一、… 的标题分条，存入 Originals/wenzhou-2018-242",
          en: "splits it by its headings and keeps it in Originals/wenzhou-2018-242")),
      Example(
        "policy attach wenzhou-2018-242 1.png 2.png --pages 第三条=1,第四条=1-2",
        Bilingual(
          zh: "扫描件：第三条在第 1 页，第四条在第 1 至 2 页",
          en: "a scan: article 3 is on page 1, article 4 on pages 1 and 2")),
      Example(
        "policy attach yuhuan 一月简报=1.txt 十二月简报=12.txt --from 玉环市 --until 仙居县,天台县",
        Bilingual(
          zh: "文件转述两份简报，各取讲玉环的部分",
          en: "a document that restates two briefings: of each the part on Yuhuan")),
      Example(
        "policy show wenzhou-2018-242 --on 2024-01-01",
        Bilingual(
          zh: "以后的文件修改过的，打印那一天的文本；废止的待遇保留，写明日期",
          en: "prints the text of that day, as later documents changed it; repealed benefits stay, "
            + "with the date")),
      Example(
        "policy export wenzhou-2018-242 --dmn > wenzhou.dmn",
        Bilingual(
          zh: "写成 DMN 1.5 模型，附决策图；模型说不了的逐条列出",
          en: "writes a model of DMN 1.5 with diagrams; what it cannot say is listed")),
      Example(
        "policy import wenzhou.dmn > wenzhou.md",
        Bilingual(zh: "由模型写成政策文件", en: "writes a policy document of a model")),
    ]
  ) { arguments, session in
    let words = arguments.operands
    switch try PolicyVerb(arguments) {
    case .attach: return try attach(words, arguments, session)
    case .show: return try showPolicy(arguments, session)
    case .export: return try PolicyModels(session).export(words[1], arguments)
    case .import: return try PolicyModels(session).import(words[1])
    }
  }

  private static func attach(
    _ words: [String], _ arguments: Arguments, _ session: Session
  ) throws -> ExitStatus {
    let home = try Home.find(arguments, session.environment)
    let document = try document(words[1], home)
    let sources = words.dropFirst(2).map { OriginalStore.Source($0, document) }
    for source in sources { try requireReadable(source.path) }
    let store = OriginalStore(home: home.path)
    let before = try? store.original(of: document)
    let original = try store.attach(
      sources, pages: arguments[.pages],
      TextExtent(from: arguments[.from], until: arguments[.until]), to: document,
      replacing: arguments.has(.replace), on: DateTime.now.date)
    if let before {
      let names = before.files.map(\.name)
      session.print(
        Bilingual(
          zh: "换下了 \(before.attachedOn) 附上的 \(names.joined(separator: "、"))",
          en: "replaced what was attached on \(before.attachedOn): "
            + names.joined(separator: ", ")))
    }
    tell(original, document, session)
    return .success
  }

  /// The document by its id, or by the path of its file.
  static func document(_ name: String, _ home: Home) throws -> PolicyDocument {
    let bench = try Workbench(home)
    if let document = bench.document(named: name)?.document { return document }
    throw OriginalProblem.unknownDocument(name, known: bench.documents.compactMap(\.id))
  }

  /// - Throws: `Problem` when a file cannot be read.
  private static func requireReadable(_ path: String) throws(Problem) {
    do {
      _ = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    } catch {
      throw Problem.unreadable(path, error)
    }
  }

  private static func tell(_ original: Original, _ document: PolicyDocument, _ session: Session) {
    let id = document.front.id.text
    for file in original.files {
      session.print(
        Bilingual(zh: "\(file.name)：SM3 \(file.hash)", en: "\(file.name): SM3 \(file.hash)"))
    }
    switch original.content {
    case .text(let articles, let missing):
      session.print(
        Bilingual(
          zh: "Originals/\(id)：对应 \(articles.count) 条",
          en: "Originals/\(id): \(articles.count) articles"))
      if !missing.isEmpty {
        session.print(
          Bilingual(
            zh: "原文里没有找到：\(missing.joined(separator: "、"))",
            en: "not found in the text: \(missing.joined(separator: ", "))"))
      }
    case .scan(let pages):
      session.print(
        Bilingual(
          zh: "Originals/\(id)：\(original.files.count) 页，\(pages.count) 条写明了页码",
          en: "Originals/\(id): \(original.files.count) pages, chosen for \(pages.count) articles"))
    }
  }
}

extension Option {
  static let pages = Option(
    "pages", takes: ArgumentValue(Bilingual(zh: "条=页", en: "ARTICLE=PAGE"), .text),
    Bilingual(
      zh: "扫描件：各条所在的页，如 第三条=1,第四条=1-2",
      en: "scans: the pages of each article, such as 第三条=1,第四条=1-2"))

  static let from = Option(
    "from", takes: ArgumentValue(Bilingual(zh: "行首", en: "WORDS"), .text),
    Bilingual(
      zh: "原文只有一部分讲本文件：这部分首行开头的几个字",
      en: "where only a part of the text is about the document: how its first line begins"))

  static let until = Option(
    "until", takes: ArgumentValue(Bilingual(zh: "行首", en: "WORDS"), .text),
    Bilingual(
      zh: "这部分之后的一行开头的几个字", en: "how the line after that part begins"))

  static let replace = Option(
    "replace",
    Bilingual(zh: "换下已经附上的原文", en: "put it in the place of a text that is attached already"))
}

/// What is to be done with a policy: the word after `policy`.
private enum PolicyVerb: String, CaseIterable {
  case attach, show, export, `import`

  private var options: [Option] {
    switch self {
    case .attach: [.pages, .from, .until, .replace, .home]
    case .show: [.textOn, .home]
    case .export: [.dmnModel, .home]
    case .import: [.home]
    }
  }

  /// - Throws: when there is no such verb, too few or too many words follow it, or an option is
  ///   given that belongs to another.
  init(_ arguments: Arguments) throws(UsageError) {
    let words = arguments.operands
    guard let verb = words.first.flatMap(PolicyVerb.init(rawValue:)) else {
      throw .notAChoice(
        words.first ?? "", PolicyVerb.allCases.map(\.rawValue),
        of: Bilingual(zh: "policy 之后的词", en: "the word after policy"))
    }
    let own = verb.options.map(\.name)
    for option in Command.policy.options where !own.contains(option.name) && arguments.has(option) {
      throw .unknownOption(option.spelling, among: verb.options + Option.common)
    }
    if verb == .attach, words.count < 3, let operand = Command.policy.operand {
      throw .operandMissing(operand)
    }
    if verb != .attach, words.count > 2 { throw .surplus(words[2]) }
    if verb == .export, !arguments.has(.dmnModel) { throw .missing(.dmnModel) }
    self = verb
  }
}

extension Option {
  static let dmnModel = Option(
    "dmn", Bilingual(zh: "export：写成 DMN 1.5 模型", en: "export: as a model of DMN 1.5"))
}

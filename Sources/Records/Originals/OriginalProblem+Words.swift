package import Core

extension OriginalProblem {
  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .unknownDocument(let name, _):
      Bilingual(zh: "没有政策文件“\(name)”", en: "there is no policy document “\(name)”")
    case .unknownKind(let file):
      Bilingual(
        zh: "\(file) 不是 TXT、PDF、PNG 或 JPEG", en: "\(file) is neither TXT, PDF, PNG nor JPEG")
    case .tooLarge(let file, let megabytes):
      Bilingual(zh: "\(file) 超过 \(megabytes) MB", en: "\(file) is larger than \(megabytes) MB")
    case .notText(let file):
      Bilingual(
        zh: "\(file) 既不是 UTF-8 也不是 GB18030 文本",
        en: "\(file) is text neither in UTF-8 nor in GB18030")
    case .encrypted(let file):
      Bilingual(zh: "\(file) 加了密码", en: "\(file) is protected by a password")
    case .damaged(let file):
      Bilingual(zh: "\(file) 不是完好的 PDF", en: "\(file) is not a sound PDF")
    case .noText(let file):
      Bilingual(zh: "\(file) 里没有文字", en: "there is no text in \(file)")
    case .noReader:
      Bilingual(zh: "没有安装读 PDF 的程序 pdftotext", en: "pdftotext, which reads PDF, is not installed")
    case .noArticle(let file, let found):
      Bilingual(
        zh: "\(file) 里没有找到本文件的任何一条"
          + (found.isEmpty ? "，也没有任何标题" : "；找到的标题：\(found.joined(separator: "、"))"),
        en: "\(file) holds none of the document's articles"
          + (found.isEmpty
            ? ", nor any heading" : "; headings found: \(found.joined(separator: ", "))"))
    case .severalTexts(let file):
      Bilingual(
        zh: "\(file) 不能和别的文件一起附上", en: "\(file) cannot be attached together with others")
    case .pagesOfText(let file):
      Bilingual(
        zh: "\(file) 不是扫描件，不用写页码", en: "\(file) is no scan; its pages need not be chosen")
    case .malformedPages(let text):
      Bilingual(zh: "看不懂页码“\(text)”", en: "the pages “\(text)” make no sense")
    case .unknownArticle(let name, _):
      Bilingual(zh: "本文件没有“\(name)”", en: "the document has no “\(name)”")
    case .unknownPage(let page, let article, let count):
      Bilingual(
        zh: "“\(article)”在第 \(page) 页，可是扫描件只有 \(count) 页",
        en: "“\(article)” is said to be on page \(page), but the scan has \(count)")
    case .notWritable(let folder):
      Bilingual(zh: "无法写入 \(folder)", en: "\(folder) cannot be written")
    case .unreadable(let folder):
      Bilingual(zh: "\(folder) 里的原文读不出来", en: "the text kept in \(folder) cannot be read")
    case .noPages:
      Bilingual(
        zh: "扫描件没有写哪一条在第几页，对不上任何一条",
        en: "nothing says which pages of the scan the articles are on")
    case .kept(let document, let files):
      Bilingual(
        zh: "\(document) 已经附有原文：\(files.joined(separator: "、"))",
        en: "\(document) has an issued text already: \(files.joined(separator: ", "))")
    case .ambiguous(let file, let article, let lines):
      Bilingual(
        zh: "\(file) 里有几处可能是“\(article)”：第 \(lines.told("、")) 行",
        en: "\(file) has several headings that may be “\(article)”: lines \(lines.told(", "))")
    case .noLine(let file, let beginnings):
      Bilingual(
        zh: "\(file) 里没有一行以“\(beginnings.joined(separator: "”或“"))”开头",
        en: "no line of \(file) begins with “\(beginnings.joined(separator: "” or “"))”")
    case .unnamedText(let file, let names):
      Bilingual(
        zh: "本文件转述几份材料（\(names.joined(separator: "、"))），没有写 \(file) 是哪一份",
        en: "the document restates several texts (\(names.joined(separator: ", "))); nothing says "
          + "which of them \(file) is")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .unknownDocument(_, let known):
      Bilingual(
        zh: "已有的文件：\(known.joined(separator: "、"))。",
        en: "There are: \(known.joined(separator: ", ")).")
    case .unknownKind:
      Bilingual(
        zh: "Word 文件请另存为 PDF 或纯文本。", en: "Save a word-processor file as PDF or plain text.")
    case .tooLarge:
      Bilingual(zh: "请降低扫描的分辨率，或分页保存。", en: "Scan it at a lower resolution, or page by page.")
    case .notText:
      Bilingual(zh: "请把文件另存为 UTF-8 编码。", en: "Save the file as UTF-8.")
    case .encrypted:
      Bilingual(
        zh: "请附上没有密码的 PDF，或纯文本。", en: "Attach a PDF without a password, or plain text.")
    case .damaged:
      Bilingual(
        zh: "请用看图软件打开并重新保存，或附上纯文本。",
        en: "Open it in a viewer and save it again, or attach plain text.")
    case .noText:
      Bilingual(
        zh:
          "扫描的 PDF 请逐页存成 PNG 或 JPEG 再附上：gongjiang policy attach 文件 第1页.png 第2页.png --pages 第一条=1。",
        en:
          "Save a scanned PDF page by page as PNG or JPEG and attach these: gongjiang policy attach "
          + "DOC page1.png page2.png --pages 第一条=1.")
    case .noReader:
      Bilingual(
        zh: "请安装：apt-get install poppler-utils poppler-data；或附上纯文本。",
        en: "Install it: apt-get install poppler-utils poppler-data; or attach plain text.")
    case .noArticle:
      Bilingual(
        zh: "标题应在行首，如 第一条、第一部分、一、、1.，或与本文件的标题相同；请核对是不是这份文件的原文。",
        en: "A heading begins a line: 第一条, 第一部分, 一、 or 1., or the document's own title. Check "
          + "that this is the text of this document.")
    case .severalTexts:
      Bilingual(
        zh: "TXT 或 PDF 只附一个文件；只有扫描件可以多页，或文件转述几份材料、各写名称。",
        en: "Attach one TXT or PDF; only scans have several files, one a page, and documents that "
          + "restate several texts, each with its name.")
    case .pagesOfText:
      Bilingual(zh: "请去掉 --pages：各条按标题对应。", en: "Leave --pages out: articles go by their headings.")
    case .malformedPages:
      Bilingual(
        zh: "请写成 第三条=1,第四条=1-2。", en: "Write them like this: 第三条=1,第四条=1-2.")
    case .unknownArticle(_, let known):
      Bilingual(
        zh: "本文件有：\(known.joined(separator: "、"))。", en: "It has: \(known.joined(separator: ", "))."
      )
    case .unknownPage:
      Bilingual(
        zh: "页码从 1 起，按附上文件的次序。", en: "Pages count from 1, in the order of the files.")
    case .notWritable:
      Bilingual(
        zh: "请检查目录的写权限和磁盘空间。", en: "Check that the folder may be written and the disk is not full.")
    case .unreadable:
      Bilingual(
        zh: "请重新附上：gongjiang policy attach … --replace。",
        en: "Attach the text again with gongjiang policy attach … --replace.")
    case .noPages(let articles):
      Bilingual(
        zh:
          "请写 --pages，例如 --pages \(articles.first ?? "第一条")=1；本文件有：\(articles.joined(separator: "、"))。",
        en: "Give --pages, such as --pages \(articles.first ?? "第一条")=1; the document has: "
          + "\(articles.joined(separator: ", ")).")
    case .kept:
      Bilingual(
        zh: "要换成新的，请加 --replace；原来的不再保留。",
        en: "To put the new one in its place add --replace; the old one is not kept.")
    case .ambiguous:
      Bilingual(
        zh: "请用 --from 和 --until 写明本文件的部分从哪一行起、到哪一行前为止，写这一行开头的几个字。",
        en:
          "Say with --from and --until where the document's part begins and which line follows it, "
          + "by the first words of these lines.")
    case .noLine:
      Bilingual(
        zh: "请照原文写一行开头的几个字；几种可能的，用逗号分开。",
        en: "Give the first words of a line as they stand; of several, with commas between.")
    case .unnamedText(let file, let names):
      Bilingual(
        zh: "请写成 \(names.first ?? "")=\(file)。", en: "Write \(names.first ?? "")=\(file).")
    }
  }
}

extension [Int] {
  fileprivate func told(_ separator: String) -> String {
    map(String.init).joined(separator: separator)
  }
}

import DelimitedText
package import Core
import Foundation
package import PolicyDocument

/// The issued texts of a home folder: `Originals/DOC/` holds the files as they were attached, their
/// text, and a note of both. The folder belongs to the installation, not to the repository.
package struct OriginalStore: Sendable {
  private let folder: String

  /// The most bytes of one file.
  private static let largestFile = 32 << 20

  /// - Parameter home: path of the home folder.
  package init(home: String) { folder = home + "/Originals" }

  /// A file to attach.
  package struct Source: Sendable {
    package let path: String
    /// What the document calls the text, where it restates several; else empty.
    let called: String

    /// - Parameters:
    ///   - word: a path, or a name that the document has for one of its texts and the path of that
    ///     text: `一月简报=brief.txt`.
    ///   - document: the document.
    package init(_ word: String, _ document: PolicyDocument) {
      let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
      let isNamed = sides.count == 2 && TextSplitting.names(in: document).contains(sides[0])
      called = isNamed ? sides[0] : ""
      path = isNamed ? sides[1] : word
    }
  }

  /// Keeps an issued text beside a document.
  ///
  /// - Parameters:
  ///   - sources: one TXT or PDF, or one for each text that the document restates, or pictures of
  ///     pages in their order.
  ///   - choice: which pages of a scan each article stands on: `第三条=1,第四条=1-2`.
  ///   - extent: which part of a text is about the document.
  ///   - document: the document.
  ///   - replaces: whether what was kept before makes room.
  ///   - day: today.
  /// - Returns: what is kept.
  /// - Throws: `OriginalProblem`; nothing changes then. What cannot be read at all, as Foundation
  ///   says it.
  package func attach(
    _ sources: [Source], pages choice: String?, _ extent: TextExtent = TextExtent(),
    to document: PolicyDocument, replacing replaces: Bool, on day: CivilDate
  ) throws -> Original {
    if !replaces { try requireNone(document) }
    var pieces: [AttachedFile] = []
    for source in sources {
      pieces.append(try AttachedFile(source, limit: OriginalStore.largestFile))
    }
    let isScan = pieces.allSatisfy(\.kind.isPicture)
    let files = pieces.enumerated().map { index, piece in
      let number = isScan || index > 0 ? "-\(index + 1)" : ""
      return Original.File(
        name: piece.name, hash: piece.hash,
        kept: (isScan ? "page" : "source") + number + piece.kind.suffix, called: piece.called)
    }
    if isScan {
      guard let choice else {
        throw OriginalProblem.noPages(
          articles: TextSplitting.articles(of: document).compactMap { $0.section.article?.zh })
      }
      let pages = try PageChoice.read(choice, document, pages: files.count)
      let original = Original(files: files, attachedOn: day, content: .scan(pages: pages))
      try keep(original, pieces.map(\.bytes), [], document.front.id.text)
      return original
    }
    let text = pieces.first { !$0.kind.isPicture }?.name ?? ""
    let isOneEach = Set(pieces.map(\.called)).count == pieces.count
    if pieces.contains(where: \.kind.isPicture) || !isOneEach {
      throw OriginalProblem.severalTexts(file: text)
    }
    if choice != nil { throw OriginalProblem.pagesOfText(file: text) }
    var texts: [String] = []
    for piece in pieces { texts.append(try part(of: piece, extent, document)) }
    let original = Original(
      files: files, attachedOn: day, content: OriginalStore.content(texts, files, document))
    try keep(original, pieces.map(\.bytes), texts, document.front.id.text)
    return original
  }

  private func requireNone(_ document: PolicyDocument) throws(OriginalProblem) {
    let id = document.front.id.text
    guard FileManager.default.fileExists(atPath: folder(of: id)) else { return }
    let note = OriginalNote(at: folder(of: id) + "/" + OriginalNote.file)
    throw .kept(document: id, files: note?.files.map(\.name) ?? [])
  }

  /// The part of a text that is about a document, with articles of it.
  private func part(
    of piece: AttachedFile, _ extent: TextExtent, _ document: PolicyDocument
  ) throws(OriginalProblem) -> String {
    let text = try extent.cut(piece.text(), name: piece.name)
    let split = TextSplitting(text, document, called: piece.called)
    if let doubtful = split.ambiguous.first {
      throw .ambiguous(file: piece.name, article: doubtful.title, lines: doubtful.lines)
    }
    if split.articles.isEmpty {
      let names = TextSplitting.names(in: document)
      if piece.called.isEmpty, !names.isEmpty {
        throw .unnamedText(file: piece.name, names: names)
      }
      throw .noArticle(file: piece.name, found: Array(split.headings.prefix(10)))
    }
    return text
  }

  /// Texts in articles.
  private static func content(
    _ texts: [String], _ files: [Original.File], _ document: PolicyDocument
  ) -> Original.Content {
    var articles: [String: String] = [:]
    for (text, file) in zip(texts, files) {
      articles.merge(TextSplitting(text, document, called: file.called).articles) { $1 }
    }
    let missing = TextSplitting.articles(of: document).map(\.section)
      .filter { articles[$0.anchor] == nil }.map { $0.article?.zh ?? $0.title.zh }
    return .text(articles: articles, missing: missing)
  }

  /// What is kept beside a document; `nil` where nothing is.
  ///
  /// - Throws: `OriginalProblem.unreadable` when what is kept is damaged.
  package func original(of document: PolicyDocument) throws(OriginalProblem) -> Original? {
    let place = folder(of: document.front.id.text)
    guard FileManager.default.fileExists(atPath: place) else { return nil }
    guard let note = OriginalNote(at: place + "/" + OriginalNote.file) else {
      throw .unreadable(folder: place)
    }
    if let pages = note.pages {
      return Original(files: note.files, attachedOn: note.attachedOn, content: .scan(pages: pages))
    }
    var texts: [String] = []
    for index in note.files.indices {
      let path = place + "/" + OriginalStore.textFile(index)
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw .unreadable(folder: place)
      }
      texts.append(text)
    }
    // Split anew: the document's own headings may have changed since.
    return Original(
      files: note.files, attachedOn: note.attachedOn,
      content: OriginalStore.content(texts, note.files, document))
  }

  /// The text of a file, by its position.
  private static func textFile(_ index: Int) -> String {
    index == 0 ? "text.txt" : "text-\(index + 1).txt"
  }

  /// The picture of a page, from 1, and its media type.
  package func page(
    _ number: Int, of original: Original, _ document: String
  ) -> (bytes: [UInt8], mediaType: String)? {
    guard original.files.indices.contains(number - 1) else { return nil }
    let kept = original.files[number - 1].kept
    guard let data = FileManager.default.contents(atPath: folder(of: document) + "/" + kept)
    else { return nil }
    return ([UInt8](data), kept.hasSuffix(".png") ? "image/png" : "image/jpeg")
  }

  private func folder(of document: String) -> String { folder + "/" + document }

  /// Writes into a folder of its own first, which then takes the place of the other.
  private func keep(
    _ original: Original, _ bytes: [[UInt8]], _ texts: [String], _ document: String
  ) throws(OriginalProblem) {
    let place = folder(of: document)
    let fresh = folder + "/.\(document).\(ProcessInfo.processInfo.processIdentifier)"
    let manager = FileManager.default
    defer { try? manager.removeItem(atPath: fresh) }
    do {
      try manager.createDirectory(atPath: fresh, withIntermediateDirectories: true)
      for (file, bytes) in zip(original.files, bytes) {
        try Data(bytes).write(to: URL(fileURLWithPath: fresh + "/" + file.kept))
      }
      for (index, text) in texts.enumerated() {
        let path = fresh + "/" + OriginalStore.textFile(index)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      }
      let note = OriginalNote(original)
      try Data(note.json.utf8).write(to: URL(fileURLWithPath: fresh + "/" + OriginalNote.file))
      if manager.fileExists(atPath: place) { try manager.removeItem(atPath: place) }
      try manager.moveItem(atPath: fresh, toPath: place)
    } catch {
      throw .notWritable(folder: place)
    }
  }
}

import DelimitedText
package import Core
import Cryptography
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

  /// Keeps an issued text beside a document; what was kept before is replaced.
  ///
  /// - Parameters:
  ///   - paths: one TXT or PDF, or pictures of pages in their order.
  ///   - choice: which pages of a scan each article stands on: `第三条=1,第四条=1-2`.
  ///   - document: the document.
  ///   - day: today.
  /// - Returns: what is kept.
  /// - Throws: `OriginalProblem`; nothing changes then. What cannot be read at all, as Foundation
  ///   says it.
  package func attach(
    _ paths: [String], pages choice: String?, to document: PolicyDocument, on day: CivilDate
  ) throws -> Original {
    var pieces: [Piece] = []
    for path in paths { pieces.append(try Piece(path, limit: OriginalStore.largestFile)) }
    let isScan = pieces.allSatisfy(\.kind.isPicture)
    if !isScan {
      let text = pieces.first { !$0.kind.isPicture }?.name ?? ""
      if pieces.count > 1 { throw OriginalProblem.severalTexts(file: text) }
      if choice != nil { throw OriginalProblem.pagesOfText(file: text) }
    }
    let files = pieces.enumerated().map { index, piece in
      Original.File(
        name: piece.name, hash: piece.hash,
        kept: (isScan ? "page-\(index + 1)" : "source") + piece.kind.suffix)
    }
    var text: String?
    let content: Original.Content
    if isScan {
      content = .scan(
        pages: try choice.map { try PageChoice.read($0, document, pages: files.count) } ?? [:])
    } else {
      let whole = try pieces[0].text()
      let split = TextSplitting(whole, document)
      if split.articles.isEmpty {
        throw OriginalProblem.noArticle(
          file: pieces[0].name, found: Array(split.headings.prefix(10)))
      }
      text = whole
      content = .text(articles: split.articles, missing: split.missing)
    }
    let original = Original(files: files, attachedOn: day, content: content)
    try keep(original, pieces.map(\.bytes), text, document.front.id.text)
    return original
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
    guard let text = try? String(contentsOfFile: place + "/text.txt", encoding: .utf8) else {
      throw .unreadable(folder: place)
    }
    // Split anew: the document's own headings may have changed since.
    let split = TextSplitting(text, document)
    return Original(
      files: note.files, attachedOn: note.attachedOn,
      content: .text(articles: split.articles, missing: split.missing))
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
    _ original: Original, _ bytes: [[UInt8]], _ text: String?, _ document: String
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
      try text.map { try Data($0.utf8).write(to: URL(fileURLWithPath: fresh + "/text.txt")) }
      let note = OriginalNote(original)
      try Data(note.json.utf8).write(to: URL(fileURLWithPath: fresh + "/" + OriginalNote.file))
      if manager.fileExists(atPath: place) { try manager.removeItem(atPath: place) }
      try manager.moveItem(atPath: fresh, toPath: place)
    } catch {
      throw .notWritable(folder: place)
    }
  }
}

/// A file that is being attached.
private struct Piece {
  let path: String
  let name: String
  let bytes: [UInt8]
  let kind: OriginalKind
  let hash: String

  init(_ path: String, limit: Int) throws {
    self.path = path
    name = URL(fileURLWithPath: path).lastPathComponent
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    guard data.count <= limit else {
      throw OriginalProblem.tooLarge(file: name, megabytes: limit >> 20)
    }
    bytes = [UInt8](data)
    guard let kind = OriginalKind(bytes, name: name) else {
      throw OriginalProblem.unknownKind(file: name)
    }
    self.kind = kind
    hash = try SM3.digest(bytes).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  /// The text of a TXT or PDF.
  func text() throws(OriginalProblem) -> String {
    if kind == .pdf { return try PDFReader.text(of: path, name: name) }
    guard let text = TextDecoding.text(bytes) else { throw .notText(file: name) }
    guard text.contains(where: { !$0.isWhitespace }) else { throw .noText(file: name) }
    return text
  }
}

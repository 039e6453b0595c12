package import Core

/// An issued text kept beside the document that restates it.
package struct Original: Sendable {
  /// A file as it was attached.
  package struct File: Sendable, Equatable {
    /// As it was called when it was attached.
    package let name: String
    /// SM3 of its bytes, in hexadecimal digits.
    package let hash: String
    /// What it is called where it is kept.
    let kept: String
    /// What the document calls the text, where it restates several; else empty.
    let called: String
  }

  package enum Content: Sendable, Equatable {
    /// What stands under each article, by the anchor of its heading; and the articles that the text
    /// does not have.
    case text(articles: [String: String], missing: [String])
    /// Pictures of pages, one a file; and the pages of each article, from 1, by the anchor of its
    /// heading.
    case scan(pages: [String: [Int]])
  }

  package let files: [File]
  package let attachedOn: CivilDate
  package let content: Content
}

/// What a file holds, by its first bytes.
enum OriginalKind: Equatable {
  case text, pdf, png, jpeg

  init?(_ bytes: [UInt8], name: String) {
    if bytes.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if name.lowercased().hasSuffix(".txt") {
      self = .text
    } else {
      return nil
    }
  }

  /// With its dot.
  var suffix: String {
    switch self {
    case .text: ".txt"
    case .pdf: ".pdf"
    case .png: ".png"
    case .jpeg: ".jpg"
    }
  }

  var isPicture: Bool { self == .png || self == .jpeg }
}

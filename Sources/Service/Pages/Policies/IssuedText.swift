package import Core

/// The issued text of a document as its page shows it beside the articles.
package struct IssuedText: Sendable {
  package enum Part: Sendable {
    /// The words of an article.
    case words(String)
    /// Pages of a scan, from 1.
    case pages([Int])
  }

  /// By the anchor of the article's heading.
  package let parts: [String: Part]
  /// How many pages a scan has; 0 for a text.
  package let pageCount: Int
  /// The names of the files that were attached.
  package let names: [String]
  package let attachedOn: CivilDate
  /// SM3 of the first file, in hexadecimal digits.
  package let hash: String

  package init(
    parts: [String: Part], pageCount: Int, names: [String], attachedOn: CivilDate, hash: String
  ) {
    self.parts = parts
    self.pageCount = pageCount
    self.names = names
    self.attachedOn = attachedOn
    self.hash = hash
  }

  /// The query with which a document's page shows it.
  package static let query = "original=1"

  /// Where the picture of a page lies.
  package static func path(_ page: Int, of document: String) -> String {
    "/originals/\(document)/\(page)"
  }
}

package import Core

/// The YAML block that opens a document.
package struct FrontMatter: Sendable {
  /// `wenzhou-2018-242`: first half of every benefit's id.
  package let id: Cell
  /// The number the issuer gave, 温人社发〔2018〕242号.
  package let number: String?
  package let title: Bilingual
  package let issuer: Bilingual?
  package let issued: CivilDate?
  /// Events before this day give nothing; a benefit may state its own.
  package let eventsFrom: CivilDate?
  /// GB/T 2260 code the document applies to.
  package let region: String
}

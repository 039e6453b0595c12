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
  /// The day before which events give nothing; a benefit may state its own.
  package internal(set) var start: StartDay?
  /// Which day is held against it: that of the event, or that of the determination.
  package let startsBy: DependentWord<Amendment.Chosen>?
  /// GB/T 2260 code the document applies to.
  package let region: String

  /// Events before this day give nothing; a benefit may state its own.
  package var eventsFrom: CivilDate? { start?.day }
}

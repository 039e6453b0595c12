package import Core

/// A value that a region has set in the place of a document's own figure, as somebody wrote it: a
/// parameter or an assumption, for a span of time, with who set it and why.
package struct LocalValue: Sendable, Hashable {
  /// Id of the document.
  package let document: String
  /// The parameter or assumption, as the document names it.
  package let name: String
  /// GB/T 2260 code: it holds there and in the districts below.
  package let region: String
  /// The first day; `nil` for always before.
  package let from: CivilDate?
  /// The last day; `nil` for always after.
  package let to: CivilDate?
  /// As written; what it means follows from the figure's type.
  package let text: String
  /// Why it was set.
  package let reason: Bilingual
  /// Who set it.
  package let by: String
  /// What it rests on: the number of a notice, an article.
  package let cites: String?
  package let origin: Origin

  /// Where it was said.
  package enum Origin: Sendable, Hashable {
    /// In a file: the place of the whole item, and of each of its keys.
    case file(SourceRange, [Key: SourceRange])
    /// In the registry, under this number, known since this day.
    case registry(number: Int64, since: CivilDate)
  }

  /// The keys of an item in a file.
  package enum Key: String, Sendable, CaseIterable {
    case document, name, region, value, reason, by, from, to, cites
  }

  package init(
    document: String, name: String, region: String, from: CivilDate?, to: CivilDate?, text: String,
    reason: Bilingual, by: String, cites: String?, origin: Origin
  ) {
    self.document = document
    self.name = name
    self.region = region
    self.from = from
    self.to = to
    self.text = text
    self.reason = reason
    self.by = by
    self.cites = cites
    self.origin = origin
  }

  /// Whether both speak of one figure in one region, on at least one day.
  package func overlaps(_ other: LocalValue) -> Bool {
    guard (document, name, region) == (other.document, other.name, other.region) else {
      return false
    }
    return !ends(before: other) && !other.ends(before: self)
  }

  private func ends(before other: LocalValue) -> Bool {
    guard let to, let start = other.from else { return false }
    return to < start
  }
}

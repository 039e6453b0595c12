package import Core

/// A row of a parameter table: one value of a parameter for a span of time.
package struct ParameterRow: Sendable {
  package let name: Cell
  /// Given once, in the first row of the parameter.
  package let label: Bilingual?
  package let from: CivilDate?
  package let to: CivilDate?
  package let value: Cell
  package let unit: String?
  package let cites: String?
  package let section: PolicyDocument.SectionIndex
  package let range: SourceRange
}

/// `> **假设** name（label）= value …`: a figure or reading that the source leaves open.
package struct Assumption: Sendable {
  package let name: Cell
  package let label: Bilingual
  package let value: Cell
  /// The legal values, where the author closed the set.
  package let options: [Cell]
  package let unit: String?
  package let reason: Bilingual
  package let section: PolicyDocument.SectionIndex
  package let range: SourceRange
}

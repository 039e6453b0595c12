package import Core

/// A figure the document wants reached by a day; no rule, but data for indicators.
package struct TargetRow: Sendable {
  package enum Kind: Sendable, CaseIterable {
    /// So many by the due day.
    case count
    /// A share by the due day.
    case share
    /// So many in every year.
    case yearly
  }
  package let kind: Kind
  package let id: Cell
  package let label: Bilingual
  package let value: Cell
  package let unit: String?
  package let due: CivilDate?
  package let section: PolicyDocument.SectionIndex
  package let range: SourceRange
}

/// A provision that gives a status, a priority or a permission and no sum.
package struct ProvisionRow: Sendable {
  package enum Kind: Sendable, CaseIterable {
    /// Somebody counts as something.
    case status
    /// Somebody goes first.
    case priority
    /// Somebody may do something.
    case permission
    /// Somebody has to do something.
    case duty
    /// What the document holds for.
    case scope
  }
  package let kind: Kind
  package let id: Cell
  package let label: Bilingual
  /// For whom it holds.
  package let addressee: Bilingual
  package let section: PolicyDocument.SectionIndex
  package let range: SourceRange
}

package import Core
package import Facts

/// A case that is open, and what its rules ask for next: enough to ask somebody, not yet narrowed down
/// to what can still change it.
package struct OpenCase: Sendable {
  /// Where a fact that is lacking would stand.
  package enum Lack: Hashable, Sendable {
    /// A field of a record, by the record's position in `FactBase.records`.
    case record(Int, field: Int)
    /// A field of a party, by the party's position in `FactBase.parties`.
    case party(Int, field: Int)
    /// Records of a type, or something that is said in no record that is there.
    case type(Int)
    /// Whether something stands in an edition of a catalogue.
    case entry(CatalogueEntry)
  }

  /// The benefit's full id, and its name.
  package let benefit: String
  package let label: Bilingual
  /// Position in `FactBase.records` of what gives rise to it; `nil` for a case of a party itself.
  package let subject: Int?
  package let lacks: Set<Lack>
}

/// For what, and for whom, money is promised and paid.
package struct LedgerSubject: Sendable, Hashable {
  /// The number of the case.
  package let id: String
  /// The person or organisation that receives or gives back, as the registry knows it.
  package let party: String?

  package init(_ id: String, party: String? = nil) {
    self.id = id
    self.party = party
  }
}

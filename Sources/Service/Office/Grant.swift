import Core

/// A role, and where it holds.
package struct Grant: Sendable, Hashable {
  package let role: Role
  /// The region whose matters it covers, with all that lies in it; `nil` for every region.
  package let region: String?
  /// The organisation whose matters it covers; `nil` where the role is not tied to one.
  package let organisation: String?

  package init(_ role: Role, region: String? = nil, organisation: String? = nil) {
    self.role = role
    self.region = region
    self.organisation = organisation
  }

  /// Whether it covers a matter of this region and organisation.
  ///
  /// - Parameters:
  ///   - matter: its region, six digits (GB/T 2260).
  ///   - party: the organisation it is about, if any. A grant tied to an organisation covers only
  ///     that one.
  /// - Returns: whether it does.
  package func covers(region matter: String, organisation party: String? = nil) -> Bool {
    if let region, !matter.isRegion(within: region) { return false }
    if let organisation, organisation != party { return false }
    return true
  }
}

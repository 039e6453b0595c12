/// Who saw, changed, imported, exported or decided what.
package struct AuditEntry: Sendable, Equatable {
  package var signer: Signer
  /// What was done, `case.approve`: a room and a verb.
  package var action: String
  /// What it was done to: a kind, `case`, and its id.
  package var kind: String
  package var object: String
  /// The person or organisation it concerns.
  package var party: String?
  /// Names and values, without personal data beyond need; kept sorted by name.
  package var detail: [String: String]

  package init(
    _ signer: Signer, _ action: String, _ kind: String, _ object: String, party: String? = nil,
    detail: [String: String] = [:]
  ) {
    self.signer = signer
    self.action = action
    self.kind = kind
    self.object = object
    self.party = party
    self.detail = detail
  }
}

/// An entry as it stands in the trail.
package struct AuditLine: Sendable, Equatable {
  /// 1, 2, 3 …
  package let number: Int64
  package let moment: Moment
  package let user: Int64
  /// What the person was called then.
  package let name: String
  package let role: Role?
  package let action: String
  package let kind: String
  package let object: String
  package let party: String?
  /// A JSON object of texts, its members sorted.
  package let detail: String
  package let hash: [UInt8]
}

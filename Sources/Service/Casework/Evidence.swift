/// What may be attached to a case.
package enum EvidenceKind: String, Sendable, CaseIterable {
  case pdf = "application/pdf"
  case jpeg = "image/jpeg"
  case png = "image/png"

  /// Told by the first bytes, whatever the file calls itself.
  package init?(_ bytes: [UInt8]) {
    if bytes.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else {
      return nil
    }
  }

  /// What one file may weigh.
  package static let mostBytes = 10 << 20
  /// How many files a case may have.
  package static let mostFiles = 20
}

/// A file attached to a case.
package struct Evidence: Sendable, Equatable {
  package let key: Int64
  /// What the file was called; for people only.
  package let name: String
  package let kind: EvidenceKind
  package let size: Int
  /// SM3 of the content.
  package let hash: [UInt8]
}

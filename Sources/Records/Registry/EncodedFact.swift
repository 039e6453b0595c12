package import Facts

/// A party or record made ready for its table: all the work that needs no look into the registry,
/// done on whatever thread.
package struct EncodedFact: Sendable {
  package let record: Record
  /// Of what it says.
  let digest: [UInt8]
  /// Its cells, sealed; `nil` when that was left until it is clear that they are needed.
  let row: EncodedRow?
}

extension Registry {
  /// Makes a party or record ready for `Recorder.put(_:)`.
  ///
  /// - Parameter record: of this registry's vocabulary.
  /// - Returns: the fact, sealed.
  /// - Throws: `RegistryProblem.unfit`, `CryptographyFailure`.
  package func encoded(_ record: Record) throws -> EncodedFact {
    let table = layout.types[record.type]
    let subject = (table.kind == .party ? record.id : record.party) ?? ""
    var fingerprints = Fingerprints()
    let encoder = RowEncoder(seal: seal)
    let digest = try encoder.digest(record.values, table, of: subject, &fingerprints)
    let row = try encoder.row(record.values, table, party: subject, fingerprints)
    return EncodedFact(record: record, digest: digest, row: row)
  }
}

import Explain
import Casework
package import Core
import Determination
import Determinations
import Office
import Registry
import Store

extension Bureau {
  /// Compares the last case of every entitlement of a party with what is due by the facts and rules
  /// of a later day, and writes down what differs. No case is changed by it.
  ///
  /// - Parameters:
  ///   - owner: whose records the cases rest on.
  ///   - day: the day of the later determination.
  /// - Returns: how many differences were written down that were not there yet.
  /// - Throws: `StoreError`, `RegistryProblem`, `CaseworkProblem`.
  package func compare(_ owner: String, on day: CivilDate) throws -> Int {
    let snapshot = try registry.snapshot()
    let ended = try office.read { connection in
      try casework.paid(ofOwner: owner, connection)
    }
    guard !ended.isEmpty else { return 0 }
    let findings = try findings(of: owner, on: day, snapshot)
    var written = 0
    for record in ended {
      let later = findings.first { finding in
        let determination = finding.determination
        return finding.owner == owner && determination.benefit == record.entitlement.benefit
          && determination.party == record.entitlement.party
          && determination.subject == record.entitlement.subject
      }
      guard let later, let payable = later.determination.payable, payable != .zero else { continue }
      let basis = CaseRecord.Basis(
        on: day, plan: rules.hash(of: record.entitlement.benefit) ?? "", change: snapshot.change)
      try determinations.keep(rules)
      let text = Report(on: day, determinations: [later.determination]).json()
      let isNew = try office.write { connection in
        guard try casework.openCase(of: record.entitlement, connection) == nil else { return false }
        return try casework.propose(
          record.number, amount: payable.fen, basis: basis, determination: text, connection)
      }
      if isNew { written += 1 }
    }
    return written
  }
}

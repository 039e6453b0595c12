import Messages
import Casework
import Core
import Determination
import Determinations
import Explain
import FEEL
import Facts
import Foundation
package import Office
import PolicyPlan
import Procedures
import Registry
import Store
import Synchronization
import Vocabulary

/// What looking for entitlements came to.
package struct Found: Sendable, Equatable {
  /// Cases that were opened.
  package var opened = 0
  /// Entitlements that are in an open case already, or whose last payment is still on its way to the
  /// registry.
  package var waiting = 0
  /// 分 of the cases that were opened.
  package var amount: Int64 = 0

  package init() {}

  mutating func add(_ other: Found) {
    opened += other.opened
    waiting += other.waiting
    amount += other.amount
  }
}

extension Bureau {
  /// Opens a case for everything that the last run of determinations found due and that needs no
  /// application. May be called again at any time: what is open stays as it is.
  ///
  /// - Parameters:
  ///   - owners: only what the records of these give rise to; `nil` for everybody.
  ///   - signer: who has it done; the service itself at night.
  ///   - progress: told how many parties were looked at, of how many.
  /// - Returns: what it came to.
  /// - Throws: `StoreError`, `RegistryProblem`, `CaseworkProblem`.
  package func openFound(
    among owners: Set<String>? = nil, by signer: Signer = .system,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> Found {
    var due: [String] = []
    var seen: Set<String> = []
    let run = try determinations.each { determination in
      guard setup.ways.procedure(of: determination.benefit) == Bureau.withoutApplication,
        (determination.payable ?? .zero) > .zero,
        owners?.contains(determination.owner) ?? true, seen.insert(determination.owner).inserted
      else { return }
      due.append(determination.owner)
    }
    guard let run else { return Found() }
    let snapshot = try registry.snapshot()
    let found = due
    // So many owners go into one transaction: the disk is waited for once for all of them, and nobody
    // else for long.
    let size = 64
    let sum = Mutex(Found())
    let work = OrderedWork((found.count + size - 1) / size) { piece in
      try found[piece * size..<min((piece + 1) * size, found.count)].flatMap {
        try self.proposals(of: $0, on: run.on, snapshot)
      }
    } finish: { piece, proposals in
      let opened = try self.open(proposals, by: signer)
      sum.withLock { $0.add(opened) }
      progress(min((piece + 1) * size, found.count), found.count)
    }
    try work.run(threads: ProcessInfo.processInfo.activeProcessorCount)
    return sum.withLock { $0 }
  }

  static let withoutApplication = "payment-without-application"

  /// Determines one owner with all reasons, for what is due.
  private func proposals(
    of owner: String, on day: CivilDate, _ snapshot: Snapshot
  ) throws -> [CaseProposal] {
    let due = try findings(of: owner, on: day, snapshot).filter { finding in
      finding.owner == owner
        && setup.ways.procedure(of: finding.determination.benefit) == Bureau.withoutApplication
        && (finding.determination.payable ?? .zero) > .zero
    }
    guard !due.isEmpty else { return [] }
    let parties = try registry.files(
      of: Set(due.map(\.determination.party) + [owner]).sorted(), types: ["employment"], on: day)
    return try due.map { try proposal($0, on: day, snapshot, parties) }
  }

  /// Opens the cases, and asks for consent, in one transaction.
  private func open(_ proposals: [CaseProposal], by signer: Signer) throws -> Found {
    guard !proposals.isEmpty else { return Found() }
    return try office.write { connection in
      var found = Found()
      for proposal in proposals {
        // Both are thrown before anything is written.
        do {
          let record = try casework.open(proposal, by: signer, connection)
          try askConsent(record, connection)
          found.opened += 1
          found.amount += proposal.amount
        } catch CaseworkProblem.alreadyOpen {
          found.waiting += 1
        } catch CaseworkProblem.notYetRecorded {
          found.waiting += 1
        }
      }
      return found
    }
  }

  /// Everything that a party's records give rise to, with reasons.
  func findings(
    of owner: String, on day: CivilDate, _ snapshot: Snapshot
  ) throws -> [Finding] {
    try PartyDeterminer(rules, snapshot).findings(of: owner, on: day) ?? []
  }

  /// A determination as a case is opened with it.
  func proposal(
    _ finding: Finding, on day: CivilDate, _ snapshot: Snapshot, _ parties: FactBase,
    procedure: String? = nil
  ) throws -> CaseProposal {
    let determination = finding.determination
    // What a person decides on can be worked out again, whether or not a run has gone by these rules.
    try determinations.keep(rules)
    return CaseProposal(
      procedure: procedure ?? setup.ways.procedure(of: determination.benefit),
      entitlement: Entitlement(
        benefit: determination.benefit, owner: finding.owner, party: determination.party,
        subject: determination.subject),
      partyName: name(of: determination.party, in: parties),
      region: region(of: determination, in: parties),
      amount: determination.payable?.fen ?? 0,
      basis: CaseRecord.Basis(
        on: day, plan: rules.hash(of: determination.benefit) ?? "", change: snapshot.change),
      determination: Report(on: day, determinations: [determination]).json(),
      items: determination.score?.items.map(\.id) ?? [])
  }

  private func askConsent(
    _ record: CaseRecord, _ connection: borrowing Connection
  ) throws {
    let benefit = rules.plans.flatMap(\.benefits).first { $0.id == record.entitlement.benefit }
    try messages.send(
      "case.consent-asked", to: .party(record.entitlement.party),
      values: .init(
        benefit: benefit?.label ?? Bilingual(record.entitlement.benefit), amount: record.money,
        date: record.due ?? record.opened.day), about: .init(record.number),
      key: "case/\(record.number)/consent-asked", connection)
  }

  private func name(of id: String, in facts: FactBase) -> String {
    text("name", of: id, in: facts) ?? id
  }

  /// Where the case is worked on: where the payee lies, if that is within the document's region, else
  /// the document's region.
  private func region(of determination: Determination, in facts: FactBase) -> String {
    let document = determination.benefit.prefix { $0 != "/" }
    let whole = rules.plans.first { $0.id == document }?.region ?? ""
    let employers = facts.positions(
      of: registry.vocabulary.typeIndex("employment") ?? 0, party: determination.party
    ).compactMap { position -> String? in
      let record = facts.records[position]
      guard
        let field = registry.vocabulary.types[record.type].fieldIndex("employer"),
        case .known(.string(let employer)) = record.values[field]
      else { return nil }
      return text("region", of: employer, in: facts)
    }
    let own = [text("region", of: determination.party, in: facts)].compactMap(\.self)
    return (employers.reversed() + own).first { $0.isRegion(within: whole) } ?? whole
  }

  private func text(_ field: String, of id: String, in facts: FactBase) -> String? {
    guard let party = facts.party(id),
      let index = registry.vocabulary.types[party.type].fieldIndex(field),
      case .known(.string(let text)) = party.values[index], !text.isEmpty
    else { return nil }
    return text
  }
}

import Bureau
import Casework
import Core
import Foundation
import Office
import Store

/// Opens cases in great number.
struct CaseFill {
  private let bureau: Bureau
  private let crowd: Crowd
  /// Determinations to go by, by procedure.
  private let models: [String: [CaseProposal]]

  /// How many cases one transaction opens.
  private static let batch = 1_000
  /// How many cases wait for the consent of each worker who has an account.
  private static let waiting = 30

  init(_ bureau: Bureau, _ crowd: Crowd) throws {
    self.bureau = bureau
    self.crowd = crowd
    models = try CaseFill.models(bureau)
  }

  /// Nine tenths wait for consent; one tenth are applications, most of them waiting to be accepted.
  func run(_ count: Int, consentingWorkers workers: [Crowd.Worker]) throws {
    try consenting(workers)
    let rest = max(0, count - workers.count * CaseFill.waiting)
    let began = ContinuousClock.now
    for start in stride(from: 0, to: rest, by: CaseFill.batch) {
      let numbers = start..<min(start + CaseFill.batch, rest)
      let names = try names(of: numbers)
      try bureau.office.write { connection in
        for number in numbers { try fill(number, names, connection) }
      }
      if start % 50_000 == 0, start > 0 {
        let pace = (ContinuousClock.now - began) / start
        FileHandle.standardError.write(
          Data("\(start) cases, \(pace * (rest - start)) left\n".utf8))
      }
    }
  }

  private func consenting(_ workers: [Crowd.Worker]) throws {
    for worker in workers {
      try bureau.office.write { connection in
        for number in 0..<CaseFill.waiting {
          let record = try open(
            "payment-without-application", party: worker.party, name: worker.party,
            subject: "consent-\(number)", number, connection)
          try setAccount(record, worker.signer, connection)
        }
      }
    }
  }

  private func fill(
    _ number: Int, _ names: [String: String], _ connection: borrowing Connection
  ) throws {
    let party = self.party(number)
    let name = names[party] ?? party
    if number % 10 != 0 {
      _ = try open(
        "payment-without-application", party: party, name: name, subject: "fill-\(number)", number,
        connection)
      return
    }
    let record = try open(
      "application-with-evidence", party: party, name: name, subject: "fill-\(number)", number,
      connection)
    let actor = Actor(user: 0, name: name, party: party, grants: [Grant(.worker)])
    guard let signer = Signer(actor, as: .worker) else { return }
    try setAccount(record, signer, connection)
    _ = try bureau.casework.attach(
      "evidence.pdf", Array("%PDF-1.4\n%%EOF\n".utf8), to: record.number, by: signer, connection)
    _ = try bureau.casework.act("submit", on: record.number, by: signer, connection)
    if number % 100 == 0 {
      _ = try bureau.casework.take(record.number, by: crowd.clerk, connection)
      _ = try bureau.casework.act("accept", on: record.number, by: crowd.clerk, connection)
    }
  }

  /// Everybody has cases, in no order.
  private func party(_ number: Int) -> String {
    Crowd.id(1 + (number &* 7_919) % max(1, crowd.townsfolk))
  }

  private func names(of numbers: Range<Int>) throws -> [String: String] {
    let parties = Set(numbers.map(party)).sorted()
    var names: [String: String] = [:]
    for start in stride(from: 0, to: parties.count, by: 250) {
      let some = Array(parties[start..<min(start + 250, parties.count)])
      names.merge(try bureau.names(of: some)) { first, _ in first }
    }
    return names
  }

  private func open(
    _ procedure: String, party: String, name: String, subject: String, _ number: Int,
    _ connection: borrowing Connection
  ) throws -> CaseRecord {
    let all = models[procedure] ?? models.values.first ?? []
    let model = all[number % all.count]
    return try bureau.casework.open(
      CaseProposal(
        procedure: procedure,
        entitlement: Entitlement(
          benefit: model.entitlement.benefit, owner: party, party: party, subject: subject),
        partyName: name, region: model.region, amount: model.amount, basis: model.basis,
        determination: model.determination), by: .system, connection)
  }

  private func setAccount(
    _ record: CaseRecord, _ signer: Signer, _ connection: borrowing Connection
  ) throws {
    try bureau.casework.set(
      PayeeAccount(bank: "样品银行", holder: record.partyName, number: "330000123456"),
      of: record.number, by: signer, connection)
  }

  private static func models(_ bureau: Bureau) throws -> [String: [CaseProposal]] {
    try bureau.office.read { connection in
      var models: [String: [CaseProposal]] = [:]
      let page = try bureau.casework.list(QueueFilter(), limit: 200, for: .system, connection)
      for record in page.cases where record.amount > 0 {
        let detail = try bureau.casework.detail(
          record.number, for: .system, connection)
        models[record.procedure, default: []].append(
          CaseProposal(
            procedure: record.procedure, entitlement: record.entitlement,
            partyName: record.partyName, region: record.region, amount: record.amount,
            basis: record.basis, determination: detail.determination))
      }
      return models
    }
  }
}

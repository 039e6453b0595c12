import Core
import Office
import Store

extension People {
  /// What holds for every new grant, whoever gives it.
  func check(
    _ grant: Grant, for user: Int64, by signer: Signer, lastDay: CivilDate?,
    _ connection: borrowing Connection
  ) throws {
    guard grant.role != .system else { throw PeopleProblem.notAllowed }
    guard user != signer.actor.user else { throw PeopleProblem.ownGrant }
    guard grant.region?.isRegionCode != false else { throw PeopleProblem.badRegion }
    let isAgent = [.enterpriseAgent, .institutionAgent].contains(grant.role)
    guard !isAgent || grant.organisation?.isEmpty == false else {
      throw PeopleProblem.organisationNeeded
    }
    if let lastDay, lastDay < office.clock.today { throw PeopleProblem.endPassed }
    guard let account = try account(user, connection), account.closed == nil else {
      throw PeopleProblem.noAccount
    }
    let isHeld = try grants(of: user, connection).contains {
      $0.state.isOpen && $0.grant == grant
    }
    guard !isHeld else { throw PeopleProblem.alreadyGranted }
  }

  func insert(
    _ grant: Grant, to user: Int64, lastDay: CivilDate?, parent: Int64?, because reason: String,
    by signer: Signer, _ connection: borrowing Connection
  ) throws -> Int64 {
    let until = lastDay.map { Moment(startOf: CivilDate(dayNumber: $0.dayNumber + 1)) }
    let last = try connection.first(
      "SELECT COALESCE(MAX(\"number\"), 0) FROM \"people_grant\""
    ) { $0.integer(0) }
    let number = (last ?? 0) + 1
    try connection.run(
      """
      INSERT INTO "people_grant" ("number", "user", "role", "region", "organisation", "until",
        "parent", "proposed", "proposer", "reason")
      VALUES (\(number), \(user), \(grant.role.rawValue), \(grant.region), \(grant.organisation),
        \(until?.microseconds), \(parent), \(now.microseconds), \(signer.actor.user), \(reason))
      """)
    try recordGrant(
      parent == nil ? "propose-grant" : "delegate", number, by: signer, reason, connection)
    return number
  }

  func add(
    _ act: GrantRecord.Act.Kind, to number: Int64, because reason: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO "people_grant_act" ("grant_number", "act", "moment", "user", "reason")
      VALUES (\(number), \(act.rawValue), \(now.microseconds), \(signer.actor.user), \(reason))
      """)
    let verb =
      switch act {
      case .confirmed: "confirm-grant"
      case .refused: "refuse-grant"
      case .withdrawn: "withdraw-grant"
      }
    try recordGrant(verb, number, by: signer, reason, connection)
  }

  private func recordGrant(
    _ verb: String, _ number: Int64, by signer: Signer, _ reason: String,
    _ connection: borrowing Connection
  ) throws {
    let record = try grant(number, connection)
    guard let account = try account(record.user, connection) else { throw PeopleProblem.noAccount }
    var detail = ["grant": "\(number)", "role": record.grant.role.rawValue, "reason": reason]
    detail["region"] = record.grant.region
    detail["organisation"] = record.grant.organisation
    try self.record(verb, of: account, by: signer, detail, connection)
  }
}

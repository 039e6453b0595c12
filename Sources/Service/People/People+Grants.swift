package import Core
package import Office
package import Store

extension People {
  /// Gives somebody a role. Official roles take effect when another administrator confirms them; the
  /// others do at once.
  ///
  /// - Parameters:
  ///   - grant: the role, and where it holds.
  ///   - user: who shall have it; never the signer.
  ///   - lastDay: the last day on which it holds; `nil` for no end.
  ///   - reason: why, for the history.
  ///   - signer: an administrator of that region, or for the role of a worker a clerk.
  ///   - connection: the transaction.
  /// - Returns: the number of the grant.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func propose(
    _ grant: Grant, to user: Int64, lastDay: CivilDate? = nil, because reason: String,
    by signer: Signer, _ connection: borrowing Connection
  ) throws -> Int64 {
    let isClerk = grant.role == .worker && signer.role == .clerk
    guard isClerk || signer.role == .administrator,
      signer.covers(grant)
    else { throw PeopleProblem.notAllowed }
    try check(grant, for: user, by: signer, lastDay: lastDay, connection)
    let number = try insert(
      grant, to: user, lastDay: lastDay, parent: nil, because: reason, by: signer, connection)
    if !grant.role.isOfficial {
      try add(.confirmed, to: number, because: reason, by: signer, connection)
    }
    return number
  }

  /// Confirms what another administrator has proposed; from then on it holds.
  ///
  /// - Parameters:
  ///   - number: the grant.
  ///   - signer: an administrator of its region, neither who proposed it nor who shall have it.
  ///   - connection: the transaction.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func confirm(
    _ number: Int64, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let record = try grant(number, connection)
    guard signer.role == .administrator, signer.covers(record.grant) else {
      throw PeopleProblem.notAllowed
    }
    guard record.user != signer.actor.user else { throw PeopleProblem.ownGrant }
    guard record.proposer != signer.actor.user else { throw PeopleProblem.ownProposal }
    guard record.state == .proposed else { throw PeopleProblem.grantDecided }
    guard try account(record.user, connection)?.closed == nil else { throw PeopleProblem.noAccount }
    try add(.confirmed, to: number, because: "", by: signer, connection)
  }

  /// Refuses what was proposed, or takes one's own proposal back.
  ///
  /// - Parameters:
  ///   - number: the grant.
  ///   - reason: why, for the history.
  ///   - signer: an administrator of its region.
  ///   - connection: the transaction.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func refuse(
    _ number: Int64, because reason: String, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let record = try grant(number, connection)
    guard signer.role == .administrator, signer.covers(record.grant) else {
      throw PeopleProblem.notAllowed
    }
    guard record.state == .proposed else { throw PeopleProblem.grantDecided }
    try add(.refused, to: number, because: reason, by: signer, connection)
  }

  /// Ends a grant at once, and with it whatever was passed on from it. One signature is enough: it
  /// takes rights away. Two administrators of all regions remain, else nobody could grant any more.
  ///
  /// - Parameters:
  ///   - number: the grant.
  ///   - reason: why, for the history.
  ///   - signer: an administrator of its region, or the agent who has passed it on.
  ///   - connection: the transaction.
  /// - Throws: `PeopleProblem`, `StoreError`, `CryptographyFailure`.
  package func withdraw(
    _ number: Int64, because reason: String, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let record = try grant(number, connection)
    let isOwnDelegation = record.parent != nil && record.proposer == signer.actor.user
    guard isOwnDelegation || signer.role == .administrator && signer.covers(record.grant) else {
      throw PeopleProblem.notAllowed
    }
    guard record.state.isOpen else { throw PeopleProblem.grantDecided }
    if record.grant.role == .administrator, record.grant.region == nil, record.state == .effective,
      try holdersEverywhere(of: .administrator, connection).subtracting([record.user]).count < 2
    {
      throw PeopleProblem.tooFewAdministrators
    }
    try add(
      record.state == .proposed ? .refused : .withdrawn, to: number, because: reason, by: signer,
      connection)
  }

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

extension Signer {
  /// Whether the role they sign in covers a grant; one for all regions only where theirs does too.
  func covers(_ grant: Grant) -> Bool {
    actor.grants.contains { own in
      guard own.role == role, own.organisation == nil else { return false }
      guard let region = grant.region else { return own.region == nil }
      return own.covers(region: region)
    }
  }
}

import Bureau
import Core
import Office
import People

/// Who takes part: their accounts, and the signers that rooms know them as. Accounts are opened,
/// roles proposed and confirmed as administrators do it.
struct Cast {
  private let bureau: Bureau
  private let clock: DemonstrationClock
  private var users: [Part: Int64] = [:]
  private var secrets: [Part: String] = [:]
  /// Accounts of those who receive, by the party they are.
  private var workers: [String: Int64] = [:]

  init(_ bureau: Bureau, _ clock: DemonstrationClock) throws {
    self.bureau = bureau
    self.clock = clock
    for part in [Part.administrator, .secondAdministrator] {
      let account = NewAccount(signIn: part.signIn, name: part.name)
      let made = try bureau.people.generate(for: account)
      users[part] = try bureau.office.write { connection in
        try bureau.people.bootstrap(account, made.prepared, connection)
      }
      try enter(part, made.password)
    }
    for part in Part.allCases where !part.grants.isEmpty && users[part] == nil {
      try open(part, part.grants)
    }
  }

  // MARK: Opening accounts

  /// Opens the account of a part and gives it its roles; whoever plays it has signed in once.
  mutating func open(_ part: Part, _ grants: [Grant], party: String? = nil) throws {
    clock.advance(seconds: 300)
    let account = NewAccount(signIn: part.signIn, name: part.name, party: party)
    let made = try bureau.people.generate(for: account)
    let (first, second) = (try signer(.administrator), try signer(.secondAdministrator))
    users[part] = try bureau.office.write { connection in
      let user = try bureau.people.open(account, made.prepared, by: first, connection)
      for grant in grants {
        let number = try bureau.people.propose(
          grant, to: user, because: "演示", by: first, connection)
        if grant.role.isOfficial { try bureau.people.confirm(number, by: second, connection) }
      }
      return user
    }
    try enter(part, made.password)
  }

  /// Asks for a role that nobody has confirmed yet.
  func propose(_ grant: Grant, to part: Part, because reason: String) throws {
    clock.advance(seconds: 300)
    let first = try signer(.administrator)
    _ = try bureau.office.write { connection in
      try bureau.people.propose(grant, to: user(part), because: reason, by: first, connection)
    }
  }

  /// Opens the account of a worker who has come to the counter.
  mutating func admit(_ party: String, name: String) throws {
    guard workers[party] == nil else { return }
    clock.advance(seconds: 240)
    let account = NewAccount(signIn: "w-\(workers.count + 1)", name: name, party: party)
    let made = try bureau.people.generate(for: account)
    let clerk = try signer(.clerk)
    let administrator = try signer(.administrator)
    workers[party] = try bureau.office.write { connection in
      let user = try bureau.people.open(account, made.prepared, by: clerk, connection)
      _ = try bureau.people.propose(
        Grant(.worker), to: user, because: "本人到窗口开立", by: administrator, connection)
      return user
    }
  }

  /// Signs in for the first time: an authenticator for officials, and the password that everybody
  /// may know.
  private mutating func enter(_ part: Part, _ first: String) throws {
    let (people, address) = (bureau.people, "127.0.0.1")
    var entered = try people.signIn(part.signIn, password: first, from: address)
    // Each step is made once; a procedure that asks for another ends the walk.
    for _ in 0..<4 where entered.signed.stage != .full {
      clock.advance(seconds: 60)
      switch entered.signed.stage {
      case .mustEnrol:
        let made = try people.beginEnrolment(entered.signed, from: address)
        secrets[part] = made.secret
        let code = try Authenticator(secret: made.secret)?.code(at: clock.now).digits
        entered = try people.confirmEnrolment(code ?? "", entered.signed, from: address)
      case .mustChangePassword:
        entered = try people.changePassword(
          from: first, to: Demonstration.password, entered.signed, from: address)
      case .needsCode, .full: break
      }
    }
    try people.signOut(entered.signed)
  }

  // MARK: Who they are

  func user(_ part: Part) throws -> Int64 {
    guard let user = users[part] else { throw PeopleProblem.noAccount }
    return user
  }

  /// A part as rooms know it.
  func signer(_ part: Part) throws -> Signer { try signer(user(part), as: part.role) }

  /// A worker who was admitted, or the one whom one can sign in as.
  func worker(_ party: String) throws -> Signer {
    guard let user = workers[party] else { throw PeopleProblem.noAccount }
    return try signer(user, as: .worker)
  }

  private func signer(_ user: Int64, as role: Role) throws -> Signer {
    let found = try bureau.office.read { connection in
      try bureau.people.account(user, connection).map { account in
        Actor(
          user: user, name: account.name, party: account.party,
          grants: try bureau.people.grants(of: user, connection)
            .filter { $0.state == .effective }.map(\.grant))
      }
    }
    guard let found, let signer = Signer(found, as: role) else { throw PeopleProblem.notAllowed }
    return signer
  }

  /// Everybody as whom one can sign in, with what their authenticators hold.
  func players() -> [(player: Player, secret: String?)] {
    Part.allCases.compactMap { part in
      users[part].map { user in
        (
          Player(part: part, user: user, signIn: part.signIn, name: part.name), secrets[part]
        )
      }
    }
  }
}

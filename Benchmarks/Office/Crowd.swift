import Bureau
import Core
import Demonstration
import Office
import People
import Registry

/// Who works in the office, and the workers of the town.
struct Crowd {
  private let bureau: Bureau
  let clerk: Signer
  private let administrator: Signer
  /// How many workers the town has: their ids are W0000001 and so on.
  let townsfolk: Int

  init(_ bureau: Bureau) throws {
    self.bureau = bureau
    guard let demonstration = try Demonstration(bureau.office) else { throw NoDemonstration() }
    let players = try demonstration.players()
    clerk = try Crowd.signer(players.first { $0.part == .clerk }?.user, .clerk, bureau)
    administrator = try Crowd.signer(
      players.first { $0.part == .administrator }?.user, .administrator, bureau)
    townsfolk = try Crowd.count(bureau.registry)
  }

  struct NoDemonstration: Error {}

  /// Somebody of the town with an account.
  struct Worker {
    let party: String
    let signIn: String
    let signer: Signer
  }

  /// Opens accounts for the first workers of the town; each has signed in once and has the password
  /// of the demonstration.
  func openAccounts(_ count: Int) throws -> [Worker] {
    try (1...count).map { number in
      let party = Crowd.id(number)
      let account = NewAccount(signIn: "load-\(number)", name: party, party: party)
      let made = try bureau.people.generate(for: account)
      let user = try bureau.office.write { connection in
        let user = try bureau.people.open(account, made.prepared, by: clerk, connection)
        _ = try bureau.people.propose(
          Grant(.worker), to: user, because: "load", by: administrator, connection)
        return user
      }
      let address = "127.1.\(number / 250).\(number % 250)"
      let entered = try bureau.people.signIn(
        account.signIn, password: made.password, from: address)
      let changed = try bureau.people.changePassword(
        from: made.password, to: Demonstration.password, entered.signed, from: address)
      try bureau.people.signOut(changed.signed)
      return Worker(
        party: party, signIn: account.signIn, signer: try Crowd.signer(user, .worker, bureau))
    }
  }

  static func id(_ number: Int) -> String {
    let digits = "\(number)"
    return "W" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }

  private static func signer(
    _ user: Int64?, _ role: Role, _ bureau: Bureau
  ) throws -> Signer {
    guard let user else { throw NoDemonstration() }
    let found = try bureau.office.read { connection in
      try bureau.people.account(user, connection).map { account in
        Actor(
          user: user, name: account.name, party: account.party,
          grants: try bureau.people.grants(of: user, connection)
            .filter { $0.state == .effective }.map(\.grant))
      }
    }
    guard let found, let signer = Signer(found, as: role) else { throw NoDemonstration() }
    return signer
  }

  private static func count(_ registry: Registry) throws -> Int {
    let snapshot = try registry.snapshot()
    var (low, high) = (0, 1)
    while try snapshot.key(of: id(high)) != nil { (low, high) = (high, high * 2) }
    while high - low > 1 {
      let middle = (low + high) / 2
      if try snapshot.key(of: id(middle)) != nil { low = middle } else { high = middle }
    }
    return low
  }
}

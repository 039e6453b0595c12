import Core
import Cryptography
package import Office
import People
import Store

/// An office in which everybody is invented, to be looked at by anybody: whoever opens it may sign in
/// as each of its players. Only an office that was begun as one is one (`becomeDemonstration`), and
/// it is served to nobody but this machine.
package struct Demonstration: Sendable {
  private let office: OfficeStore

  /// The one password of all players.
  package static let password = "open-to-everybody"

  /// The demonstration that an office is; `nil` for one in which people work.
  ///
  /// - Parameter office: any.
  /// - Throws: `DemonstrationProblem.unfinished` where making it was broken off; `StoreError`.
  package init?(_ office: OfficeStore) throws {
    guard try office.demonstrationSeed() != nil else { return nil }
    self.office = office
    guard try !players().isEmpty else {
      throw DemonstrationProblem.unfinished(database: office.database.name)
    }
  }

  /// Everybody as whom one can sign in, in the order of the tour.
  ///
  /// - Throws: `StoreError`.
  package func players() throws -> [Player] {
    let found = try office.read { connection in
      try connection.all(
        "SELECT \"part\", \"user\", \"sign_in\", \"name\" FROM \"demonstration_player\""
      ) { row in
        Part(rawValue: row.text(0)).map { part in
          Player(part: part, user: row.integer(1), signIn: row.text(2), name: row.text(3))
        }
      }
    }
    let byPart = Dictionary(
      found.compactMap(\.self).map { ($0.part, $0) }, uniquingKeysWith: { first, _ in first })
    return Part.allCases.compactMap { byPart[$0] }
  }

  /// What the authenticator of a player shows now, and for how many seconds more.
  ///
  /// - Parameter user: an account.
  /// - Returns: `nil` for whoever is no player, or needs no code.
  /// - Throws: `StoreError`, `CryptographyFailure`.
  package func code(of user: Int64) throws -> (digits: String, seconds: Int64)? {
    let sealed = try office.read { connection in
      try connection.first(
        """
        SELECT "secret" FROM "demonstration_player" WHERE "user" = \(user) AND "secret" IS NOT NULL
        """
      ) { $0.bytes(0) }
    }
    guard let sealed, let secret = try office.seal.open(sealed, at: Demonstration.place(user))
    else {
      return nil
    }
    return try Authenticator(secret: secret)?.code(at: office.clock.now())
  }

  /// When the clock of a demonstration goes on: half a minute after the last thing that happened, so
  /// that it does not grow old while nobody looks, and codes that were used are over.
  ///
  /// - Parameter office: a demonstration.
  /// - Returns: the moment.
  /// - Throws: `StoreError`.
  package static func resumption(of office: OfficeStore) throws -> Moment {
    let last = try office.read { connection in
      try AuditTrail.entries(AuditTrail.Filter(), limit: 1, connection).first?.moment
    }
    return (last ?? Moment(startOf: Season.first)).adding(seconds: 30)
  }

  /// Writes down who can be signed in as; with that the demonstration is whole.
  static func keep(
    _ players: [(player: Player, secret: String?)], in office: OfficeStore
  ) throws {
    try office.write { connection in
      for (player, secret) in players {
        let sealed = try secret.map { try office.seal.seal($0, at: place(player.user)) }
        try connection.run(
          """
          INSERT INTO "demonstration_player" ("part", "user", "sign_in", "name", "secret")
          VALUES (\(player.part.rawValue), \(player.user), \(player.signIn), \(player.name),
            \(sealed))
          """)
      }
    }
  }

  private static func place(_ user: Int64) -> String { "demonstration_player/\(user)" }
}

/// Somebody as whom anybody can sign in.
package struct Player: Sendable, Equatable {
  package let part: Part
  /// The number of the account.
  package let user: Int64
  package let signIn: String
  package let name: String
}

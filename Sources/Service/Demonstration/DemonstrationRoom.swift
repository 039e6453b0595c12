package import Office
import Store

extension Demonstration {
  /// The table of those whose sign-ins everybody may know. An office in which people work is opened
  /// without it.
  package static let room = Room("demonstration") { dialect in
    [
      Migration(
        1, "players",
        [
          // Sealed like the secrets of the office itself, though nothing depends on it.
          """
          CREATE TABLE "demonstration_player" (
            "part" TEXT NOT NULL PRIMARY KEY, "user" \(dialect.integer) NOT NULL UNIQUE,
            "sign_in" TEXT NOT NULL, "name" TEXT NOT NULL, "secret" \(dialect.bytes)
          ) \(dialect.tableSuffix)
          """
        ] + Room.appendOnly("demonstration_player"))
    ]
  }
}

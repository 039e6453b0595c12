import Cryptography
import Office
import Store

extension People {
  /// Names are counted whether or not there is such an account, by a fingerprint: what is typed as
  /// a name may be a password.
  func failureKey(_ name: String) throws -> [UInt8] {
    try office.seal.fingerprint(name, of: "people_failure.name")
  }

  /// - Throws: `PeopleProblem.waiting` after too many failures, whether or not this try is right.
  func refuseIfWaiting(_ key: [UInt8], _ connection: borrowing Connection) throws {
    let until = try connection.first(
      "SELECT \"until\" FROM \"people_failure\" WHERE \"name\" = \(key)"
    ) { $0.integer(0) }
    let rest = (until ?? 0) - now.microseconds
    if rest > 0 { throw PeopleProblem.waiting(seconds: (rest + 999_999) / 1_000_000) }
  }

  /// Counts a failure and tells the trail; what was typed goes nowhere.
  ///
  /// - Returns: the wait that begins with it, in seconds.
  func countFailure(
    _ key: [UInt8], _ account: Account?, _ what: String, from address: String,
    _ connection: borrowing Connection
  ) throws -> Int64? {
    let now = now
    let rules = settings.lockOut
    let known = try connection.first(
      "SELECT \"count\", \"last\" FROM \"people_failure\" WHERE \"name\" = \(key)"
    ) { (count: $0.integer(0), last: Moment(microseconds: $0.integer(1))) }
    let before = known.flatMap { $0.last.adding(seconds: rules.memory) > now ? $0.count : nil } ?? 0
    let wait = rules.wait(afterFailures: before + 1)
    let until = now.adding(seconds: wait ?? 0)
    try connection.run(
      """
      INSERT INTO "people_failure" ("name", "count", "last", "until")
      VALUES (\(key), \(before + 1), \(now.microseconds), \(until.microseconds))
      ON CONFLICT ("name") DO UPDATE SET "count" = excluded."count", "last" = excluded."last",
        "until" = excluded."until"
      """)
    var detail = ["address": address, "what": what, "failures": "\(before + 1)"]
    if let wait { detail["wait"] = "\(wait)" }
    try AuditTrail.append(
      AuditEntry(
        .system, wait == nil ? "people.failure" : "people.lock-out", "account",
        account.map { "\($0.number)" } ?? "unknown", party: account?.party, detail: detail),
      at: now, connection)
    return wait
  }

  func forgetFailures(_ key: [UInt8], _ connection: borrowing Connection) throws {
    try connection.run("DELETE FROM \"people_failure\" WHERE \"name\" = \(key)")
  }

  /// - Throws: `PeopleProblem.tooMany` where an address or a name tries too often; nothing is
  ///   written, so that nobody can fill the trail.
  func takeTurn(_ address: String, _ key: [UInt8]) throws {
    let now = now
    for (buckets, key) in [(addressBuckets, Array(address.utf8)), (nameBuckets, key)] {
      if let wait = buckets.take(key, at: now) { throw PeopleProblem.tooMany(seconds: wait) }
    }
  }
}

extension PeopleSettings.LockOut {
  /// How long an account waits after so many failures in a row, in seconds; `nil` while they are
  /// free.
  func wait(afterFailures count: Int64) -> Int64? {
    let beyond = count - Int64(free) - 1
    guard beyond >= 0 else { return nil }
    return beyond < 32 ? min(longest, first << beyond) : longest
  }
}

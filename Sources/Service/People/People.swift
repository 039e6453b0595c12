package import Office
package import Passwords

/// Who may use the service, as what, and whether it is really them.
///
/// What belongs into a transaction of others takes their `Connection`. What hashes a password opens
/// its own, for nobody shall wait for the writer meanwhile.
package final class People: Sendable {
  let office: OfficeStore
  let settings: PeopleSettings
  let hasher: PasswordHasher
  /// Verified where there is no account, so that its absence takes as long as a wrong password.
  let nobodysHash: String
  let addressBuckets: TokenBuckets
  let nameBuckets: TokenBuckets

  /// The office must have been opened with `People.room`.
  ///
  /// - Parameters:
  ///   - office: where accounts lie.
  ///   - hasher: at the cost of the product; tests take the least.
  ///   - settings: times and limits.
  /// - Throws: `PasswordFailure`.
  package init(
    _ office: OfficeStore, hasher: PasswordHasher, settings: PeopleSettings = PeopleSettings()
  ) throws(PasswordFailure) {
    self.office = office
    self.settings = settings
    self.hasher = hasher
    nobodysHash = try hasher.hash("")
    addressBuckets = TokenBuckets(settings.perAddress)
    nameBuckets = TokenBuckets(settings.perName)
  }

  var now: Moment { office.clock.now() }
}

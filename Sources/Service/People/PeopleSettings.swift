/// How long people stay signed in, and how often they may be wrong.
package struct PeopleSettings: Sendable {
  /// How long a session lasts; in seconds.
  package struct Lifetime: Sendable {
    /// Without a request. As the last use is written at most once a minute, it may be up to a
    /// minute less.
    package var idle: Int64
    /// From the sign-in on, whatever happens.
    package var absolute: Int64

    package init(idle: Int64, absolute: Int64) {
      self.idle = idle
      self.absolute = absolute
    }
  }

  /// When an account waits after wrong passwords and codes; in seconds.
  package struct LockOut: Sendable {
    /// So many failures in a row are free.
    package var free = 4
    /// The wait after the first failure beyond; each further one doubles it.
    package var first: Int64 = 60
    package var longest: Int64 = 3_600
    /// So long after the last failure they are forgotten.
    package var memory: Int64 = 86_400

    package init() {}
  }

  /// How many attempts to sign in an address or a name has: so many at once, and one more every so
  /// many seconds.
  package struct Rate: Sendable {
    package var burst: Int64
    package var secondsEach: Int64

    package init(burst: Int64, secondsEach: Int64) {
      self.burst = burst
      self.secondsEach = secondsEach
    }
  }

  package var official = Lifetime(idle: 1_800, absolute: 43_200)
  package var other = Lifetime(idle: 43_200, absolute: 604_800)
  package var lockOut = LockOut()
  /// Many may sit behind one address.
  package var perAddress = Rate(burst: 60, secondsEach: 1)
  package var perName = Rate(burst: 10, secondsEach: 6)
  /// How seldom the last use of a session is written, in seconds.
  package var seenEvery: Int64 = 60
  /// What authenticator applications call the service.
  package var issuer = "工匠 Gongjiang"

  package init() {}
}

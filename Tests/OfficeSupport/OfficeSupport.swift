package import Core
import Cryptography
package import Office
import Store
import Synchronization
package import TestSupport

/// A clock that stands until it is set.
package final class SetClock: Sendable {
  private let moment: Mutex<Moment>

  package init(_ day: CivilDate) { moment = Mutex(Moment(startOf: day)) }

  package var clock: OfficeClock { OfficeClock { [self] in moment.withLock { $0 } } }

  package func advance(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }

  package func set(_ day: CivilDate) { moment.withLock { $0 = Moment(startOf: day) } }
}

extension TemporaryFolder {
  /// An office in a file of this folder, sealed with a key of the tests.
  package func office(
    _ rooms: [Room] = [], clock: OfficeClock = .system, name: String = "office.db"
  ) throws -> OfficeStore {
    try OfficeStore(
      Database.sqlite(path(name)), seal: Seal(masterKey: [UInt8](repeating: 7, count: 32)),
      keyName: "test.key", rooms: rooms, clock: clock)
  }
}

extension Signer {
  /// Somebody with one role in one region.
  package static func make(
    _ role: Role, _ user: Int64 = 1, region: String? = "330300", organisation: String? = nil,
    party: String? = nil
  ) throws -> Signer {
    let actor = Actor(
      user: user, name: "\(role.label.zh)\(user)", party: party,
      grants: [Grant(role, region: region, organisation: organisation)])
    guard let signer = Signer(actor, as: role) else { throw NoSuchRole() }
    return signer
  }

  private struct NoSuchRole: Error {}
}

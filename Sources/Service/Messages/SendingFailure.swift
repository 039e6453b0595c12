/// Why a letter has not gone out. What the other side says in words is not kept: it repeats
/// addresses.
package enum SendingFailure: Error, Sendable, Hashable {
  /// Nobody answers, or not in time.
  case unreachable
  /// No encrypted connection with the one that was meant.
  case notSecure
  /// The other side does not accept the user name, password or header.
  case notLoggedIn(status: Int)
  /// Not now: the other side's code.
  case putOff(status: Int)
  /// Not this letter: the other side's code.
  case refused(status: Int)
  /// The library that sends gave this number.
  case library(status: Int)
  /// Whoever was sending it ended in the middle, each time.
  case interrupted
  /// It waited so long that nobody should still get it.
  case tooOld
  /// The address cannot be opened with the key of the office.
  case sealed
  /// The message it announces has no text any more.
  case noText
}

extension SendingFailure {
  /// Whether trying again is of no use.
  package var isFinal: Bool {
    switch self {
    case .unreachable, .notSecure, .notLoggedIn, .putOff, .library: false
    case .refused, .interrupted, .tooOld, .sealed, .noText: true
    }
  }

  /// Stable; also how it is stored.
  package var code: String {
    switch self {
    case .unreachable: "SND001"
    case .notSecure: "SND002"
    case .notLoggedIn: "SND003"
    case .putOff: "SND004"
    case .refused: "SND005"
    case .library: "SND006"
    case .interrupted: "SND007"
    case .tooOld: "SND008"
    case .sealed: "SND009"
    case .noText: "SND010"
    }
  }

  /// What the other side, or the library, gave as a number.
  package var status: Int? {
    switch self {
    case .notLoggedIn(let status), .putOff(let status), .refused(let status),
      .library(let status):
      status
    default: nil
    }
  }

  /// Reads what was stored.
  init?(code: String, status: Int) {
    let all: [SendingFailure] = [
      .unreachable, .notSecure, .notLoggedIn(status: status), .putOff(status: status),
      .refused(status: status), .library(status: status), .interrupted, .tooOld, .sealed, .noText,
    ]
    guard let found = all.first(where: { $0.code == code }) else { return nil }
    self = found
  }
}

/// The zone of a time: a fixed distance from UTC, or a place of the IANA time zone database.
public enum Zone: Sendable, Hashable {
  /// Seconds east of UTC, −14 h … 14 h (XML Schema Part 2, dateTime).
  case offset(seconds: Int)
  /// An identifier such as `Asia/Shanghai`, known to exist.
  case place(String)

  public static let utc = Zone.offset(seconds: 0)
  static let largestOffset = 14 * 3600

  /// - Returns: `nil` beyond 14 hours.
  public init?(offsetSeconds: Int) {
    guard abs(offsetSeconds) <= Zone.largestOffset else { return nil }
    self = .offset(seconds: offsetSeconds)
  }
}

extension Zone: CustomStringConvertible {
  /// Reads `Z`, `+08:00`, `-02:30:15`, `@Asia/Shanghai`; unknown places give `nil`.
  public init?(_ text: some StringProtocol) {
    if text == "Z" || text == "z" {
      self = .utc
      return
    }
    if text.utf8.first == UInt8(ascii: "@") {
      let name = String(text.dropFirst())
      guard ZoneDatabase.contains(name) else { return nil }
      self = .place(name)
      return
    }
    var scanner = DigitScanner(text)
    let isNegative = scanner.skip("-")
    guard isNegative || scanner.skip("+"), let hours = scanner.digits(2), scanner.skip(":"),
      let minutes = scanner.digits(2), minutes < 60
    else { return nil }
    var seconds = hours * 3600 + minutes * 60
    if scanner.skip(":") {
      guard let rest = scanner.digits(2), rest < 60 else { return nil }
      seconds += rest
    }
    guard scanner.isAtEnd else { return nil }
    self.init(offsetSeconds: isNegative ? -seconds : seconds)
  }

  /// `Z`, `+08:00`, `@Asia/Shanghai`.
  public var description: String {
    switch self {
    case .place(let name): return "@" + name
    case .offset(seconds: 0): return "Z"
    case .offset(let seconds):
      let magnitude = abs(seconds)
      var parts = [magnitude / 3600, magnitude / 60 % 60]
      if magnitude % 60 != 0 { parts.append(magnitude % 60) }
      let text = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
      return (seconds < 0 ? "-" : "+") + text
    }
  }
}

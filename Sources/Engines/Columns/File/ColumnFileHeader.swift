/// The first bytes of a file of columns: what it is, and where its directory lies.
struct ColumnFileHeader: Equatable {
  var offset: Int
  var length: Int
  var checksum: UInt64

  static let count = 64
  /// The last number is the version of the form; the bytes of all numbers come lowest first.
  private static let magic = Array("gongjiang columns 1 ".utf8)

  init(offset: Int, length: Int, checksum: UInt64) {
    self.offset = offset
    self.length = length
    self.checksum = checksum
  }

  /// Magic, filled up to 24 bytes; offset, length, checksum of the directory; checksum of these bytes;
  /// nothing.
  var bytes: [UInt8] {
    var bytes = Self.magic + [UInt8](repeating: 0, count: 24 - Self.magic.count)
    for number in [UInt64(offset), UInt64(length), checksum] {
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
    }
    let sum = Checksum.of(bytes)
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: sum >> UInt64(8 * $0)) }
    return bytes + [UInt8](repeating: 0, count: Self.count - bytes.count)
  }

  enum Reading: Equatable {
    case header(ColumnFileHeader)
    case foreign
    case damaged
  }

  static func read(_ bytes: [UInt8]) -> Reading {
    guard bytes.count >= count, Array(bytes[..<magic.count]) == magic else { return .foreign }
    func number(_ place: Int) -> UInt64 {
      (0..<8).reduce(0) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) }
    }
    guard let offset = Int(exactly: number(24)), let length = Int(exactly: number(32)) else {
      return .damaged
    }
    let header = ColumnFileHeader(offset: offset, length: length, checksum: number(40))
    return header.bytes == Array(bytes[..<count]) ? .header(header) : .damaged
  }
}

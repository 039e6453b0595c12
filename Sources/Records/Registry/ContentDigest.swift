import Core
import Cryptography
import FEEL
import Facts

/// Puts what a row says into bytes of one form, whose digest tells whether two rows say the same.
///
/// Fields go in by id and sorted, and only those that say something, so that a field which joins
/// the vocabulary later changes no digest. Of a secret text its fingerprint goes in.
struct ContentDigest {
  /// Bytes of a digest that are kept.
  static let length = 16

  private var bytes: [UInt8] = []

  private enum Mark: UInt8 { case none = 1, known, secret, list, context, date }

  /// - Parameter subject: the party, record or catalogue that the row is of.
  init(of subject: String) {
    bytes.reserveCapacity(256)
    append(subject)
  }

  /// The first half of the SM3 digest.
  func finished() throws -> [UInt8] { try Array(SM3.digest(bytes).prefix(ContentDigest.length)) }

  mutating func addNone(_ field: String) {
    append(field)
    bytes.append(Mark.none.rawValue)
  }

  mutating func addSecret(_ field: String, _ fingerprint: [UInt8]) {
    append(field)
    bytes.append(Mark.secret.rawValue)
    bytes += fingerprint
  }

  mutating func add(_ field: String, _ value: Value) {
    append(field)
    add(value)
  }

  private mutating func add(_ value: Value) {
    switch value {
    case .list(let items):
      bytes.append(Mark.list.rawValue)
      append(String(items.count))
      for item in items { add(item) }
    case .context(let context):
      bytes.append(Mark.context.rawValue)
      append(String(context.count))
      for (key, value) in context.entries.sorted(by: { $0.key < $1.key }) { add(key, value) }
    case .null: bytes.append(Mark.none.rawValue)
    case .date(let date):
      bytes.append(Mark.date.rawValue)
      append(String(date.dayNumber))
    default:
      bytes.append(Mark.known.rawValue)
      append(value.plainText ?? "")
    }
  }

  /// The length goes first, so that no two rows give the same bytes.
  private mutating func append(_ text: String) {
    let count = text.utf8.count
    bytes.append(UInt8(truncatingIfNeeded: count >> 16))
    bytes.append(UInt8(truncatingIfNeeded: count >> 8))
    bytes.append(UInt8(truncatingIfNeeded: count))
    // Native texts are copied in one piece; only foreign ones go byte by byte.
    if text.utf8.withContiguousStorageIfAvailable({ bytes.append(contentsOf: $0) }) == nil {
      bytes += text.utf8
    }
  }
}

extension Value {
  /// The value in one line: what a column of a varying field holds. `nil` for lists and contexts.
  var plainText: String? {
    switch self {
    case .boolean(let value): value ? "true" : "false"
    case .number(let number): number.description
    case .string(let text): text
    case .date(let date): date.description
    default: nil
    }
  }
}

import Columns
import Core
import Cryptography
import Foundation

/// Sums that were worked out before, in a file beside the registry: by part of the rules, day, and
/// change of the registry. Whatever is not in it is worked out; it may be deleted at any time.
struct KnownSums: Sendable {
  struct Key: Hashable, Sendable {
    let part: String
    let on: CivilDate
    /// The last change of the registry that is in them.
    let change: Int64
  }

  struct Entry: Sendable, Equatable {
    let sums: [CitySum]
    /// How many parties the explain engine was asked about.
    let asked: Int
  }

  let path: String
  /// Names the registry; of one that was restored from a backup nothing is known.
  let registry: String
  private(set) var entries: [Key: Entry] = [:]
  /// The moments of the changes: sums of a change that has another moment now are not used.
  private var moments: [Int64: Int64] = [:]
  /// Keys as they came, so that the oldest can be forgotten.
  private var order: [Key] = []
  /// Whether the file was there and not as it was written.
  private(set) var wasDamaged = false

  /// So many are kept.
  private static let most = 4000
  private static let magic = "gongjiang totals 1"

  init(_ path: String, registry: String) {
    self.path = path
    self.registry = registry
    guard let data = FileManager.default.contents(atPath: path) else { return }
    guard let text = String(validating: data, as: UTF8.self), read(text) else {
      (entries, order, moments) = ([:], [], [:])
      wasDamaged = true
      return
    }
  }

  func moment(of change: Int64) -> Int64? { moments[change] }

  mutating func add(_ key: Key, _ entry: Entry, moment: Int64) {
    if entries.updateValue(entry, forKey: key) == nil { order.append(key) }
    moments[key.change] = moment
  }

  /// The newest sums of a part and day from an earlier change.
  func earlier(_ part: String, on day: CivilDate, before change: Int64) -> Key? {
    order.last { $0.part == part && $0.on == day && $0.change < change }
  }

  // The file: a line that says what it is and the hash of the rest, then a line each.

  private var body: String {
    var lines = ["of \(registry)"]
    let kept = order.suffix(Self.most)
    for change in Set(kept.map(\.change)).sorted() {
      lines.append("change \(change) \(moments[change] ?? 0)")
    }
    for key in kept {
      guard let entry = entries[key] else { continue }
      let sums = entry.sums.map {
        "\($0.entitled) \($0.notEntitled) \($0.undetermined) \($0.amount.fen)"
      }
      lines.append(
        (["part \(key.part) \(key.on.dayNumber) \(key.change) \(entry.asked)"] + sums)
          .joined(separator: " "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Writes the file, whole or not at all.
  ///
  /// - Throws: `CityProblem.notWritable`, `CryptographyFailure`.
  func write() throws {
    let body = body
    let text = "\(Self.magic) \(try SM3.hexDigest(body))\n\(body)"
    try WholeFile.replace(text, at: path)
  }

  private mutating func read(_ text: String) -> Bool {
    guard let end = text.firstIndex(of: "\n") else { return false }
    let body = String(text[text.index(after: end)...])
    guard let hash = try? SM3.hexDigest(body), text[..<end] == "\(Self.magic) \(hash)" else {
      return false
    }
    var lines = body.split(separator: "\n").map { $0.split(separator: " ") }
    // Of another registry: nothing is known, and nothing is wrong.
    guard !lines.isEmpty, lines.removeFirst() == ["of", Substring(registry)] else { return true }
    for words in lines {
      if words.count == 3, words[0] == "change", let change = Int64(words[1]),
        let moment = Int64(words[2])
      {
        moments[change] = moment
      } else if words.count >= 5, words.count % 4 == 1, words[0] == "part",
        let day = Int(words[2]), let change = Int64(words[3]), let asked = Int(words[4])
      {
        let key = Key(
          part: String(words[1]), on: CivilDate(dayNumber: day), change: change)
        var sums: [CitySum] = []
        for place in stride(from: 5, to: words.count, by: 4) {
          let numbers = words[place..<place + 4].compactMap { Int64($0) }
          guard numbers.count == 4 else { return false }
          var sum = CitySum()
          sum.entitled = Int(numbers[0])
          sum.notEntitled = Int(numbers[1])
          sum.undetermined = Int(numbers[2])
          sum.amount = Money(fen: numbers[3])
          sums.append(sum)
        }
        entries[key] = Entry(sums: sums, asked: asked)
        order.append(key)
      } else {
        return false
      }
    }
    return true
  }
}

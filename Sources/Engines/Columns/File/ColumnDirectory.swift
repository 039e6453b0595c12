/// What lies where in a file of columns: lines of words, at the end of the file.
struct ColumnDirectory: Equatable {
  var stamp: ColumnStamp
  /// By id of the type, how many rows it has.
  var types: [Table] = []
  var sections: [Section] = []

  struct Table: Equatable {
    let type: String
    let rows: Int
    /// The last day on which any came into being; a mark where there is none.
    let latest: Int32
  }

  /// Values of one width.
  struct Section: Equatable {
    let name: String
    /// How many bytes a value has.
    let width: Int
    let count: Int
    let offset: Int
    let checksum: UInt64
    /// Whether some are known to be none.
    let hasNone: Bool

    /// Bytes that it takes, up to where the next may begin.
    var length: Int { ColumnDirectory.rounded(count * width) }
  }

  /// Sections begin on multiples of this.
  static let alignment = 64

  static func rounded(_ bytes: Int) -> Int { (bytes + alignment - 1) / alignment * alignment }

  var text: String {
    var lines = [
      "of \(stamp.registry) \(stamp.vocabulary) \(stamp.change) \(stamp.moment)"
    ]
    lines += types.map { "type \($0.type) \($0.rows) \($0.latest)" }
    lines += sections.map {
      "section \($0.name) \($0.width) \($0.count) \($0.offset) \($0.checksum) \($0.hasNone ? 1 : 0)"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  init(_ stamp: ColumnStamp) { self.stamp = stamp }

  /// - Returns: `nil` for a text that is no directory.
  init?(_ text: String) {
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    guard let head = lines.first, head.count == 5, head[0] == "of", let change = Int64(head[3]),
      let moment = Int64(head[4])
    else { return nil }
    stamp = ColumnStamp(registry: head[1], vocabulary: head[2], change: change, moment: moment)
    for words in lines.dropFirst() {
      if words.count == 4, words[0] == "type", let rows = Int(words[2]), rows >= 0,
        let latest = Int32(words[3])
      {
        types.append(Table(type: words[1], rows: rows, latest: latest))
      } else if words.count == 7, words[0] == "section", let width = Int(words[2]),
        let count = Int(words[3]), let offset = Int(words[4]), let checksum = UInt64(words[5]),
        [1, 4, 8].contains(width), count >= 0, count < Int.max / 64, offset >= 0
      {
        sections.append(
          Section(
            name: words[1], width: width, count: count, offset: offset, checksum: checksum,
            hasNone: words[6] == "1"))
      } else {
        return nil
      }
    }
  }
}

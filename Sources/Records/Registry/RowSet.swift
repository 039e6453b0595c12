/// Row numbers of a table, a bit each: they are dense and begin at 1.
struct RowSet {
  private var words: [UInt64] = []

  func contains(_ row: Int64) -> Bool {
    let (word, bit) = RowSet.place(row)
    return word < words.count && words[word] & bit != 0
  }

  mutating func insert(_ row: Int64) {
    let (word, bit) = RowSet.place(row)
    if word >= words.count {
      words += [UInt64](repeating: 0, count: max(word + 1 - words.count, words.count))
    }
    words[word] |= bit
  }

  mutating func removeAll() { words = [] }

  private static func place(_ row: Int64) -> (word: Int, bit: UInt64) {
    (Int(row >> 6), 1 << UInt64(row & 63))
  }
}

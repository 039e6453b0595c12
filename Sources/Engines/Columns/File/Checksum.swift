/// A sum over 64-bit words that no change of a single word leaves as it was: every step is a
/// bijection of its lane. It finds damage, by a disk or a cable, and is no protection against
/// somebody who may write the file, and so the database beside it too.
///
/// Four lanes run side by side, so that it goes about as fast as memory is read.
enum Checksum {
  static func of(_ words: Cells<UInt64>) -> UInt64 {
    let span = words.span
    var (first, second, third, fourth): (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let whole = span.count / 4 * 4
    var index = 0
    while index < whole {
      first = step(first, span[index])
      second = step(second, span[index + 1])
      third = step(third, span[index + 2])
      fourth = step(fourth, span[index + 3])
      index += 4
    }
    var sum = step(0, UInt64(span.count))
    for lane in [first, second, third, fourth] { sum = step(sum, lane) }
    while index < span.count {
      sum = step(sum, span[index])
      index += 1
    }
    return sum
  }

  /// Of cells as they lie in a file, with what fills their section up.
  static func ofPadded<Element>(_ cells: Cells<Element>) -> UInt64 {
    of(cells.words(paddedTo: ColumnDirectory.alignment))
  }

  static func of(_ bytes: [UInt8]) -> UInt64 {
    var words: [UInt64] = []
    for start in stride(from: 0, to: bytes.count, by: 8) {
      var word: UInt64 = 0
      for (place, byte) in bytes[start..<min(start + 8, bytes.count)].enumerated() {
        word |= UInt64(byte) << UInt64(8 * place)
      }
      words.append(word)
    }
    return step(of(Cells(words)), UInt64(bytes.count))
  }

  /// Xor, multiplication by an odd number, and xor with an own higher part can each be undone.
  @inline(__always)
  private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (lane ^ word) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }
}

import Core

/// Turns libyaml's marks, which count characters from where it began to read, into UTF-8 offsets
/// of the whole file.
struct CharacterOffsets {
  private let starts: [Int]
  private let end: Int

  /// - Parameter bytes: what libyaml reads: a slice whose indices are offsets of the file.
  init(_ bytes: ArraySlice<UInt8>) {
    var starts: [Int] = []
    starts.reserveCapacity(bytes.count)
    for (offset, byte) in zip(bytes.indices, bytes) where byte & 0b1100_0000 != 0b1000_0000 {
      starts.append(offset)
    }
    self.starts = starts
    end = bytes.endIndex
  }

  subscript(index: Int) -> Int { index < starts.count ? starts[max(0, index)] : end }

  func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(self[start], self[end]) }
}

/// Texts one after the other, without a string of its own for each.
struct Texts: RandomAccessCollection, Sendable {
  /// UTF-8 of all of them.
  let bytes: Cells<UInt8>
  /// Where each ends.
  let ends: Cells<Int32>

  init(bytes: Cells<UInt8>, ends: Cells<Int32>) {
    self.bytes = bytes
    self.ends = ends
  }

  var startIndex: Int { 0 }
  var endIndex: Int { ends.count }

  subscript(index: Int) -> String { String(decoding: utf8(index), as: UTF8.self) }

  func utf8(_ index: Int) -> Slice<Cells<UInt8>> {
    bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }
}

/// Texts that become more.
struct GrowingTexts: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []

  var count: Int { ends.count }

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(Int32(bytes.count))
  }

  mutating func append(_ utf8: Slice<Cells<UInt8>>) {
    bytes.append(contentsOf: utf8)
    ends.append(Int32(bytes.count))
  }

  func text(_ index: Int) -> String {
    let first = index == 0 ? 0 : Int(ends[index - 1])
    return String(decoding: bytes[first..<Int(ends[index])], as: UTF8.self)
  }

  /// The texts in another order.
  func texts(_ order: [Int32]?) -> Texts {
    guard let order else { return Texts(bytes: Cells(bytes), ends: Cells(ends)) }
    var ordered = GrowingTexts()
    ordered.bytes.reserveCapacity(bytes.count)
    for index in order {
      let first = index == 0 ? 0 : Int(ends[Int(index) - 1])
      ordered.bytes.append(contentsOf: bytes[first..<Int(ends[Int(index)])])
      ordered.ends.append(Int32(ordered.bytes.count))
    }
    return ordered.texts(nil)
  }
}

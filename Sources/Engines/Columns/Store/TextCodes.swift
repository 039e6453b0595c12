import Core

/// Texts as numbers: one code for each, the same in all columns, so that equality of texts is
/// equality of codes. Texts are the same when their code points are, as in FEEL.
struct TextCodes: Sendable {
  /// By code.
  let texts: Texts
  /// Codes in the order of their texts' bytes, to find them by.
  let order: Cells<Int32>
  /// Codes of texts that rules name and no row has, above all others.
  private var named: [CodePoints: Int32] = [:]

  init(texts: Texts, order: Cells<Int32>) {
    self.texts = texts
    self.order = order
  }

  /// The same with a code for each of some texts, so that no two ever share one.
  func naming(_ texts: [String]) -> TextCodes {
    var more = self
    for text in texts where more.known(text) == nil {
      more.named[CodePoints(text: text)] = Int32(self.texts.count + more.named.count)
    }
    return more
  }

  /// How many texts have a code.
  var count: Int { texts.count + named.count }

  /// All codes in the order of their texts' code points, which is that of their bytes.
  var inOrder: [Int32] {
    let others = named.sorted { $0.key.text.utf8.lexicographicallyPrecedes($1.key.text.utf8) }
    var codes: [Int32] = []
    codes.reserveCapacity(count)
    var first = 0
    for (key, code) in others {
      let next = place(of: key.text.utf8)
      codes += order[first..<next]
      codes.append(code)
      first = next
    }
    return codes + order[first...]
  }

  /// A byte for each code: yes for those of regions that lie in one.
  ///
  /// - Parameter region: a GB/T 2260 code, whose digits those within it begin with.
  /// - Returns: yes or no, by code.
  func areInside(_ region: String) -> [UInt8] {
    var bytes = [UInt8](repeating: Truth.no, count: count)
    for code in codes(within: region) { bytes[Int(code)] = Truth.yes }
    return bytes
  }

  /// The codes of regions that lie in one: side by side in the order of the texts.
  func codes(within region: String) -> [Int32] {
    let prefix = region.regionPrefix.utf8
    let first = place(of: prefix)
    var end = first
    while end < order.count, texts.utf8(Int(order[end])).starts(with: prefix) { end += 1 }
    return order[first..<end]
      + named.filter { $0.key.text.utf8.starts(with: prefix) }.map(\.value)
  }

  /// Where in the order a text stands, or would.
  private func place(of utf8: some Collection<UInt8>) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if texts.utf8(Int(order[middle])).lexicographicallyPrecedes(utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// The code of a text; one that no column holds where it has none.
  func code(of text: String) -> Int32 { known(text) ?? Int32.none + 1 }

  /// The code of a text; `nil` where it has none.
  func known(_ text: String) -> Int32? {
    let low = place(of: text.utf8)
    guard low < order.count, texts.utf8(Int(order[low])).elementsEqual(text.utf8) else {
      return named[CodePoints(text: text)]
    }
    return order[low]
  }
}

/// A text that is the same as another when their code points are.
private struct CodePoints: Hashable {
  let text: String

  static func == (left: CodePoints, right: CodePoints) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    // Equal code points are equal for Swift's own hash too.
    hasher.combine(text)
  }
}

/// Gives texts their codes.
struct TextCoder: Sendable {
  private var codes: [CodePoints: Int32] = [:]
  private var texts: [String] = []

  init() {}

  /// Goes on with the texts that have codes already.
  init(_ known: TextCodes) {
    texts = Array(known.texts)
    for (code, text) in texts.enumerated() { codes[CodePoints(text: text)] = Int32(code) }
  }

  /// The code of a text, a new one where it has none yet.
  mutating func code(adding text: String) -> Int32 {
    if let known = codes[CodePoints(text: text)] { return known }
    let code = Int32(texts.count)
    texts.append(text)
    codes[CodePoints(text: text)] = code
    return code
  }

  /// All of them; none is added any more.
  consuming func finish() -> TextCodes {
    var sealed = GrowingTexts()
    for text in texts { sealed.append(text) }
    let texts = texts
    let order = texts.indices.sorted {
      texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8)
    }
    return TextCodes(texts: sealed.texts(nil), order: Cells(order.map { Int32($0) }))
  }
}

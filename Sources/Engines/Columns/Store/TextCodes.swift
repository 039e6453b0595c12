/// Texts as numbers: one code for each, the same in all columns, so that equality of texts is
/// equality of codes. Texts are the same when their code points are, as in FEEL.
struct TextCodes: Sendable {
  private struct Key: Hashable {
    let text: String

    static func == (left: Key, right: Key) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      // Equal code points are equal for Swift's own hash too.
      hasher.combine(text)
    }
  }

  private var codes: [Key: Int32] = [:]
  private(set) var texts: [String] = []

  /// The code of a text, a new one where it has none yet.
  mutating func code(adding text: String) -> Int32 {
    if let known = codes[Key(text: text)] { return known }
    let code = Int32(texts.count)
    texts.append(text)
    codes[Key(text: text)] = code
    return code
  }

  /// The code of a text; one that no column holds where it has none.
  func code(of text: String) -> Int32 { codes[Key(text: text)] ?? Int32.none + 1 }
}

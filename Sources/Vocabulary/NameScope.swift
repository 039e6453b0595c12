/// Names that must differ from each other: the types of the vocabulary, the fields of a type, the
/// values of an enumeration. Ids and Chinese names are one scope, since documents use either.
struct NameScope {
  private var taken: Set<String>

  init(reserved: [String] = []) { taken = Set(reserved) }

  /// - Returns: the name that was there already, if one was.
  mutating func enter(id: String, chinese: String) -> String? {
    if !taken.insert(id).inserted { return id }
    if chinese != id, !taken.insert(chinese).inserted { return chinese }
    return nil
  }

  /// Words of the facts file that no field may be called, in both languages.
  static let structural = ["type", "id", "party", "种类", "编号", "当事人"]

  /// ASCII letters, digits and hyphens.
  static func isLegal(id: String) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  /// Letters and digits only: such a name needs no quotes anywhere and no operator hides in it.
  static func isLegal(chinese: String) -> Bool {
    !chinese.isEmpty && chinese.allSatisfy { $0.isLetter || ($0.isASCII && $0.isNumber) }
  }
}

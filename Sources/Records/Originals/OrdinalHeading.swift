/// A heading that numbers a part of a text: 第四条, 第二部分, 三、.
struct OrdinalHeading: Hashable {
  enum Kind: Hashable, CaseIterable {
    case article, part, chapter, item, listed
  }

  let kind: Kind
  let number: Int

  /// The heading with which a line begins; `nil` for any other line.
  init?(_ line: some StringProtocol) {
    let text = line.drop { $0.isWhitespace || $0 == "#" || $0 == "　" }
    if text.first == "第" {
      let rest = text.dropFirst().drop(while: \.isWhitespace)
      let digits = rest.prefix { OrdinalHeading.isDigit($0) }
      guard let number = OrdinalHeading.number(digits) else { return nil }
      let unit = rest.dropFirst(digits.count).drop(while: \.isWhitespace)
      guard let kind = OrdinalHeading.kind(unit) else { return nil }
      self.init(kind: kind, number: number)
      return
    }
    let digits = text.prefix { OrdinalHeading.isDigit($0) && !$0.isASCII }
    guard let number = OrdinalHeading.number(digits),
      let sign = text.dropFirst(digits.count).first, "、．.".contains(sign)
    else { return nil }
    self.init(kind: .listed, number: number)
  }

  private init(kind: Kind, number: Int) {
    self.kind = kind
    self.number = number
  }

  /// Whether the heading of a text stands for this article of a document: the same number, and the
  /// same word, or a list in the text where the document speaks of parts and items.
  func names(_ article: OrdinalHeading) -> Bool {
    guard number == article.number else { return false }
    return kind == article.kind
      || kind == .listed && [.part, .item, .listed].contains(article.kind)
  }

  private static func kind(_ text: some StringProtocol) -> Kind? {
    if text.hasPrefix("部分") { return .part }
    switch text.first {
    case "条": return .article
    case "章": return .chapter
    case "项": return .item
    default: return nil
    }
  }

  private static let digits = Array("零一二三四五六七八九")

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber || "〇两十百".contains(character)
      || digits.contains(character)
  }

  /// `二十三` and `23` are 23.
  private static func number(_ text: some StringProtocol) -> Int? {
    if text.isEmpty || text.count > 7 { return nil }
    if let number = Int(text) { return number }
    var sum = 0
    var digit = 0
    for character in text {
      switch character {
      case "百":
        sum += max(digit, 1) * 100
        digit = 0
      case "十":
        sum += max(digit, 1) * 10
        digit = 0
      case "〇": digit = 0
      case "两": digit = 2
      default:
        guard let place = digits.firstIndex(of: character) else { return nil }
        digit = place
      }
    }
    return sum + digit
  }
}

/// A heading that numbers a part of a text: 第四条, 第二部分, 三、, （三）, 7., 一是.
struct OrdinalHeading: Hashable {
  enum Kind: Hashable, CaseIterable {
    case article, part, chapter, item
    /// 三、
    case listed
    /// （三）
    case bracketed
    /// 7.
    case numbered
    /// 一是, at the head of a paragraph.
    case told
  }

  let kind: Kind
  let number: Int

  /// The heading with which a line begins; `nil` for any other line.
  init?(_ line: some StringProtocol) {
    let text = Substring(line).drop { $0.isWhitespace || "#-*　".contains($0) }
    if let (step, _) = ArticleAddress.Step.read(text) {
      guard step.numbers.count == 1 else { return nil }
      self.init(kind: step.kind, number: step.numbers.lowerBound)
      return
    }
    let digits = text.prefix { Ordinal.isDigit($0) }
    let rest = text.dropFirst(digits.count)
    guard let number = Ordinal.number(digits), let sign = rest.first else { return nil }
    let isPlain = digits.allSatisfy(\.isASCII)
    if sign == "是", !isPlain {
      self.init(kind: .told, number: number)
    } else if "、．.".contains(sign) {
      // 1.24 万人 begins no heading.
      if let next = rest.dropFirst().first, next.isASCII, next.isNumber { return nil }
      guard isPlain || !digits.contains(where: \.isASCII) else { return nil }
      self.init(kind: isPlain ? .numbered : .listed, number: number)
    } else {
      return nil
    }
  }

  private init(kind: Kind, number: Int) {
    self.kind = kind
    self.number = number
  }
}

extension OrdinalHeading.Kind {
  /// Whether articles with such headings are gathered under headings of another kind.
  func isWithin(_ other: OrdinalHeading.Kind) -> Bool {
    switch self {
    case .article: [.part, .chapter].contains(other)
    case .numbered: [.part, .chapter, .listed, .bracketed].contains(other)
    case .part, .chapter, .item, .listed, .bracketed, .told: false
    }
  }

  /// How a text may write the headings that a document names so: the same word first, then the lists
  /// that stand for it.
  var written: [OrdinalHeading.Kind] {
    switch self {
    case .article: [.article, .listed, .numbered]
    case .part, .chapter: [self, .listed]
    case .item: [.item, .listed, .numbered, .told]
    case .bracketed: [.bracketed, .told]
    case .listed, .numbered, .told: [self]
    }
  }
}

/// Numbers as headings write them.
enum Ordinal {
  private static let digits = Array("零一二三四五六七八九")

  static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber || "〇两十百".contains(character)
      || digits.contains(character)
  }

  /// `二十三` and `23` are 23.
  static func number(_ text: some StringProtocol) -> Int? {
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

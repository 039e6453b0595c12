import Core
import PolicyDocument

/// Finds paragraphs of an article with rules that no rule of it takes up.
///
/// A sentence is taken up where its sums of money stand in the rules, or, where it names none, where
/// it shares words with them. Of a document in two languages the Chinese text is looked at.
struct LooseProse {
  /// What stands in the article beside prose: rules, tables, parameters, assumptions, examples.
  private let words: Set<String>
  private let numbers: [Decimal128]

  /// - Parameter rules: the text of an article without its prose.
  init(rules: String) {
    words = rules.hanPairs
    numbers = rules.figures.map(\.number)
  }

  /// - Parameter text: a paragraph, or several.
  /// - Returns: where in it paragraphs begin that no rule takes up, in bytes.
  func places(in text: String) -> [Int] {
    var places: [Int] = []
    var offset = 0
    var paragraph: [Substring] = []
    var start = 0
    func close() {
      let whole = paragraph.joined(separator: "\n")
      if whole.contains(where: \.isHan), !isTakenUp(whole) { places.append(start) }
      paragraph = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        close()
      } else {
        if paragraph.isEmpty { start = offset }
        paragraph.append(line)
      }
      offset += line.utf8.count + 1
    }
    close()
    return places
  }

  private func isTakenUp(_ paragraph: String) -> Bool {
    paragraph.split(whereSeparator: { "。；;".contains($0) }).contains { sentence in
      let sums = String(sentence).figures.filter(\.isMoney).map(\.number)
      if !sums.isEmpty { return sums.contains { numbers.contains($0) } }
      return !String(sentence).hanPairs.isDisjoint(with: words)
    }
  }
}

extension Character {
  fileprivate var isHan: Bool {
    unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
  }
}

extension String {
  /// Each two characters that stand side by side.
  fileprivate var hanPairs: Set<String> {
    Set(zip(self, dropFirst()).filter { $0.isHan && $1.isHan }.map { "\($0)\($1)" })
  }

  /// Numbers, with 万 and 千 behind them counted in, and whether they are sums of money.
  fileprivate var figures: [(number: Decimal128, isMoney: Bool)] {
    var found: [(number: Decimal128, isMoney: Bool)] = []
    var rest = self[...]
    while let start = rest.firstIndex(where: { SumText.isPart($0) }) {
      var part = String(rest[start...].prefix { SumText.isPart($0) })
      rest = rest[start...].dropFirst(part.count).drop { $0 == " " }
      if let unit = rest.first, "百千万".contains(unit) {
        part.append(unit)
        rest = rest.dropFirst().drop { $0 == " " }
      }
      if let number = SumText.number(part) { found.append((number, rest.first == "元")) }
    }
    return found
  }
}

/// Numbers of a text: 20000, 2 万, 1.5万, 五万, 三千五百.
private enum SumText {
  private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000, "万": 10_000]
  private static let digits = Array("零一二三四五六七八九")

  static func isPart(_ character: Character) -> Bool {
    character.isASCII && character.isNumber || character == "." || units[character] != nil
      || digits.contains(character) || character == "两"
  }

  static func number(_ text: String) -> Decimal128? {
    var sum: Decimal128 = .zero
    var section: Decimal128 = .zero
    var digit: Decimal128?
    var rest = text[...]
    while let first = rest.first {
      if first.isASCII {
        let plain = rest.prefix(while: \.isASCII)
        guard let number = Decimal128(String(plain)) else { return nil }
        digit = number
        rest = rest.dropFirst(plain.count)
        continue
      }
      rest = rest.dropFirst()
      if let unit = units[first] {
        let times = Decimal128(unit)
        if first == "万" {
          guard let whole = section.adding(digit ?? .zero), let part = whole.multiplied(by: times),
            let total = sum.adding(part)
          else { return nil }
          sum = total
          section = .zero
        } else {
          guard let part = (digit ?? Decimal128(1)).multiplied(by: times),
            let total = section.adding(part)
          else { return nil }
          section = total
        }
        digit = nil
      } else {
        digit = Decimal128(first == "两" ? 2 : digits.firstIndex(of: first) ?? 0)
      }
    }
    return sum.adding(section)?.adding(digit ?? .zero)
  }
}

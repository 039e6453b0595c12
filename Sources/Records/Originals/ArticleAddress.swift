/// Where an article of a document is to be found in the issued text, by its heading.
struct ArticleAddress {
  /// Headings of one kind and of these numbers: 第5至7项.
  struct Step: Hashable {
    let kind: OrdinalHeading.Kind
    let numbers: ClosedRange<Int>
  }

  /// What the text is called where a document restates several: 一月简报 of 一月简报第三项; empty where
  /// the heading begins with its number.
  let text: String
  /// From the outside in; empty for a heading without a number.
  let steps: [Step]
  /// What the line may begin with that stands for a heading without a number.
  let titles: [String]

  /// - Parameter title: of an article of the document.
  init(_ title: String) {
    var steps: [Step] = []
    var before = ""
    var rest = title.prefix { !$0.isWhitespace }
    while let first = rest.first {
      if let (step, after) = Step.read(rest) {
        steps.append(step)
        rest = after
      } else if steps.isEmpty {
        before.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    if steps.isEmpty, let heading = OrdinalHeading(title) {
      steps = [Step(kind: heading.kind, numbers: heading.number...heading.number)]
      before = ""
    }
    self.steps = steps
    text = steps.isEmpty ? "" : before
    let words = title.split(whereSeparator: \.isWhitespace).map(String.init)
    titles = steps.isEmpty ? ([title] + words).filter { $0.count >= 2 } : []
  }

  /// Whether a line begins with one of the titles, and no longer word does.
  func isTitled(_ line: some StringProtocol) -> Bool {
    let line = line.drop { $0.isWhitespace || "#-*　".contains($0) }
    return titles.contains { title in
      guard line.hasPrefix(title) else { return false }
      let next = line.dropFirst(title.count).first
      return next.map { !$0.isLetter && !$0.isNumber } ?? true
    }
  }
}

extension ArticleAddress.Step {
  /// 第四条, 第 15 条, 第5至7项, （三） with which a text begins, and what follows.
  static func read(_ text: Substring) -> (Self, Substring)? {
    if let first = text.first, "（(".contains(first) {
      let digits = text.dropFirst().prefix { Ordinal.isDigit($0) }
      let rest = text.dropFirst(1 + digits.count)
      guard let number = Ordinal.number(digits), let end = rest.first, "）)".contains(end) else {
        return nil
      }
      return (Self(kind: .bracketed, numbers: number...number), rest.dropFirst())
    }
    guard text.first == "第" else { return nil }
    var rest = text.dropFirst().drop(while: \.isWhitespace)
    let low = rest.prefix { Ordinal.isDigit($0) }
    guard let from = Ordinal.number(low) else { return nil }
    var to = from
    rest = rest.dropFirst(low.count)
    if rest.first == "至" {
      let high = rest.dropFirst().prefix { Ordinal.isDigit($0) }
      guard let number = Ordinal.number(high), number > from else { return nil }
      to = number
      rest = rest.dropFirst(1 + high.count)
    }
    rest = rest.drop(while: \.isWhitespace)
    guard let (kind, length) = unit(rest) else { return nil }
    return (Self(kind: kind, numbers: from...to), rest.dropFirst(length))
  }

  private static func unit(_ text: Substring) -> (OrdinalHeading.Kind, Int)? {
    if text.hasPrefix("部分") { return (.part, 2) }
    switch text.first {
    case "条": return (.article, 1)
    case "章": return (.chapter, 1)
    case "项": return (.item, 1)
    default: return nil
    }
  }
}

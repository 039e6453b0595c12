package import Core
import Determination
package import Explain

/// How the parts of a case are written in a cell, and read from it.
enum CaseText {
  /// One column a line: `证书.等级 = 4`.
  static func facts(_ facts: FactsCase) -> String {
    facts.inputs.map { "\($0.column) = \($0.text)" }.joined(separator: "\n")
  }

  /// - Returns: `nil` where a line is no `column = text`.
  static func inputs(_ text: String) -> [FactsCase.Input]? {
    var inputs: [FactsCase.Input] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.trimmingBlanks }
      guard parts.count == 2, !parts[0].isEmpty else {
        if line.allSatisfy(\.isWhitespace) { continue }
        return nil
      }
      inputs.append(FactsCase.Input(parts[0], parts[1]))
    }
    return inputs
  }

  static func outcome(_ outcome: Outcome?) -> Bilingual {
    switch outcome {
    case .entitled: Bilingual(zh: "享受", en: "entitled")
    case .notEntitled: Bilingual(zh: "不享受", en: "not-entitled")
    case .undetermined: Bilingual(zh: "待定", en: "undetermined")
    case nil: Bilingual(zh: "无此项", en: "none")
    }
  }

  /// The outcome and the points of items of a score sheet: `待定；X2.1 = 3 分`.
  static func result(_ result: FactsCase.Result) -> Bilingual {
    let outcome = outcome(result.outcome)
    let points = result.points.map { "\($0.item) = \($0.points)" }
    return Bilingual(
      zh: ([outcome.zh] + points.map { $0 + " 分" }).joined(separator: "；"),
      en: ([outcome.en] + points.map { $0 + " points" }).joined(separator: "; "))
  }

  /// - Returns: what `result` writes, without a sum; `nil` where it makes no sense.
  static func result(_ text: String) -> (outcome: Outcome?, points: [FactsCase.Points])? {
    let parts = text.split(whereSeparator: { "；;".contains($0) }).map(\.trimmingBlanks)
    guard let first = parts.first, let outcome = outcome(first) else { return nil }
    var points: [FactsCase.Points] = []
    for part in parts.dropFirst() {
      let words = part.split(separator: " ").map(String.init)
      guard words.count == 4, words[1] == "=", let number = Decimal128(words[2]),
        ["分", "points"].contains(words[3])
      else { return nil }
      points.append(FactsCase.Points(item: words[0], points: number))
    }
    return (outcome, points)
  }

  /// - Returns: `nil` for words that are no outcome.
  static func outcome(_ text: String) -> Outcome?? {
    for outcome in Outcome.allCases {
      let words = self.outcome(outcome)
      if text == words.zh || text == words.en { return .some(.some(outcome)) }
    }
    let none = outcome(Outcome?.none)
    return text == none.zh || text == none.en ? .some(.none) : nil
  }

  /// - Returns: `nil` for what is no sum; the inner `nil` for an empty cell.
  static func amount(_ text: String) -> Money?? {
    if text.isEmpty { return .some(.none) }
    guard let yuan = Decimal128(text), let money = Money(yuan: yuan), money.yuan == yuan else {
      return nil
    }
    return .some(.some(money))
  }
}

extension FactsCase.Result {
  /// For people: 享受 1500.00 元.
  package var words: Bilingual {
    let outcome = CaseText.result(self)
    guard let amount else { return outcome }
    return Bilingual(zh: "\(outcome.zh) \(amount) 元", en: "\(outcome.en), \(amount) yuan")
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var text = self.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

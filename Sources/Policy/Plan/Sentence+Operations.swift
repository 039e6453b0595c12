import Core
import FEEL

/// Arithmetic, logic and choices.
extension Plan {
  func arithmeticPhrase(_ op: ArithmeticOperator, _ left: NodeID, _ right: NodeID) -> Phrase {
    let (sign, binding): (String, Phrase.Binding) =
      switch op {
      case .add: ("+", .sum)
      case .subtract: ("−", .sum)
      case .multiply: ("×", .product)
      case .divide: ("÷", .product)
      case .power: ("^", .product)
      }
    // The right side of − and ÷ needs brackets already at the same binding.
    let tight: Phrase.Binding =
      op == .subtract ? .product : op == .divide || op == .power ? .word : binding
    let first = phrase(for: left).text(atMost: binding)
    let second = phrase(for: right).text(atMost: tight)
    return Phrase(
      "\(first.zh) \(sign) \(second.zh)", "\(first.en) \(sign) \(second.en)", binding)
  }

  func comparisonPhrase(
    _ op: ComparisonOperator, _ left: Phrase, _ right: Phrase, type: FEELType
  ) -> Phrase {
    let verb = Plan.verb(op, isTime: type == .date || type == .dateTime || type == .time)
    let first = left.text(atMost: .sum)
    let second = right.text(atMost: .sum)
    return Phrase(
      first.zh + verb.zh + second.zh, "\(first.en) \(verb.en) \(second.en)", .clause)
  }

  private static func verb(_ op: ComparisonOperator, isTime: Bool) -> Bilingual {
    switch (op, isTime) {
    case (.equal, _): Bilingual(zh: "是", en: "is")
    case (.notEqual, _): Bilingual(zh: "不是", en: "is not")
    case (.less, false): Bilingual(zh: "小于", en: "is less than")
    case (.lessOrEqual, false): Bilingual(zh: "不超过", en: "is at most")
    case (.greater, false): Bilingual(zh: "大于", en: "is more than")
    case (.greaterOrEqual, false): Bilingual(zh: "不少于", en: "is at least")
    case (.less, true): Bilingual(zh: "早于", en: "is before")
    case (.lessOrEqual, true): Bilingual(zh: "不晚于", en: "is on or before")
    case (.greater, true): Bilingual(zh: "晚于", en: "is after")
    case (.greaterOrEqual, true): Bilingual(zh: "不早于", en: "is on or after")
    }
  }

  enum Connective { case and, or }

  func conjunction(_ left: NodeID, _ right: NodeID, _ connective: Connective) -> Phrase {
    // A conjunct that is itself joined the other way is set in brackets.
    func part(_ node: NodeID) -> Bilingual {
      let isOther =
        switch (connective, nodes[node].operation) {
        case (.and, .or), (.or, .and), (_, .conditional), (_, .quantified): true
        default: false
        }
      return phrase(for: node).text(atMost: isOther ? .product : .list)
    }
    let (first, second) = (part(left), part(right))
    let word: Bilingual =
      connective == .and
      ? Bilingual(zh: "，并且", en: " and ") : Bilingual(zh: "，或者", en: " or ")
    return Phrase(first.zh + word.zh + second.zh, first.en + word.en + second.en, .list)
  }

  func conditionalPhrase(_ condition: NodeID, _ then: NodeID, _ otherwise: NodeID) -> Phrase {
    let (test, yes) = (phrase(for: condition).text, phrase(for: then).text(atMost: .clause))
    let no = phrase(for: otherwise).text(atMost: .list)
    let isChain = if case .conditional = nodes[otherwise].operation { true } else { false }
    return Phrase(
      "如果\(test.zh)，则为\(yes.zh)，否则\(isChain ? "" : "为")\(no.zh)",
      "\(yes.en) if \(test.en), otherwise \(no.en)", .list)
  }

  func filterPhrase(_ list: NodeID, _ loop: Loop) -> Phrase {
    let source = phrase(for: list).text
    let test = phrase(for: loop.body).text
    return Phrase("\(source.zh)（\(test.zh)）", "\(source.en) (\(test.en))")
  }

  func quantifiedPhrase(_ quantifier: Quantifier, _ list: NodeID, _ loop: Loop) -> Phrase {
    let source = phrase(for: list).text
    let test = phrase(for: loop.body).text
    switch quantifier {
    case .some:
      return Phrase(
        "至少有一条\(source.zh)满足：\(test.zh)", "for at least one of \(source.definite), \(test.en)",
        .list)
    case .every:
      return Phrase(
        "每一条\(source.zh)都满足：\(test.zh)", "for each of \(source.definite), \(test.en)", .list)
    }
  }

  /// A truth held against a constant: the condition itself, or its opposite.
  func truthPhrase(_ condition: Phrase, is truth: Bool) -> Phrase {
    guard condition.binding == .word else { return truth ? condition : condition.negated }
    let text = condition.text
    return truth
      ? Phrase(text.zh + "成立", text.en + " is true", .clause)
      : Phrase(text.zh + "不成立", text.en + " is not true", .clause)
  }

  func datePartPhrase(_ part: DateMember, _ date: Phrase) -> Phrase {
    let word: Bilingual =
      switch part {
      case .year: Bilingual(zh: "年份", en: "year")
      case .month: Bilingual(zh: "月份", en: "month")
      case .day: Bilingual(zh: "日", en: "day")
      }
    return Phrase("\(date.text.zh)的\(word.zh)", "the \(word.en) of \(date.text.en)")
  }
}

extension Bilingual {
  /// The English of a list after “of”: `the employment records`, `“the year’s arrivals”`.
  var definite: String { en.hasPrefix("“the ") ? en : "the " + en }
}

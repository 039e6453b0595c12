import Core
import FEEL

/// What `in (…)` and the input cells of decision tables ask.
extension Plan {
  func phrase(for test: PlanTest, of value: Phrase, type: FEELType) -> Phrase {
    switch test {
    case .any: return Phrase("\(value.text.zh)不限", "\(value.text.en) is anything", .clause)
    case .compare(.equal, let node) where truth(node) != nil:
      return truthPhrase(value, is: truth(node) == true)
    case .compare(let op, let node):
      return comparisonPhrase(op, value, phrase(for: node, as: type), type: type)
    case .range(let low?, true, let high?, true):
      let (from, to) = (phrase(for: low).text, phrase(for: high).text)
      let subject = value.text(atMost: .sum)
      return Phrase(
        "\(subject.zh)在 \(from.zh) 到 \(to.zh) 之间（含）",
        "\(subject.en) is from \(from.en) to \(to.en)", .clause)
    case .range(let low, let lowIncluded, let high, let highIncluded):
      let limits = [
        low.map {
          comparisonPhrase(
            lowIncluded ? .greaterOrEqual : .greater, value, phrase(for: $0), type: type)
        },
        high.map {
          comparisonPhrase(
            highIncluded ? .lessOrEqual : .less, value, phrase(for: $0), type: type)
        },
      ].compactMap { $0?.text }
      return Phrase(
        limits.map(\.zh).joined(separator: "，并且"), limits.map(\.en).joined(separator: " and "),
        .list)
    case .not(let tests):
      return phrase(for: tests.count == 1 ? tests[0] : .oneOf(tests), of: value, type: type).negated
    case .oneOf(let tests): return alternatives(tests, of: value, type: type)
    }
  }

  /// `是甲、乙之一` where all are plain values; else each test by itself, joined by 或者.
  private func alternatives(_ tests: [PlanTest], of value: Phrase, type: FEELType) -> Phrase {
    let values = tests.compactMap { test in
      if case .compare(.equal, let node) = test { phrase(for: node, as: type).text } else { nil }
    }
    if values.count == tests.count, let last = values.last {
      let subject = value.text(atMost: .sum)
      // `city, or district or county`: a value’s own “or” joins no others.
      let or = values.contains { $0.en.contains(" or ") } ? ", or " : " or "
      let others = values.dropLast().map(\.en).joined(separator: ", ")
      return Phrase(
        "\(subject.zh)是 \(values.map(\.zh).joined(separator: "、")) 之一",
        "\(subject.en) is \(others.isEmpty ? last.en : others + or + last.en)", .clause)
    }
    let parts = tests.map { phrase(for: $0, of: value, type: type).text }
    return Phrase(
      parts.map(\.zh).joined(separator: "，或者"), parts.map(\.en).joined(separator: " or "), .list)
  }

  /// The constant truth that a node is; `nil` for any other.
  func truth(_ node: NodeID) -> Bool? {
    if case .constant(.boolean(let truth)) = nodes[node].operation { truth } else { nil }
  }

  /// A constant that stands for a value of the tested type: an enumeration's text by its name.
  private func phrase(for node: NodeID, as type: FEELType) -> Phrase {
    if case .constant(let value) = nodes[node].operation { return Phrase(words(for: value, type)) }
    return phrase(for: node)
  }
}

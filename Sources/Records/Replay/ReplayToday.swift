package import Comparison
package import Core

/// What a kept determination would come to by what holds now, on the same day.
package struct ReplayToday: Sendable {
  /// What it came to beside: today's rules with the facts of then, the rules of then with today's
  /// facts, and both of today. `nil` where neither side has anything.
  package let rules: ComparedPair?
  package let facts: ComparedPair?
  package let both: ComparedPair?
  /// The last change of the registry.
  package let change: Int64
  /// Whether the plan of today is another than that of then.
  package let hasNewRules: Bool
  /// Whether the registry has changed since.
  package let hasNewFacts: Bool

  /// What makes the difference between then and now.
  package enum Cause: String, Sendable, CaseIterable {
    case nothing, rules, facts
    /// Each of the two alone makes one.
    case either
    /// Only the two together make one.
    case together
    /// One alone makes a difference, and together they make none.
    case evenOut = "even-out"

    package var words: Bilingual {
      switch self {
      case .nothing:
        Bilingual(
          zh: "按今天的规则和今天的事实，结论相同。",
          en: "By the rules and the facts of today it comes to the same.")
      case .rules:
        Bilingual(zh: "结论不同，是因为规则变了。", en: "It comes out otherwise because the rules changed.")
      case .facts:
        Bilingual(zh: "结论不同，是因为事实变了。", en: "It comes out otherwise because the facts changed.")
      case .either:
        Bilingual(
          zh: "结论不同：规则和事实都变了，各自都有影响。",
          en: "It comes out otherwise: the rules and the facts each make a difference.")
      case .together:
        Bilingual(
          zh: "结论不同：规则和事实都变了，合在一起才有影响。",
          en: "It comes out otherwise: only the rules and the facts together make a difference.")
      case .evenOut:
        Bilingual(
          zh: "结论相同：规则和事实的变化互相抵消。",
          en: "It comes to the same: what the rules and the facts change evens out.")
      }
    }
  }

  package var cause: Cause {
    let differs = [rules, facts, both].map { $0?.isSame == false }
    return switch (differs[0], differs[1], differs[2]) {
    case (false, false, false): .nothing
    case (true, false, true): .rules
    case (false, true, true): .facts
    case (true, true, true): .either
    case (false, false, true): .together
    case (true, _, false), (_, true, false): .evenOut
    }
  }
}
